package dev.stagedoor.persistence.tv;

import dev.stagedoor.domain.contract.PlanRepositoryContract;
import dev.stagedoor.domain.tv.port.PlanRepository;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqPlanRepositoryTest implements PlanRepositoryContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public PlanRepository plans() {
    return OPEN.ports().tv().plans();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }
}
