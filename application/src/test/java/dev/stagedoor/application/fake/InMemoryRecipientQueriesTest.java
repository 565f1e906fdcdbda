package dev.stagedoor.application.fake;

import dev.stagedoor.application.contract.RecipientQueriesContract;
import dev.stagedoor.domain.fake.InMemoryAccountRepository;
import dev.stagedoor.domain.fake.InMemoryStore;
import java.util.function.Supplier;

class InMemoryRecipientQueriesTest implements RecipientQueriesContract {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryAccountRepository accounts = new InMemoryAccountRepository(store);
  private final InMemoryRecipientQueries recipients = new InMemoryRecipientQueries(accounts);

  @Override
  public InMemoryRecipientQueries recipients() {
    return recipients;
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
