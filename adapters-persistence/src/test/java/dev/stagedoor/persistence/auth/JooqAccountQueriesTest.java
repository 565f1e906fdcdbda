package dev.stagedoor.persistence.auth;

import dev.stagedoor.application.contract.AccountQueriesContract;
import dev.stagedoor.application.port.AccountQueries;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqAccountQueriesTest implements AccountQueriesContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public AccountQueries queries() {
    return OPEN.ports().accountQueries();
  }

  @Override
  public AccountRepository accounts() {
    return OPEN.ports().accounts();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }
}
