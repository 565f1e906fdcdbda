package dev.stagedoor.persistence.ticketing;

import dev.stagedoor.domain.contract.CrossAppAuditContract;
import dev.stagedoor.domain.ticketing.port.CrossAppAudit;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqCrossAppAuditTest implements CrossAppAuditContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public CrossAppAudit audit() {
    return OPEN.ports().ticketing().audit();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }
}
