package dev.stagedoor.application.fake;

import dev.stagedoor.application.contract.AnalyticsQueriesContract;
import dev.stagedoor.domain.fake.InMemoryAccountRepository;
import dev.stagedoor.domain.fake.InMemoryFacts;
import dev.stagedoor.domain.fake.InMemoryStore;
import java.util.function.Supplier;

class InMemoryAnalyticsQueriesTest implements AnalyticsQueriesContract {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryAccountRepository accounts = new InMemoryAccountRepository(store);
  private final InMemoryFacts facts = new InMemoryFacts(store);

  @Override
  public InMemoryAnalyticsQueries queries() {
    return new InMemoryAnalyticsQueries(facts, accounts);
  }

  @Override
  public InMemoryFacts facts() {
    return facts;
  }

  @Override
  public InMemoryFacts rollUp() {
    return facts;
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
