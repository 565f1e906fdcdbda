package dev.stagedoor.persistence.jobs;

import com.github.kagkarlsson.scheduler.Clock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the database's time. Instances whose clocks differ would otherwise take each other for dead
 * and run each other's jobs.
 */
final class DatabaseClock implements Clock {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseClock.class);
  private static final long TRUSTED_NANOS = Duration.ofMinutes(1).toNanos();

  private final DataSource database;
  private volatile Duration ahead;
  private volatile long measuredAt;

  DatabaseClock(DataSource database) throws SQLException {
    this.database = database;
    this.ahead = measure();
    this.measuredAt = System.nanoTime();
  }

  @Override
  public Instant now() {
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
