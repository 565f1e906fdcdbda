package dev.stagedoor.persistence.analytics;

import dev.stagedoor.domain.analytics.port.PaidPlans;
import dev.stagedoor.domain.contract.PaidPlansContract;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqPaidPlansTest implements PaidPlansContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public PaidPlans paidPlans() {
    return OPEN.ports().analytics().paidPlans();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }
}
