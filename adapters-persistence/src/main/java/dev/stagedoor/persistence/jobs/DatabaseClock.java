package dev.stagedoor.persistence.jobs;

import dev.stagedoor.persistence.tx.Connections;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the database's time. Instances whose clocks differ would otherwise take each other for dead
 * and run each other's jobs.
 */
@Singleton
public final class DatabaseClock implements InstantSource {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseClock.class);
  private static final long TRUSTED_NANOS = Duration.ofMinutes(1).toNanos();

  private final DataSource database;
  private final AtomicLong measuredAt;
  private volatile Duration ahead;

  DatabaseClock(Connections connections) {
    this.database = connections.pooled();
    try {
      this.ahead = measure();
    } catch (SQLException e) {
      throw new IllegalStateException("the database cannot be reached and tells no time", e);
    }
    this.measuredAt = new AtomicLong(System.nanoTime());
  }

  @Override
  public Instant instant() {
    long last = measuredAt.get();
    long now = System.nanoTime();
    if (now - last > TRUSTED_NANOS && measuredAt.compareAndSet(last, now)) {
      // Not by the caller: inside a unit of work it would wait for a second connection.
      Thread measuring = new Thread(this::measureAgain, "database-clock");
      measuring.setDaemon(true);
      measuring.start();
    }
    return Instant.now().plus(ahead);
  }

  private void measureAgain() {
    try {
      ahead = measure();
    } catch (SQLException e) {
      LOG.debug("the database does not tell the time, the last difference holds", e);
    }
  }

  private Duration measure() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("select clock_timestamp()")) {
      result.next();
      return Duration.between(Instant.now(), result.getObject(1, OffsetDateTime.class).toInstant());
    }
  }
}
