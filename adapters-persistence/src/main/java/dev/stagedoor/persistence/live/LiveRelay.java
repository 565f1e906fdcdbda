package dev.stagedoor.persistence.live;

import dev.stagedoor.application.port.LiveFeed.Entry;
import dev.stagedoor.application.port.LiveFeed.Subscription;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the log on a connection of its own and hands every entry to the readers of this instance,
 * in the order of their numbers, none twice and none skipped. When the database goes away it comes
 * back and goes on where it was.
 */
final class LiveRelay implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveRelay.class);
  private static final int POLL_MILLIS = 200;
  private static final int FIRST_LOOK_AGAIN_MILLIS = 2;
  private static final int RECONNECT_MILLIS = 500;

  private final DataSource database;
  private final LiveLog log;
  private final String transactionsOver;
  private final List<Seat> readers = new CopyOnWriteArrayList<>();
  private final Thread thread;
  private final CountDownLatch end = new CountDownLatch(1);
  private final Object advanced = new Object();
  private volatile long cursor;

  private LiveRelay(DataSource database, LiveLog log, String transactionsOver) {
    this.database = database;
    this.log = log;
    this.transactionsOver = transactionsOver;
    this.thread = LiveThreads.daemon(this::run, "stagedoor-live-relay");
  }

  /** Starts a relay for what is committed from now on. */
  static LiveRelay start(DataSource database, LiveLog log) {
    try (Connection connection = database.getConnection()) {
      LiveRelay relay = new LiveRelay(database, log, log.transactionsOver(using(connection)));
      relay.thread.start();
      return relay;
    } catch (SQLException e) {
      throw new IllegalStateException("the log of live updates cannot be read", e);
    }
  }

  Subscription add(Consumer<Entry> reader) {
    Seat seat = new Seat(reader);
    readers.add(seat);
    return seat;
  }

  /** Returns the number up to which readers have been told, or are being told right now. */
  long cursor() {
    return cursor;
  }

  /** Waits until the readers of this instance have been told of an entry, or the time is over. */
  void awaits(long seq, long millis) {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    synchronized (advanced) {
      while (cursor < seq) {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0 || isClosed()) {
          return;
        }
        try {
          advanced.wait(left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    }
  }

  private boolean isClosed() {
    return end.getCount() == 0;
  }

  private void run() {
    boolean connected = true;
    while (!endsWithin(connected ? 0 : RECONNECT_MILLIS)) {
      try (Connection connection = database.getConnection()) {
        connection.setAutoCommit(true);
        listen(connection);
        if (!connected) {
          LOG.info("the log of live updates can be read again");
          connected = true;
        }
        follow(using(connection), connection.unwrap(PGConnection.class));
        stopListening(connection);
      } catch (SQLException | RuntimeException e) {
        // The edge of a thread that nobody else would start again.
        if (!isClosed() && connected) {
          LOG.warn("the log of live updates cannot be read, trying again until it can", e);
        }
        connected = false;
      }
    }
  }

  private void follow(DSLContext sql, PGConnection connection) throws SQLException {
    LiveLog.@Nullable Horizon horizon = null;
    int wait = POLL_MILLIS;
    while (!isClosed()) {
      if (horizon == null) {
        horizon = log.horizon(sql, cursor).orElse(null);
        wait = horizon == null ? POLL_MILLIS : FIRST_LOOK_AGAIN_MILLIS;
      }
      if (horizon != null && log.isReached(sql, horizon)) {
        tellUpTo(sql, horizon.newest());
        horizon = null;
      } else {
        connection.getNotifications(wait);
        wait = Math.min(POLL_MILLIS, wait * 2);
      }
    }
  }

  private void tellUpTo(DSLContext sql, long newest) {
    while (!isClosed() && cursor < newest) {
      List<LiveLog.Numbered> batch = log.between(sql, cursor, newest, transactionsOver);
      boolean isLast = batch.size() < LiveLog.BATCH;
      // First the cursor: who subscribes from here on finds these entries behind it.
      advance(isLast ? newest : batch.get(batch.size() - 1).seq());
      batch.forEach(numbered -> tell(numbered.entry()));
    }
  }

  private void advance(long to) {
    synchronized (advanced) {
      cursor = to;
      advanced.notifyAll();
    }
  }

  private void tell(Entry entry) {
    for (Seat seat : readers) {
      try {
        seat.reader.accept(entry);
      } catch (RuntimeException e) {
        // The edge to whoever reads: one that fails must not keep the others from reading.
        LOG.warn("a reader of live updates failed", e);
      }
    }
  }

  private boolean endsWithin(long millis) {
    try {
      return end.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static void listen(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("listen " + LiveNotifier.CHANNEL);
    }
  }

  private static void stopListening(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("unlisten " + LiveNotifier.CHANNEL);
    }
  }

  private static DSLContext using(Connection connection) {
    return DSL.using(connection);
  }

  @Override
  public void close() {
    end.countDown();
    synchronized (advanced) {
      advanced.notifyAll();
    }
    try {
      thread.join(TimeUnit.SECONDS.toMillis(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One subscription; closing it ends this one only, whoever else reads with the same reader. */
  private final class Seat implements Subscription {
    private final Consumer<Entry> reader;

    Seat(Consumer<Entry> reader) {
      this.reader = reader;
    }

    @Override
    public void close() {
      readers.remove(this);
    }
  }
}
