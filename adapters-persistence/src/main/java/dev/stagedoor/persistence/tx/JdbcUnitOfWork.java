package dev.stagedoor.persistence.tx;

import dev.stagedoor.application.port.StoreUnavailable;
import dev.stagedoor.application.port.UnitOfWork;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs each outermost unit of work as one transaction: read committed for writes, one snapshot for
 * reads.
 *
 * <p>Work that joined and failed dooms the whole, even when the exception is caught on the way:
 * half of it may be in the database.
 */
@Singleton
public final class JdbcUnitOfWork implements UnitOfWork {
  private static final Logger LOG = LoggerFactory.getLogger(JdbcUnitOfWork.class);
  private static final int TRIES = 3;
  private static final long FIRST_PAUSE_MILLIS = 20;
  private static final TransactionDefinition LOOK =
      TransactionDefinition.of(TransactionDefinition.Propagation.NOT_SUPPORTED);

  /** By statement: the connection's own setter would ask the server twice what to go back to. */
  private static final String ONE_SNAPSHOT = "set transaction isolation level repeatable read";

  /** Whoever needs a lock that somebody else keeps waits by itself, and nobody with it. */
  private static final String NOBODY_WAITS_LONG = "set local lock_timeout = '50ms'";

  private static final Set<String> WORTH_REPEATING = Set.of("40001", "40P01");

  private final TransactionOperations<Connection> transactions;
  private final ThreadLocal<@Nullable Open> open = new ThreadLocal<>();
  private final Together<Supplier<?>, @Nullable Object> shared =
      new Together<>(
          works -> shared(() -> works.stream().<@Nullable Object>map(Supplier::get).toList()),
          this::write);

  JdbcUnitOfWork(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  @Override
  public <T> T write(Supplier<T> work) {
    Open outer = open.get();
    if (outer == null) {
      return repeated(() -> once(work, false));
    }
    outer.mustBeWritable();
    return outer.join(work);
  }

  // What comes of a work is of that work's type, also when others were done with it.
  @Override
  @SuppressWarnings({"unchecked", "NullAway"})
  public <T> T writeShared(Supplier<T> work) {
    return isOpen() ? write(work) : (T) shared.ask(work);
  }

  @Override
  public <A, R> Function<A, R> together(Function<List<A>, List<R>> write) {
    Function<A, R> alone = one -> write(() -> write.apply(List.of(one)).get(0));
    Together<A, R> together = new Together<>(all -> shared(() -> write.apply(all)), alone);
    return one -> isOpen() ? alone.apply(one) : together.ask(one);
  }

  @Override
  public <A, R> Function<A, R> lookTogether(Function<List<A>, List<R>> statement) {
    Function<A, R> alone = one -> look(() -> statement.apply(List.of(one)).get(0));
    // What breaks on the way is looked up again by each: a look does nothing.
    Together<A, R> together = new Together<>(all -> single(() -> statement.apply(all)), alone);
    return one -> isOpen() ? alone.apply(one) : together.ask(one);
  }

  private <T> T shared(Supplier<T> works) {
    try {
      return once(Optional.of(NOBODY_WAITS_LONG), works, false);
    } catch (RuntimeException e) {
      throw isUnreachable(e) ? new StoreUnavailable(e) : e;
    }
  }

  @Override
  public void run(Runnable work) {
    write(
        () -> {
          work.run();
          return true;
        });
  }

  @Override
  public <T> T read(Supplier<T> work) {
    Open outer = open.get();
    return outer == null ? repeated(() -> once(work, true)) : outer.join(work);
  }

  @Override
  public boolean isOpen() {
    return open.get() != null;
  }

  /**
   * Runs work as a transaction of its own, as a call to another server would be.
   *
   * @throws IllegalStateException inside a unit of work, which would not share its fate
   */
  public <T> T alone(Supplier<T> work) {
    if (isOpen()) {
      throw new IllegalStateException("a transaction of its own cannot run inside a unit of work");
    }
    return write(work);
  }

  /** {@inheritDoc} One statement is a snapshot by itself and needs no transaction around it. */
  @Override
  public <T> T look(Supplier<T> statement) {
    return isOpen() ? read(statement) : repeated(() -> single(statement));
  }

  /**
   * Runs one statement that reads, as a call to another server would be.
   *
   * @throws IllegalStateException inside a unit of work, whose snapshot it would not see
   */
  public <T> T lookAlone(Supplier<T> statement) {
    mustBeAlone();
    return look(statement);
  }

  /**
   * Refuses what is looked up as by a call to another server.
   *
   * @throws IllegalStateException inside a unit of work, whose snapshot it would not see
   */
  public void mustBeAlone() {
    if (isOpen()) {
      throw new IllegalStateException("a look of its own cannot be taken inside a unit of work");
    }
  }

  private <T> T single(Supplier<T> statement) {
    open.set(new Open(true));
    try {
      return transactions.execute(LOOK, status -> statement.get());
    } finally {
      open.remove();
    }
  }

  /** {@inheritDoc} One that is given several times is called once. */
  @Override
  public void afterCommit(Runnable hook) {
    Open current = mustBeOpen();
    current.mustBeWritable();
    current.hooks.add(hook);
  }

  /**
   * Hands {@code thing} to {@code writer} together with all others that were given for it, in their
   * order, when the open unit of work is done and before it is committed: what many parts of a work
   * want written is written at once. What the writer does is part of the work.
   */
  public <T> void beforeCommit(Consumer<List<T>> writer, T thing) {
    Open current = mustBeOpen();
    current.mustBeWritable();
    current.gathered(writer).add(thing);
  }

  /** Hands over now what was given for {@code writer} so far: for whoever looks for it. */
  public <T> void writeGathered(Consumer<List<T>> writer) {
    mustBeOpen().writeGathered(writer);
  }

  Open mustBeOpen() {
    Open current = open.get();
    if (current == null) {
      throw new IllegalStateException("no unit of work is open");
    }
    return current;
  }

  private static <T> T repeated(Supplier<T> once) {
    for (int attempt = 1; ; attempt++) {
      try {
        return once.get();
      } catch (RuntimeException e) {
        if (isUnreachable(e)) {
          throw new StoreUnavailable(e);
        }
        if (attempt == TRIES || !isWorthRepeating(e)) {
          throw e;
        }
        pause(FIRST_PAUSE_MILLIS << attempt);
      }
    }
  }

  private <T> T once(Supplier<T> work, boolean readOnly) {
    return once(readOnly ? Optional.of(ONE_SNAPSHOT) : Optional.empty(), work, readOnly);
  }

  private <T> T once(Optional<String> first, Supplier<T> work, boolean readOnly) {
    Open current = new Open(readOnly);
    open.set(current);
    T result;
    try {
      result =
          transactions.execute(
              readOnly ? TransactionDefinition.READ_ONLY : TransactionDefinition.DEFAULT,
              status -> {
                first.ifPresent(statement -> execute(status.getConnection(), statement));
                T done = work.get();
                current.mustNotBeDoomed();
                current.write();
                return done;
              });
    } finally {
      open.remove();
    }
    current.hooks.forEach(JdbcUnitOfWork::follow);
    return result;
  }

  /** What is committed stays so, whatever becomes of what follows. */
  private static void follow(Runnable hook) {
    try {
      hook.run();
    } catch (RuntimeException e) {
      LOG.warn("What follows a commit failed", e);
    }
  }

  private static void execute(Connection connection, String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("the transaction cannot be as it must: " + sql, e);
    }
  }

