package dev.stagedoor.persistence.notifications;

import dev.stagedoor.application.contract.NotificationQueriesContract;
import dev.stagedoor.application.port.NotificationQueries;
import dev.stagedoor.domain.notifications.port.NotificationRepository;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqNotificationQueriesTest implements NotificationQueriesContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public NotificationQueries queries() {
    return OPEN.ports().notifications().queries();
  }

  @Override
  public NotificationRepository notifications() {
    return OPEN.ports().notifications().notifications();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }
}
