package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.LiveStreamRepositoryContract;
import java.util.function.Supplier;

class InMemoryLiveStreamRepositoryTest implements LiveStreamRepositoryContract {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryLiveStreamRepository repository = new InMemoryLiveStreamRepository(store);

  @Override
  public InMemoryLiveStreamRepository streams() {
    return repository;
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return store.write(work);
  }
}
