package dev.stagedoor.application.fake;

import dev.stagedoor.application.contract.OutboxContract;
import dev.stagedoor.domain.fake.InMemoryStore;
import dev.stagedoor.domain.fake.MutableClock;
import dev.stagedoor.domain.fixture.Samples;
import java.util.function.Supplier;

class InMemoryJobsTest implements OutboxContract {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryJobs jobs = new InMemoryJobs(store, new MutableClock(Samples.NOW));

  @Override
  public InMemoryJobs outbox() {
    return jobs;
  }

  @Override
  public InMemoryJobs jobs() {
    return jobs;
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return store.write(work);
  }
}
