package dev.stagedoor.persistence.live;

import dev.stagedoor.application.contract.LiveUpdatesContract;
import dev.stagedoor.application.port.LiveFeed;
import dev.stagedoor.application.port.LiveUpdates;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresLiveFeedTest implements LiveUpdatesContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public LiveUpdates updates() {
    return OPEN.ports().liveUpdates();
  }

  @Override
  public LiveFeed feed() {
    return OPEN.ports().liveFeed();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }
}
