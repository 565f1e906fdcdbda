package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.FuneralDirectorRepositoryContract;
import java.util.function.Supplier;

class InMemoryFuneralDirectorRepositoryTest implements FuneralDirectorRepositoryContract {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryFuneralDirectorRepository repository =
      new InMemoryFuneralDirectorRepository(store);

  @Override
  public InMemoryFuneralDirectorRepository directors() {
    return repository;
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return store.write(work);
  }
}
