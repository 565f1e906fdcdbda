package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.SubscriberRepositoryContract;
import java.util.function.Supplier;

class InMemorySubscriberRepositoryTest implements SubscriberRepositoryContract {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemorySubscriberRepository kept = new InMemorySubscriberRepository(store);

  @Override
  public InMemorySubscriberRepository subscribers() {
    return kept;
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return store.write(work);
  }
}
