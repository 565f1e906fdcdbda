package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.EventRepositoryContract;
import java.util.function.Supplier;

class InMemoryEventRepositoryTest implements EventRepositoryContract {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryEventRepository kept = new InMemoryEventRepository(store);

  @Override
  public InMemoryEventRepository events() {
    return kept;
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return store.write(work);
  }
}
