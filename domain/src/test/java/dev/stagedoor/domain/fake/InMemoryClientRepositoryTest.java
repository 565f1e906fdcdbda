package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.ClientRepositoryContract;
import java.util.function.Supplier;

class InMemoryClientRepositoryTest implements ClientRepositoryContract {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryClientRepository clients = new InMemoryClientRepository(store);

  @Override
  public InMemoryClientRepository clients() {
    return clients;
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return store.write(work);
  }
}