  private static boolean isWorthRepeating(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql
          && sql.getSQLState() != null
          && WORTH_REPEATING.contains(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Connections that are refused, break or run out, and a server that is shutting down. What broke
   * the work may only be noted beside what the roll-back then ran into.
   */
  private static boolean isUnreachable(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && isUnreachable(sql)) {
        return true;
      }
      for (Throwable beside : cause.getSuppressed()) {
        if (isUnreachable(beside)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isUnreachable(SQLException sql) {
    String state = sql.getSQLState();
    if (state == null) {
      // Only the pool says anything without a state: that it has none, or has closed a broken one.
      return sql instanceof SQLTransientConnectionException
          || String.valueOf(sql.getMessage()).contains("closed");
    }
    return sql instanceof SQLTransientConnectionException
        || state.startsWith("08")
        || state.startsWith("57P");
  }

  private static void pause(long longestMillis) {
    long nanos = TimeUnit.MILLISECONDS.toNanos(longestMillis);
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(nanos / 2, nanos));
  }

  /** The unit of work that is open on one thread. */
  private static final class Open {
    private final boolean readOnly;
    private final Set<Runnable> hooks = new LinkedHashSet<>();
    private final Map<Consumer<?>, Gathered<?>> gathered = new LinkedHashMap<>();
    private @Nullable Throwable doom;

    Open(boolean readOnly) {
      this.readOnly = readOnly;
    }

    <T> T join(Supplier<T> work) {
      try {
        return work.get();
      } catch (RuntimeException | Error e) {
        doom = e;
        throw e;
      }
    }

    @SuppressWarnings("unchecked")
    <T> List<T> gathered(Consumer<List<T>> writer) {
      // Put there by this very method, so it is of the same type.
      Gathered<T> known =
          (Gathered<T>) gathered.computeIfAbsent(writer, w -> new Gathered<>(writer));
      return known.things();
    }

    void write() {
      gathered.values().forEach(Gathered::write);
    }

    void writeGathered(Consumer<?> writer) {
      Gathered<?> known = gathered.remove(writer);
      if (known != null) {
        known.write();
      }
    }

    void mustBeWritable() {
      if (readOnly) {
        throw new IllegalStateException("the open unit of work only reads");
      }
    }

    void mustNotBeDoomed() {
      if (doom != null) {
        throw new IllegalStateException("work that joined failed, so nothing is committed", doom);
      }
    }
  }

  /** What is written before a commit, and who writes it. */
  private record Gathered<T>(Consumer<List<T>> writer, List<T> things) {
    Gathered(Consumer<List<T>> writer) {
      this(writer, new ArrayList<>());
    }

    void write() {
      writer.accept(things);
    }
  }
}
