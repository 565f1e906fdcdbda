package dev.stagedoor.persistence.notifications;

import dev.stagedoor.domain.contract.UnsubscribeSecretContract;
import dev.stagedoor.domain.notifications.port.UnsubscribeSecret;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqUnsubscribeSecretTest implements UnsubscribeSecretContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public UnsubscribeSecret secret() {
    return OPEN.ports().notifications().unsubscribeSecret();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }
}
