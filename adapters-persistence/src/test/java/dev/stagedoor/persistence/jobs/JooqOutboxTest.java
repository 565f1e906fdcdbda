package dev.stagedoor.persistence.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.contract.OutboxContract;
import dev.stagedoor.application.jobs.Job;
import dev.stagedoor.application.port.JobQueries;
import dev.stagedoor.application.port.Outbox;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.persistence.TestPersistence;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqOutboxTest implements OutboxContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public Outbox outbox() {
    return OPEN.ports().outbox();
  }

  @Override
  public JobQueries jobs() {
    return OPEN.ports().jobQueries();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }

  @Test
  void aJobAddedByFiftyAtOnceIsOneJob() {
    UUID subject = UUID.randomUUID();
    Race.of(
        50,
        () -> {
          run(() -> outbox().add(new Job("added-by-many", subject, LATER)));
          return true;
        });

    assertThat(write(() -> jobs().list(false, new PageRequest(1, 1000))).items())
        .filteredOn(job -> job.name().equals("added-by-many"))
        .hasSize(1);
  }
}
