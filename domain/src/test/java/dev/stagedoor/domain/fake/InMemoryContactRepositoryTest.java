package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.ContactRepositoryContract;
import dev.stagedoor.domain.contract.LiveSellingStores;
import java.util.function.Supplier;

class InMemoryContactRepositoryTest implements ContactRepositoryContract {
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
