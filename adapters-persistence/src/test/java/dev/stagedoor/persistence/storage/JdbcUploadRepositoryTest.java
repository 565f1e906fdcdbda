package dev.stagedoor.persistence.storage;

import dev.stagedoor.domain.contract.UploadRepositoryContract;
import dev.stagedoor.domain.storage.port.UploadRepository;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcUploadRepositoryTest implements UploadRepositoryContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public UploadRepository uploads() {
    return OPEN.ports().uploads();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }
}
