package dev.stagedoor.persistence.events;

import dev.stagedoor.domain.contract.EventRepositoryContract;
import dev.stagedoor.domain.events.port.EventRepository;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqEventRepositoryTest implements EventRepositoryContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public EventRepository events() {
    return OPEN.ports().events().events();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }
}
