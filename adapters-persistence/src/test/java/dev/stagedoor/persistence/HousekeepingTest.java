package dev.stagedoor.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.Settings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is over is removed when it is old enough; what may still be wanted never is. */
class HousekeepingTest {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  private static final Settings.Retention RETENTION =
      new Settings.Retention(Duration.ofDays(30), Duration.ofDays(90));

  @BeforeEach
  void nothingIsKept() {
    OPEN.database().run("delete from received_webhooks");
    OPEN.database().run("delete from messages");
  }

  private static void webhooks(int count, String status, String age) {
    OPEN.database()
        .run(
            """
            insert into received_webhooks (id, provider, delivery_id, topic, type, headers, body,
              status, attempts, error, received_at, applied_at)
            select gen_random_uuid(), 'stripe', gen_random_uuid()::text, '', '%1$s %2$s', '{}',
              'body', '%1$s', 1, null, now() - interval '%2$s', null
            from generate_series(1, %3$d)
            """
                .formatted(status, age, count));
  }

  private static void messages(int count, String status, String age) {
    OPEN.database()
        .run(
            """
            insert into messages (id, recipient, subject, text_body, html_body, status, attempts,
              created_at, sent_at)
            select gen_random_uuid(), 'a@example.org', '%1$s %2$s', '', '', '%1$s', 1,
              now() - interval '%2$s', case when '%1$s' = 'sent' then now() end
            from generate_series(1, %3$d)
            """
                .formatted(status, age, count));
  }

  private static List<String> left(String query) throws SQLException {
    List<String> left = new ArrayList<>();
    try (Connection connection = OPEN.database().connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        left.add(result.getString(1));
      }
    }
    return left;
  }

  private static void clean() {
    OPEN.persistence().housekeeping(RETENTION).forEach(job -> job.work().run());
  }

  @Test
  void deliveriesThatAreOverAreRemovedWhenTheyAreOld() throws SQLException {
    webhooks(1, "applied", "29 days");
    webhooks(1, "ignored", "29 days");
    webhooks(1, "applied", "31 days");
    webhooks(1, "ignored", "31 days");

    clean();

    assertThat(left("select type from received_webhooks"))
        .containsExactlyInAnyOrder("applied 29 days", "ignored 29 days");
  }

  @Test
  void deliveriesThatFailedWaitToBeReplayedHoweverOld() throws SQLException {
    webhooks(2, "failed", "400 days");

    clean();

    assertThat(left("select type from received_webhooks")).hasSize(2);
  }

  @Test
  void mailsThatAreOverAreRemovedWhenTheyAreOldAndOthersNever() throws SQLException {
    messages(1, "sent", "91 days");
    messages(1, "refused", "91 days");
    messages(1, "sent", "89 days");
    messages(1, "refused", "89 days");
    messages(1, "queued", "400 days");
    messages(1, "sending", "400 days");

    clean();

    assertThat(left("select subject from messages"))
        .containsExactlyInAnyOrder(
            "sent 89 days", "refused 89 days", "queued 400 days", "sending 400 days");
  }

  @Test
  void moreThanABatchIsRemovedAtOnce() throws SQLException {
    webhooks(450, "applied", "31 days");
    messages(450, "sent", "91 days");

    clean();

    assertThat(left("select type from received_webhooks")).isEmpty();
    assertThat(left("select subject from messages")).isEmpty();
  }

  @Test
  void aDeliveryThatSomebodyIsWorkingOnIsLeftAndHoldsNobodyUp() throws SQLException {
    webhooks(3, "applied", "31 days");
    try (Connection other = OPEN.database().connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("select id from received_webhooks limit 1 for update");

      clean();

      assertThat(left("select type from received_webhooks")).hasSize(1);
      other.rollback();
    }

    clean();

    assertThat(left("select type from received_webhooks")).isEmpty();
  }
}
