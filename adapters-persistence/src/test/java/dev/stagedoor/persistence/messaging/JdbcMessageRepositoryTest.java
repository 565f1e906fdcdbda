package dev.stagedoor.persistence.messaging;

import dev.stagedoor.domain.contract.MessageRepositoryContract;
import dev.stagedoor.domain.messaging.port.MessageRepository;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcMessageRepositoryTest implements MessageRepositoryContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public MessageRepository messages() {
    return OPEN.ports().messages();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }
}
