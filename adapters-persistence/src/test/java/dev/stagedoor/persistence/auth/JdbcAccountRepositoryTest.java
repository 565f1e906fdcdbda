package dev.stagedoor.persistence.auth;

import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.contract.AccountRepositoryContract;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcAccountRepositoryTest implements AccountRepositoryContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public AccountRepository accounts() {
    return OPEN.ports().accounts();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }
}
