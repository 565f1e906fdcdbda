package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.VideoAssetListsContract;
import dev.stagedoor.domain.contract.VideoAssetRepositoryContract;
import java.util.function.Supplier;

class InMemoryVideoAssetRepositoryTest
    implements VideoAssetRepositoryContract, VideoAssetListsContract {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryVideoAssetRepository kept = new InMemoryVideoAssetRepository(store);

  @Override
  public InMemoryVideoAssetRepository videos() {
    return kept;
  }

  @Override
  public InMemoryVideoAssetRepository lists() {
    return kept;
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return store.write(work);
  }
}
