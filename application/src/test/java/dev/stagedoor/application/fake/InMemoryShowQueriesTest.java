package dev.stagedoor.application.fake;

import dev.stagedoor.application.contract.ShowQueriesContract;
import dev.stagedoor.domain.contract.LiveSellingStores;
import dev.stagedoor.domain.fake.InMemoryLiveSelling;
import dev.stagedoor.domain.fake.InMemoryStore;
import java.util.function.Supplier;

class InMemoryShowQueriesTest implements ShowQueriesContract {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryLiveSelling kept = InMemoryLiveSelling.in(store);
  private final InMemoryShowQueries queries = new InMemoryShowQueries(kept);

  @Override
  public InMemoryShowQueries queries() {
    return queries;
  }

  @Override
  public LiveSellingStores stores() {
    return kept.stores();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return store.write(work);
  }
}
