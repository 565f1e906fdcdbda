package dev.stagedoor.persistence.notifications;

import dev.stagedoor.domain.contract.TemplateRepositoryContract;
import dev.stagedoor.domain.notifications.port.TemplateRepository;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqTemplateRepositoryTest implements TemplateRepositoryContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public TemplateRepository templates() {
    return OPEN.ports().notifications().templates();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }
}
