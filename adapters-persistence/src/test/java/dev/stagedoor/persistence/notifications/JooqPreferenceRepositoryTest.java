package dev.stagedoor.persistence.notifications;

import dev.stagedoor.domain.contract.PreferenceRepositoryContract;
import dev.stagedoor.domain.notifications.port.PreferenceRepository;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqPreferenceRepositoryTest implements PreferenceRepositoryContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public PreferenceRepository preferences() {
    return OPEN.ports().notifications().preferences();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }
}
