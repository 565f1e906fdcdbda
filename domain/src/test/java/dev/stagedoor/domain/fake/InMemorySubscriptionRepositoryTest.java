package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.SubscriptionRepositoryContract;
import java.util.function.Supplier;

class InMemorySubscriptionRepositoryTest implements SubscriptionRepositoryContract {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemorySubscriptionRepository kept = new InMemorySubscriptionRepository(store);

  @Override
  public InMemorySubscriptionRepository subscriptions() {
    return kept;
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return store.write(work);
  }
}
