package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.MemorialRepositoryContract;
import java.util.function.Supplier;

class InMemoryMemorialRepositoryTest implements MemorialRepositoryContract {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryMemorialRepository repository = new InMemoryMemorialRepository(store);

  @Override
  public InMemoryMemorialRepository memorials() {
    return repository;
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return store.write(work);
  }
}
