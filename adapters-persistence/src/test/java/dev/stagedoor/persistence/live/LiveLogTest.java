package dev.stagedoor.persistence.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.persistence.TestDatabase;
import dev.stagedoor.persistence.live.LiveLog.Horizon;
import dev.stagedoor.persistence.sql.Documents;
import io.micronaut.json.JsonMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How far the log may be read while transactions are open. */
class LiveLogTest {
  private static final String PUBLISH =
      """
      insert into live_events (tx, channel_kind, channel_id, type, data)
      values (pg_current_xact_id(), 'thing', gen_random_uuid(), 'changed', '{}')
      """;

  private final TestDatabase database = TestDatabase.fresh();
  private final LiveLog log = new LiveLog(new Documents(JsonMapper.createDefault()));
  private Connection reading;
  private Connection one;
  private Connection other;
  private DSLContext sql;

  @BeforeEach
  void connect() throws SQLException {
    reading = database.connect();
    sql = DSL.using(reading);
    one = database.connect();
    one.setAutoCommit(false);
    other = database.connect();
    other.setAutoCommit(false);
  }

  @AfterEach
  void close() throws SQLException {
    for (Connection connection : List.of(reading, one, other)) {
      connection.close();
    }
    database.close();
  }

  private static void execute(Connection connection, String statement) throws SQLException {
    try (Statement one = connection.createStatement()) {
      one.execute(statement);
    }
  }

  private List<Long> readable(Horizon horizon, String transactionsOver) {
    return log.between(sql, 0, horizon.newest(), transactionsOver).stream()
        .map(LiveLog.Numbered::seq)
        .toList();
  }

  @Test
  void anEmptyLogHasNothingNew() {
    assertThat(log.horizon(sql, 0)).isEmpty();
    assertThat(log.newest(sql)).isZero();
  }

  @Test
  void aQuietLogIsReadAtOnce() throws SQLException {
    String before = log.transactionsOver(sql);
    execute(one, PUBLISH);
    one.commit();

    Horizon horizon = log.horizon(sql, 0).orElseThrow();
    assertThat(log.isReached(sql, horizon)).isTrue();
    assertThat(readable(horizon, before)).containsExactly(1L);
    assertThat(log.horizon(sql, horizon.newest())).isEmpty();
  }

  @Test
  void aSmallerNumberThatIsNotCommittedYetHoldsTheReadingUp() throws SQLException {
    String before = log.transactionsOver(sql);
    execute(one, PUBLISH);
    execute(other, PUBLISH);
    other.commit();

    Horizon horizon = log.horizon(sql, 0).orElseThrow();
    assertThat(horizon.newest()).isEqualTo(2);
    assertThat(log.isReached(sql, horizon)).isFalse();

    one.commit();
    assertThat(log.isReached(sql, horizon)).isTrue();
    assertThat(readable(horizon, before)).containsExactly(1L, 2L);
  }

  @Test
  void aSmallerNumberThatIsGivenUpLetsTheReadingGoOn() throws SQLException {
    String before = log.transactionsOver(sql);
    execute(one, PUBLISH);
    execute(other, PUBLISH);
    other.commit();
    Horizon horizon = log.horizon(sql, 0).orElseThrow();
    assertThat(log.isReached(sql, horizon)).isFalse();

    one.rollback();
    assertThat(log.isReached(sql, horizon)).isTrue();
    assertThat(readable(horizon, before)).containsExactly(2L);
  }

  @Test
  void aTransactionThatBeganLaterHoldsUpTooWhenItDrewTheSmallerNumber() throws SQLException {
    execute(other, "select pg_current_xact_id()");
    execute(one, PUBLISH);
    execute(other, PUBLISH);
    other.commit();

    Horizon horizon = log.horizon(sql, 0).orElseThrow();
    assertThat(log.isReached(sql, horizon)).isFalse();

    one.commit();
    assertThat(log.isReached(sql, horizon)).isTrue();
  }

  @Test
  void whatBeginsAfterTheHorizonWasSeenDoesNotHoldItUp() throws SQLException {
    execute(one, PUBLISH);
    one.commit();
    Horizon horizon = log.horizon(sql, 0).orElseThrow();

    execute(other, PUBLISH);

    assertThat(log.isReached(sql, horizon)).isTrue();
  }

  @Test
  void whatWasOverBeforeIsLeftOutAndWhatWasOpenIsNot() throws SQLException {
    execute(one, PUBLISH);
    one.commit();
    execute(other, PUBLISH);
    String before = log.transactionsOver(sql);
    other.commit();

    Horizon horizon = log.horizon(sql, 0).orElseThrow();
    assertThat(log.isReached(sql, horizon)).isTrue();
    assertThat(readable(horizon, before)).containsExactly(2L);
  }
}
