package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.ServiceCallRecordsContract;
import java.util.function.Supplier;

class InMemoryServiceCallRecordsTest implements ServiceCallRecordsContract {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryServiceCallRecords kept = new InMemoryServiceCallRecords(store);

  @Override
  public InMemoryServiceCallRecords calls() {
    return kept;
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return store.write(work);
  }
}
