package dev.stagedoor.persistence.liveselling;

import dev.stagedoor.application.contract.WorkspaceQueriesContract;
import dev.stagedoor.application.port.WorkspaceQueries;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.contract.LiveSellingStores;
import dev.stagedoor.persistence.TestLiveSelling;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqWorkspaceQueriesTest implements WorkspaceQueriesContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public WorkspaceQueries queries() {
    return OPEN.ports().liveSelling().workspaceQueries();
  }

  @Override
  public LiveSellingStores stores() {
    return TestLiveSelling.stores(OPEN);
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
