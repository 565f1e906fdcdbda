package dev.stagedoor.persistence.video;

import dev.stagedoor.application.contract.VideoQueriesContract;
import dev.stagedoor.application.port.VideoQueries;
import dev.stagedoor.domain.video.port.LiveStreamRepository;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqVideoQueriesTest implements VideoQueriesContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public VideoQueries queries() {
    return OPEN.ports().videoQueries();
  }

  @Override
  public LiveStreamRepository streams() {
    return OPEN.ports().liveStreams();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }
}
