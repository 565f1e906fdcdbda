package dev.stagedoor.application.fake;

import dev.stagedoor.application.contract.AccountQueriesContract;
import dev.stagedoor.domain.fake.InMemoryAccountRepository;
import dev.stagedoor.domain.fake.InMemoryStore;
import java.util.function.Supplier;

class InMemoryAccountQueriesTest implements AccountQueriesContract {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryAccountRepository accounts = new InMemoryAccountRepository(store);
  private final InMemoryAccountQueries queries = new InMemoryAccountQueries(accounts);

  @Override
  public InMemoryAccountQueries queries() {
    return queries;
  }

  @Override
  public InMemoryAccountRepository accounts() {
    return accounts;
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return store.write(work);
  }
}
