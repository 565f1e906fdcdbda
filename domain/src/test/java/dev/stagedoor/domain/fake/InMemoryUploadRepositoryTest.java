package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.UploadRepositoryContract;
import java.util.function.Supplier;

class InMemoryUploadRepositoryTest implements UploadRepositoryContract {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryUploadRepository kept = new InMemoryUploadRepository(store);

  @Override
  public InMemoryUploadRepository uploads() {
    return kept;
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return store.write(work);
  }
}
