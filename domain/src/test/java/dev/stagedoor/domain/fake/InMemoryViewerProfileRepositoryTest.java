package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.ViewerProfileRepositoryContract;
import java.util.function.Supplier;

class InMemoryViewerProfileRepositoryTest implements ViewerProfileRepositoryContract {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryTv kept = InMemoryTv.in(store);

  @Override
  public InMemoryViewerProfileRepository profiles() {
    return kept.profiles();
  }

  @Override
  public InMemoryDefaultProfiles defaults() {
    return new InMemoryDefaultProfiles(kept.profiles());
  }

  @Override
  public InMemoryProfileTokenRepository tokens() {
    return kept.profileTokens();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return store.write(work);
  }
}
