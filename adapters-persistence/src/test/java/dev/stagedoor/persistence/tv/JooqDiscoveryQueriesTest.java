package dev.stagedoor.persistence.tv;

import dev.stagedoor.application.TvPorts;
import dev.stagedoor.application.contract.DiscoveryQueriesContract;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqDiscoveryQueriesTest implements DiscoveryQueriesContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public TvPorts ports() {
    return OPEN.ports().tv();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }
}
