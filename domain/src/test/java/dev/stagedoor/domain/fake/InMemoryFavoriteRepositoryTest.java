package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.FavoriteRepositoryContract;
import java.util.function.Supplier;

class InMemoryFavoriteRepositoryTest implements FavoriteRepositoryContract {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryViewerProfileRepository profiles =
      new InMemoryViewerProfileRepository(store);
  private final InMemoryFavoriteRepository favorites =
      new InMemoryFavoriteRepository(store, profiles);

  @Override
  public InMemoryFavoriteRepository favorites() {
    return favorites;
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
