package dev.stagedoor.persistence.analytics;

import dev.stagedoor.domain.analytics.port.Facts;
import dev.stagedoor.domain.analytics.port.RollUp;
import dev.stagedoor.domain.contract.RollUpContract;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqRollUpTest implements RollUpContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public Facts facts() {
    return OPEN.ports().analytics().facts();
  }

  @Override
  public RollUp rollUp() {
    return OPEN.ports().analytics().rollUp();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }
}
