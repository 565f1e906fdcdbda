package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.DeliveryRepositoryContract;
import dev.stagedoor.domain.contract.LiveSellingStores;
import java.util.function.Supplier;

class InMemoryDeliveryRepositoryTest implements DeliveryRepositoryContract {
  private final InMemoryStore store = new InMemoryStore();
  private final LiveSellingStores stores = InMemoryLiveSelling.in(store).stores();

  @Override
  public LiveSellingStores stores() {
    return stores;
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return store.write(work);
  }
}
