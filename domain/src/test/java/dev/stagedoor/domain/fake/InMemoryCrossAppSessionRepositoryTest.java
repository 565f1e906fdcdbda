package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.CrossAppSessionRepositoryContract;
import java.util.function.Supplier;

class InMemoryCrossAppSessionRepositoryTest implements CrossAppSessionRepositoryContract {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryCrossAppSessionRepository kept =
      new InMemoryCrossAppSessionRepository(store);

  @Override
  public InMemoryCrossAppSessionRepository sessions() {
    return kept;
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return store.write(work);
  }
}
