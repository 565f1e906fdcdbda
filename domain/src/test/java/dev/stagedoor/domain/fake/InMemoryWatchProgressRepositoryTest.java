package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.WatchProgressRepositoryContract;
import java.util.function.Supplier;

class InMemoryWatchProgressRepositoryTest implements WatchProgressRepositoryContract {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryViewerProfileRepository profiles =
      new InMemoryViewerProfileRepository(store);
  private final InMemoryWatchProgressRepository progress =
      new InMemoryWatchProgressRepository(store, profiles);

  @Override
  public InMemoryWatchProgressRepository progress() {
    return progress;
  }

  @Override
  public InMemoryViewerProfileRepository profiles() {
    return profiles;
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return store.write(work);
  }
}
