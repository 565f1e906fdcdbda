package dev.stagedoor.persistence.liveselling;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.contract.LiveSellingStores;
import dev.stagedoor.domain.contract.ShowRepositoryContract;
import dev.stagedoor.persistence.TestLiveSelling;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcShowRepositoryTest implements ShowRepositoryContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

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
