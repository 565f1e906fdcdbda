package dev.stagedoor.persistence.live;

import dev.stagedoor.persistence.tx.Connections;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes the relays of all instances after a commit, from a thread of its own: a notification inside
 * the business transaction would make all such commits queue up behind one lock of the server. The
 * first is told at once; one notification does for all commits that come within a moment of it, for
 * each makes every relay look.
 */
@Singleton
final class LiveNotifier implements Runnable {
  static final String CHANNEL = "stagedoor_live";

  private static final Logger LOG = LoggerFactory.getLogger(LiveNotifier.class);
  private static final long IDLE_SECONDS = 10;
  private static final Duration MOMENT = Duration.ofMillis(25);

  private final Connections connections;
  private final Duration moment;
  private final AtomicBoolean isQueued = new AtomicBoolean();
  private final ThreadPoolExecutor thread;

  @Inject
  LiveNotifier(Connections connections) {
    this(connections, MOMENT);
  }

  LiveNotifier(Connections connections, Duration moment) {
    this.connections = connections;
    this.moment = moment;
    this.thread =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> LiveThreads.daemon(task, "stagedoor-live-notifier"),
            new ThreadPoolExecutor.DiscardPolicy());
    this.thread.allowCoreThreadTimeOut(true);
  }

  @Override
  public void run() {
    if (!isQueued.getAndSet(true)) {
      thread.execute(
          () -> {
            isQueued.set(false);
            notifyRelays();
            LockSupport.parkNanos(moment.toNanos());
          });
    }
  }

  private void notifyRelays() {
    try (Connection connection = connections.pooled().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("notify " + CHANNEL);
    } catch (SQLException e) {
      LOG.debug("relays were not notified, they find the updates when they poll", e);
    }
  }

  @PreDestroy
  void close() {
    thread.shutdownNow();
  }
}
