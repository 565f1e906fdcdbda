package dev.stagedoor.application.fake;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The wire to the providers: everything said over it is noted, nothing may be said while a unit of
 * work is open, and a test can have something happen at the moment a call goes out or its answer
 * comes back: somebody else is faster, or our own process dies.
 */
public final class Wire {
  private final InMemoryUnitOfWork work;
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final Map<String, Runnable> before = new ConcurrentHashMap<>();
  private final Map<String, Runnable> after = new ConcurrentHashMap<>();

  Wire(InMemoryUnitOfWork work) {
    this.work = work;
  }

  /** Puts the wire before a port. Calls are named {@code Port.method}. */
  <P> P to(Class<P> port, P real) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              String call = port.getSimpleName() + "." + method.getName();
              if (work.isOpen()) {
                throw new AssertionError(call + " is called while a unit of work is open");
              }
              happen(before, call);
              calls.add(call);
              try {
                Object answer = method.invoke(real, arguments);
                happen(after, call);
                return answer;
              } catch (InvocationTargetException failed) {
                throw failed.getCause();
              }
            }));
  }

  /** Has something happen once, just before the next such call reaches the provider. */
  public void before(String call, Runnable happening) {
    before.put(call, happening);
  }

  /** Has something happen once, after the provider did what the next such call wanted. */
  public void after(String call, Runnable happening) {
    after.put(call, happening);
  }

  /** Returns how often the provider was called so. */
  public long count(String call) {
    return calls.stream().filter(call::equals).count();
  }

  private static void happen(Map<String, Runnable> planned, String call) {
    Runnable happening = planned.remove(call);
    if (happening != null) {
      happening.run();
    }
  }
}
