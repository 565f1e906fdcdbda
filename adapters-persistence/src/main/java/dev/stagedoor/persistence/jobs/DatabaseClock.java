package dev.stagedoor.persistence.jobs;

import dev.stagedoor.persistence.tx.Connections;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the database's time. Instances whose clocks differ would otherwise take each other for dead
 * and run each other's jobs.
 */
@Singleton
public final class DatabaseClock extends Clock {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseClock.class);
  private static final long TRUSTED_NANOS = Duration.ofMinutes(1).toNanos();

  private final DataSource database;
  private volatile Duration ahead;
  private volatile long measuredAt;

  DatabaseClock(Connections connections) {
    this.database = connections.pooled();
    try {
      this.ahead = measure();
    } catch (SQLException e) {
      throw new IllegalStateException("the database cannot be reached and tells no time", e);
    }
    this.measuredAt = System.nanoTime();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("it tells moments only");
  }

  @Override
  public Instant instant() {
    if (System.nanoTime() - measuredAt > TRUSTED_NANOS) {
      measuredAt = System.nanoTime();
      try {
        ahead = measure();
      } catch (SQLException e) {
        LOG.debug("the database does not tell the time, the last difference holds", e);
      }
    }
    return Instant.now().plus(ahead);
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
