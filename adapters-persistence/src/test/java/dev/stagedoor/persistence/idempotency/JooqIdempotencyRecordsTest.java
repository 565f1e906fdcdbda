package dev.stagedoor.persistence.idempotency;

import static dev.stagedoor.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.contract.IdempotencyRecordsContract;
import dev.stagedoor.application.port.IdempotencyRecords;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.persistence.TestPersistence;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqIdempotencyRecordsTest implements IdempotencyRecordsContract {
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
}
