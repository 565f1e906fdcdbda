package dev.stagedoor.persistence.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.fixture.LiveStreamBuilder;
import dev.stagedoor.domain.fixture.PaymentBuilder;
import dev.stagedoor.domain.fixture.Samples;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.persistence.TestDatabase;
import dev.stagedoor.persistence.TestPersistence;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The list of encrypted columns against the database. That nothing is missing in it is looked for
 * at the end of every test class, in whatever that left in its database.
 */
class EncryptedColumnTest {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  static Iterable<Column> columns() {
    return EncryptedColumn.all();
  }

  @ParameterizedTest
  @MethodSource("columns")
  void aRegisteredColumnIsThereAndItsRowIsKnownByThePrimaryKey(Column column) throws SQLException {
    try (Connection connection = OPEN.database().connect()) {
      DatabaseMetaData database = connection.getMetaData();
      try (ResultSet found = database.getColumns(null, "public", column.table(), column.name())) {
        assertThat(found.next()).as("%s is there", column).isTrue();
        assertThat(found.getString("TYPE_NAME")).isEqualTo("text");
      }
      Map<Integer, String> key = new TreeMap<>();
      try (ResultSet found = database.getPrimaryKeys(null, "public", column.table())) {
        while (found.next()) {
          key.put(found.getInt("KEY_SEQ"), found.getString("COLUMN_NAME"));
        }
      }
      assertThat(column.key()).containsExactlyElementsOf(key.values());
    }
  }

  @Test
  void encryptedValuesAreFoundInEveryColumnThatAnAreaKeepsThemIn() throws SQLException {
    OPEN.run(
        () -> {
          OPEN.ports().payments().save(PaymentBuilder.aPayment().awaitingPayer().build());
          OPEN.ports()
              .liveStreams()
              .save(LiveStreamBuilder.aStream().attached(Samples.aLiveInput()).build());
          OPEN.ports().messages().save(Samples.aMessage());
        });

    try (Connection connection = OPEN.database().connect()) {
      assertThat(EncryptedValues.columnsWithAny(connection))
          .contains("payments.client_secret", "messages.text_body", "messages.html_body")
          .contains("live_streams.stream_key", "live_streams.srt_url", "live_streams.whip_url");
      assertThat(EncryptedValues.outsideOfRegisteredColumns(connection)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text|'%s'",
        "jsonb|'[{\"credentials\": \"%s\"}]'",
        "text[]|array['first', '%s']",
        "bytea|convert_to('%s', 'UTF8')"
      })
  void anEncryptedValueAnywhereElseIsFound(String typeAndValue) throws SQLException {
    String[] parts = typeAndValue.split("\\|", 2);
    ColumnCipher cipher = new ColumnCipher(TestDatabase.KEYS);
    try (TestDatabase database = TestDatabase.empty();
        Connection connection = database.connect()) {
      database.run("create table unknown (id uuid primary key, hidden " + parts[0] + ")");
      for (String secret : new String[] {"", "a", "ab", "abc", "a long secret".repeat(9)}) {
        String stored =
            cipher.encrypt(
                EncryptedColumn.PAYMENT_CLIENT_SECRET.at(UUID.randomUUID()), Secret.of(secret));
        database.run(
            "insert into unknown values (gen_random_uuid(), " + parts[1].formatted(stored) + ")");

        assertThat(EncryptedValues.outsideOfRegisteredColumns(connection))
            .as("found with %s characters", secret.length())
            .containsExactly("unknown.hidden");
        database.run("delete from unknown");
      }
    }
  }
}
