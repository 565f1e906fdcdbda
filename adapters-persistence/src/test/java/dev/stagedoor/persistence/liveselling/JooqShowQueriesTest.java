package dev.stagedoor.persistence.liveselling;

import dev.stagedoor.application.contract.ShowQueriesContract;
import dev.stagedoor.application.port.ShowQueries;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.contract.LiveSellingStores;
import dev.stagedoor.persistence.TestLiveSelling;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqShowQueriesTest implements ShowQueriesContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public ShowQueries queries() {
    return OPEN.ports().liveSelling().showQueries();
  }

  @Override
  public LiveSellingStores stores() {
    return TestLiveSelling.stores(OPEN);
  }

  @Override
  public UserId anAccountOnFile() {
    return TestLiveSelling.anAccountOnFile(OPEN);
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }
}
