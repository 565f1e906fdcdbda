package dev.stagedoor.persistence.services;

import dev.stagedoor.domain.contract.ServiceCallRecordsContract;
import dev.stagedoor.domain.services.port.ServiceCallRecords;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqServiceCallRecordsTest implements ServiceCallRecordsContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public ServiceCallRecords calls() {
    return OPEN.ports().serviceCalls();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }
}
