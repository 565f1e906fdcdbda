package dev.stagedoor.persistence.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.persistence.TestDatabase;
import dev.stagedoor.persistence.tx.Connections;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

class LiveNotifierTest {
  private static final int LONG_ENOUGH_TO_COME = 30_000;
  private static final int LONG_ENOUGH_TO_BE_MISSED = 300;

  private final TestDatabase database = TestDatabase.fresh();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void theFirstIsToldAtOnceAndThoseOfTheNextMomentTogether() throws SQLException {
    LiveNotifier notifier = notifier(Duration.ofSeconds(10));
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("listen " + LiveNotifier.CHANNEL);
      PGConnection listener = connection.unwrap(PGConnection.class);

      notifier.run();
      assertThat(told(listener, LONG_ENOUGH_TO_COME)).isEqualTo(1);

      for (int i = 0; i < 10; i++) {
        notifier.run();
      }
      assertThat(told(listener, LONG_ENOUGH_TO_BE_MISSED)).isZero();
      assertThat(told(listener, LONG_ENOUGH_TO_COME)).isEqualTo(1);
    } finally {
      notifier.close();
    }
  }

  private LiveNotifier notifier(Duration moment) {
    return new LiveNotifier(new Connections(database.pool(), database.pool()), moment);
  }

  private static int told(PGConnection listener, int millis) throws SQLException {
    PGNotification[] told = listener.getNotifications(millis);
    return told == null ? 0 : told.length;
  }
}
