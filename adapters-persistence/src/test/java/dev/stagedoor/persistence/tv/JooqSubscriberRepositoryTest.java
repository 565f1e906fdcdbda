package dev.stagedoor.persistence.tv;

import dev.stagedoor.domain.contract.SubscriberRepositoryContract;
import dev.stagedoor.domain.tv.port.SubscriberRepository;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqSubscriberRepositoryTest implements SubscriberRepositoryContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public SubscriberRepository subscribers() {
    return OPEN.ports().tv().subscribers();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }
}
