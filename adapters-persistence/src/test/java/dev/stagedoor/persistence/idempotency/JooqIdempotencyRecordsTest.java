package dev.stagedoor.persistence.idempotency;

import static dev.stagedoor.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.contract.IdempotencyRecordsContract;
import dev.stagedoor.application.port.IdempotencyRecords;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.persistence.Persistence;
import dev.stagedoor.persistence.TestDatabase;
import dev.stagedoor.persistence.TestPersistence;
import dev.stagedoor.persistence.crypto.EncryptionKeys;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqIdempotencyRecordsTest implements IdempotencyRecordsContract {
  private static final Secret OLD = key(1);
  private static final Secret NEW = key(2);

  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public IdempotencyRecords records() {
    return OPEN.ports().idempotencyRecords();
  }

  @Override
  public int schedules() {
    return 200;
  }

  @Test
  void ofFiftyConcurrentRequestsExactlyOneStarts() {
    var request = new IdempotencyRecords.Request("scope", "fifty", "hash");

    assertThat(
            Race.of(
                50,
                () ->
                    records()
                        .start(
                            new IdempotencyRecords.Attempt(
                                request, UUID.randomUUID(), NOW, NOW.plus(LEASE), NOW.plus(KEEP)))
                        .state()))
        .containsOnlyOnce(IdempotencyRecords.State.STARTED);
  }

  /** The four-digit PIN of a body must not be found by ten thousand hashes. */
  @Test
  void nobodyCanTryBodiesAgainstTheirDigests() throws SQLException {
    String pin = sha256("{\"pin\":\"1234\"}");
    start(records(), new IdempotencyRecords.Request("scope", "pin", pin), NOW);
    start(records(), new IdempotencyRecords.Request("scope", "same pin", pin), NOW);
    start(records(), new IdempotencyRecords.Request("another", "pin", pin), NOW);

    List<String> kept = keptBodies(OPEN.database());
    assertThat(kept).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates();
    assertThat(kept).noneMatch(digest -> digest.contains(pin));
    assertThat(kept).allMatch(digest -> digest.matches("test/[0-9a-f]{64}"));
  }

  @Test
  void whatWasStartedBeforeAChangeOfKeysIsReplayedAfterIt() {
    var request = new IdempotencyRecords.Request("scope", "rotated", sha256("the body"));
    var other = new IdempotencyRecords.Request("scope", "rotated", sha256("another body"));
    var left = new IdempotencyRecords.Request("scope", "left", sha256("the body"));
    try (TestDatabase database = TestDatabase.fresh()) {
      try (Persistence before = Persistence.open(database.pool(), EncryptionKeys.of("old", OLD))) {
        IdempotencyRecords records = before.ports().idempotencyRecords();
        IdempotencyRecords.Attempt first = attempt(request, NOW);
        records.start(first);
        records.finish(first, new IdempotencyRecords.Answer(201, "", new byte[] {7}));
        start(records, left, NOW);
      }
      EncryptionKeys both = new EncryptionKeys("new", Map.of("old", OLD, "new", NEW));
      try (Persistence during = Persistence.open(database.pool(), both)) {
        IdempotencyRecords records = during.ports().idempotencyRecords();
        assertThat(start(records, request, NOW)).isEqualTo(IdempotencyRecords.State.FINISHED);
        assertThat(start(records, other, NOW)).isEqualTo(IdempotencyRecords.State.OTHER_BODY);
        assertThat(start(records, left, NOW.plus(LEASE)))
            .isEqualTo(IdempotencyRecords.State.STARTED);
      }
      try (Persistence after = Persistence.open(database.pool(), EncryptionKeys.of("new", NEW))) {
        IdempotencyRecords records = after.ports().idempotencyRecords();
        assertThat(start(records, request, NOW)).isEqualTo(IdempotencyRecords.State.OTHER_BODY);
        assertThat(start(records, left, NOW.plus(LEASE)))
            .isEqualTo(IdempotencyRecords.State.RUNNING);
      }
    }
  }

  @Test
  void whatWasKeptWithAPlainHashIsStillReplayed() {
    var request = new IdempotencyRecords.Request("scope", "plain", sha256("the body"));
    var other = new IdempotencyRecords.Request("scope", "plain", sha256("another body"));
    start(records(), request, NOW);
    OPEN.database()
        .run(
            "update idempotency_records set body_hash = '"
                + request.bodyHash()
                + "' where key = 'plain'");

    assertThat(start(records(), other, NOW)).isEqualTo(IdempotencyRecords.State.OTHER_BODY);
    assertThat(start(records(), request, NOW)).isEqualTo(IdempotencyRecords.State.RUNNING);
  }

  private static IdempotencyRecords.State start(
      IdempotencyRecords records, IdempotencyRecords.Request request, Instant at) {
    return records.start(attempt(request, at)).state();
  }

  private static IdempotencyRecords.Attempt attempt(
      IdempotencyRecords.Request request, Instant at) {
    return new IdempotencyRecords.Attempt(
        request, UUID.randomUUID(), at, at.plus(LEASE), at.plus(KEEP));
  }

  private static List<String> keptBodies(TestDatabase database) throws SQLException {
    List<String> kept = new ArrayList<>();
    try (Connection connection = database.connect();
        ResultSet rows =
            connection
                .createStatement()
                .executeQuery(
                    "select body_hash from idempotency_records where key in ('pin', 'same pin')")) {
      while (rows.next()) {
        kept.add(rows.getString(1));
      }
    }
    return kept;
  }

  private static Secret key(int first) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) first;
    return Secret.of(Base64.getEncoder().encodeToString(bytes));
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
