package dev.stagedoor.persistence.tv;

import dev.stagedoor.domain.contract.WatchProgressRepositoryContract;
import dev.stagedoor.domain.tv.port.ViewerProfileRepository;
import dev.stagedoor.domain.tv.port.WatchProgressRepository;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqWatchProgressRepositoryTest implements WatchProgressRepositoryContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public WatchProgressRepository progress() {
    return OPEN.ports().tv().progress();
  }

  @Override
  public ViewerProfileRepository profiles() {
    return OPEN.ports().tv().profiles();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }
}
