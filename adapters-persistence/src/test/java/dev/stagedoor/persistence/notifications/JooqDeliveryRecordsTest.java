package dev.stagedoor.persistence.notifications;

import dev.stagedoor.domain.contract.DeliveryRecordsContract;
import dev.stagedoor.domain.notifications.port.DeliveryRecords;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqDeliveryRecordsTest implements DeliveryRecordsContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public DeliveryRecords deliveries() {
    return OPEN.ports().notifications().deliveries();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }
}
