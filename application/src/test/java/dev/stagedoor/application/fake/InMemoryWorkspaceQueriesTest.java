package dev.stagedoor.application.fake;

import dev.stagedoor.application.contract.WorkspaceQueriesContract;
import dev.stagedoor.domain.contract.LiveSellingStores;
import dev.stagedoor.domain.fake.InMemoryAccountRepository;
import dev.stagedoor.domain.fake.InMemoryLiveSelling;
import dev.stagedoor.domain.fake.InMemoryStore;
import java.util.function.Supplier;

class InMemoryWorkspaceQueriesTest implements WorkspaceQueriesContract {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryAccountRepository accounts = new InMemoryAccountRepository(store);
  private final InMemoryLiveSelling kept = InMemoryLiveSelling.in(store);
  private final InMemoryWorkspaceQueries queries =
      new InMemoryWorkspaceQueries(kept.workspaces(), kept.shows(), accounts);

  @Override
  public InMemoryWorkspaceQueries queries() {
    return queries;
  }

  @Override
  public InMemoryAccountRepository accounts() {
    return accounts;
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
