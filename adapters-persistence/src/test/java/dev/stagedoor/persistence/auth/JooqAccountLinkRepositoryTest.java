package dev.stagedoor.persistence.auth;

import dev.stagedoor.domain.auth.port.AccountLinkRepository;
import dev.stagedoor.domain.contract.AccountLinkRepositoryContract;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqAccountLinkRepositoryTest implements AccountLinkRepositoryContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public AccountLinkRepository links() {
    return OPEN.ports().accountLinks();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }
}
