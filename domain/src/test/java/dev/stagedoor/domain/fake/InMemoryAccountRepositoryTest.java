package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.contract.AccountRepositoryContract;
import java.util.function.Supplier;

class InMemoryAccountRepositoryTest implements AccountRepositoryContract {
  private final InMemoryStore store = new InMemoryStore();
  private final AccountRepository accounts = new InMemoryAccountRepository(store);

  @Override
  public AccountRepository accounts() {
    return accounts;
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return store.write(work);
  }
}
