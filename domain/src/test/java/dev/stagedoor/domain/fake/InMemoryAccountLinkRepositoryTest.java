package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.auth.port.AccountLinkRepository;
import dev.stagedoor.domain.contract.AccountLinkRepositoryContract;
import java.util.function.Supplier;

class InMemoryAccountLinkRepositoryTest implements AccountLinkRepositoryContract {
  private final InMemoryStore store = new InMemoryStore();
  private final AccountLinkRepository links = new InMemoryAccountLinkRepository(store);

  @Override
  public AccountLinkRepository links() {
    return links;
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return store.write(work);
  }
}
