package dev.stagedoor.application.fake;

import dev.stagedoor.application.port.StoreUnavailable;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.fake.InMemoryStore;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/** The units of work of a store in memory, as long as the process that uses them is alive. */
public final class InMemoryUnitOfWork implements UnitOfWork {
  private final InMemoryStore store;
  private final AtomicInteger failures = new AtomicInteger();
  private volatile boolean dead;
  private volatile boolean unreachable;
  private volatile BooleanSupplier isLost = () -> false;

  /** Our own process died here: what it wanted to do next it did not, cleaning up included. */
  public static final class Crash extends Error {
    private static final long serialVersionUID = 1L;
  }

  public InMemoryUnitOfWork(InMemoryStore store) {
    this.store = store;
  }

  /** Dies: nothing can be kept any more until {@link #restart()}. */
  public void crash() {
    dead = true;
    throw new Crash();
  }

  public void restart() {
    dead = false;
  }

  /** Is not reached by anybody from now on, or again. */
  public void reachable(boolean isReachable) {
    unreachable = !isReachable;
  }

  /**
   * Loses the answer to the next work at whose end that holds: it is committed, and whoever asked
   * for it does not learn that.
   */
  public void loseAnswer(BooleanSupplier isIt) {
    isLost = isIt;
  }

  @Override
  public <T> T write(Supplier<T> work) {
    mustBeAlive();
    AtomicBoolean lost = new AtomicBoolean();
    T result =
        store.write(
            () -> {
              T done = work.get();
              lost.set(isLost.getAsBoolean());
              return done;
            });
    if (lost.get()) {
      isLost = () -> false;
      throw unavailable();
    }
    return result;
  }

  private static StoreUnavailable unavailable() {
    return new StoreUnavailable(new IllegalStateException("as a test wants it"));
  }

  @Override
  public <T> T writeShared(Supplier<T> work) {
    try {
      return write(work);
    } catch (RuntimeException e) {
      failures.incrementAndGet();
      throw e;
    }
  }

  /** Returns how many works failed that others might have shared, and would have been undone. */
  public int failures() {
    return failures.get();
  }

  @Override
  public <A, R> Function<A, R> together(Function<List<A>, List<R>> write) {
    return one -> write(() -> write.apply(List.of(one)).get(0));
  }

  @Override
  public <A, R> Function<A, R> lookTogether(Function<List<A>, List<R>> statement) {
    return one -> look(() -> statement.apply(List.of(one)).get(0));
  }

  @Override
  public <T> T look(Supplier<T> work) {
    return read(work);
  }

  @Override
  public void run(Runnable work) {
    write(
        () -> {
          work.run();
          return Boolean.TRUE;
        });
  }

  @Override
  public <T> T read(Supplier<T> work) {
    mustBeAlive();
    return store.read(work);
  }

  @Override
  public void afterCommit(Runnable hook) {
    store.afterCommit(hook);
  }

  @Override
  public boolean isOpen() {
    return store.isOpen();
  }

  private void mustBeAlive() {
    if (dead) {
      throw new Crash();
    }
    if (unreachable) {
      throw unavailable();
    }
  }
}
