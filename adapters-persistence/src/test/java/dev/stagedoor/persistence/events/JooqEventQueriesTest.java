package dev.stagedoor.persistence.events;

import dev.stagedoor.application.contract.EventQueriesContract;
import dev.stagedoor.application.port.EventQueries;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.events.port.EventRepository;
import dev.stagedoor.domain.ticketing.port.TicketedEventRepository;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqEventQueriesTest implements EventQueriesContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public EventQueries queries() {
    return OPEN.ports().events().queries();
  }

  @Override
  public EventRepository events() {
    return OPEN.ports().events().events();
  }

  @Override
  public TicketedEventRepository tickets() {
    return OPEN.ports().ticketing().tickets();
  }

  @Override
  public AccountRepository accounts() {
    return OPEN.ports().accounts();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }
}
