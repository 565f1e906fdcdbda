package dev.stagedoor.persistence.video;

import dev.stagedoor.domain.contract.LiveStreamRepositoryContract;
import dev.stagedoor.domain.video.port.LiveStreamRepository;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcLiveStreamRepositoryTest implements LiveStreamRepositoryContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public LiveStreamRepository streams() {
    return OPEN.ports().liveStreams();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }
}
