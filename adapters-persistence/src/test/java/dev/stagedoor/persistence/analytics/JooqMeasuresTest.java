package dev.stagedoor.persistence.analytics;

import dev.stagedoor.application.contract.MeasuresContract;
import dev.stagedoor.application.port.PlatformQueries;
import dev.stagedoor.domain.analytics.port.Measures;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqMeasuresTest implements MeasuresContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public PlatformQueries queries() {
    return OPEN.ports().analytics().platform();
  }

  @Override
  public Measures measures() {
    return OPEN.ports().analytics().measures();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }
}
