package dev.stagedoor.persistence.subscriptions;

import dev.stagedoor.domain.contract.SubscriptionRepositoryContract;
import dev.stagedoor.domain.subscriptions.port.SubscriptionRepository;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqSubscriptionRepositoryTest implements SubscriptionRepositoryContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public SubscriptionRepository subscriptions() {
    return OPEN.ports().subscriptions();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }
}
