package dev.stagedoor.persistence.tv;

import dev.stagedoor.domain.contract.ClientRepositoryContract;
import dev.stagedoor.domain.tv.port.ClientRepository;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqClientRepositoryTest implements ClientRepositoryContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public ClientRepository clients() {
    return OPEN.ports().tv().clients();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }
}
