package dev.stagedoor.persistence.notifications;

import dev.stagedoor.domain.contract.NotificationRepositoryContract;
import dev.stagedoor.domain.notifications.port.NotificationRepository;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqNotificationRepositoryTest implements NotificationRepositoryContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public NotificationRepository notifications() {
    return OPEN.ports().notifications().notifications();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }
}
