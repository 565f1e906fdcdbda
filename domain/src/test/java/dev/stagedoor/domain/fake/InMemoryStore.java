package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the database under the in-memory repositories: units of work that roll back as a
 * whole, one at a time. Rows must be immutable.
 */
public final class InMemoryStore {
  private static final System.Logger LOG = System.getLogger(InMemoryStore.class.getName());

  private final ReentrantLock turn = new ReentrantLock();
  private final List<Table<?, ?>> tables = new ArrayList<>();
  private List<Runnable> hooks = new ArrayList<>();
  private boolean readOnly;
  private boolean doomed;

  /** Runs work that may write; joins the open unit of work, if there is one that may write. */
  public <T> T write(Supplier<T> work) {
    if (!isOpen()) {
      return inTurn(work, false);
    }
    mustBeWritable();
    return join(work);
  }

  /** Runs work that only reads; joins the open unit of work, if there is one. */
  public <T> T read(Supplier<T> work) {
    return isOpen() ? join(work) : inTurn(work, true);
  }

  /** Calls something once the open unit of work is committed. */
  public void afterCommit(Runnable hook) {
    mustBeWritable();
    hooks.add(hook);
  }

  /** Tells whether the calling thread is inside a unit of work. */
  public boolean isOpen() {
    return turn.isHeldByCurrentThread();
  }

  public <K, V> Table<K, V> table() {
    Table<K, V> table = new Table<>();
    tables.add(table);
    return table;
  }

  private <T> T inTurn(Supplier<T> work, boolean reading) {
    turn.lock();
    boolean committed = false;
    T result;
    List<Runnable> then;
    try {
      readOnly = reading;
      doomed = false;
      result = work.get();
      if (doomed) {
        throw new IllegalStateException("work that joined failed, so nothing can be committed");
      }
      committed = true;
    } finally {
      for (Table<?, ?> table : tables) {
        table.end(committed);
      }
      then = hooks;
      hooks = new ArrayList<>();
      turn.unlock();
    }
    then.forEach(InMemoryStore::follow);
    return result;
  }

  /** What is committed stays so, whatever becomes of what follows. */
  private static void follow(Runnable hook) {
    try {
      hook.run();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "What follows a commit failed", e);
    }
  }

  private <T> T join(Supplier<T> work) {
    boolean done = false;
    try {
      T result = work.get();
      done = true;
      return result;
    } finally {
      doomed |= !done;
    }
  }

  private void mustBeOpen() {
    if (!isOpen()) {
      throw new IllegalStateException("no unit of work is open");
    }
  }

  private void mustBeWritable() {
    mustBeOpen();
    if (readOnly) {
      throw new IllegalStateException("the open unit of work only reads");
    }
  }

  /** The rows of one repository, in the order they were first put. */
  public final class Table<K, V> {
    private Map<K, V> rows = new LinkedHashMap<>();
    private @Nullable Map<K, V> before;

    private Table() {}

    public Optional<V> find(K key) {
      mustBeOpen();
      return Optional.ofNullable(rows.get(key));
    }

    /** Finds a row for a change; like a database, refuses to in a unit of work that only reads. */
    public Optional<V> lock(K key) {
      mustBeWritable();
      return find(key);
    }

    public Stream<V> rows() {
      mustBeOpen();
      return List.copyOf(rows.values()).stream();
    }

    public void put(K key, V row) {
      changing().put(key, row);
    }

    public void remove(K key) {
      changing().remove(key);
    }

    /**
     * Puts a row unless the stored one has another version than {@code expected}; 0 expects none.
     */
    public void put(K key, V row, ToLongFunction<V> version, long expected) {
      Map<K, V> changing = changing();
      V stored = changing.get(key);
      if ((stored == null ? 0 : version.applyAsLong(stored)) != expected) {
        throw new DomainException(CommonError.STALE_VERSION);
      }
      changing.put(key, row);
    }

    private Map<K, V> changing() {
      mustBeWritable();
      if (before == null) {
        before = rows;
        rows = new LinkedHashMap<>(rows);
      }
      return rows;
    }

    private void end(boolean committed) {
      if (!committed && before != null) {
        rows = before;
      }
      before = null;
    }
  }
}
