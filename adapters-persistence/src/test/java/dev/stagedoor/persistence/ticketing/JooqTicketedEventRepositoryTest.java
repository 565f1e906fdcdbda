package dev.stagedoor.persistence.ticketing;

import dev.stagedoor.domain.contract.TicketedEventListsContract;
import dev.stagedoor.domain.contract.TicketedEventRepositoryContract;
import dev.stagedoor.domain.ticketing.port.TicketedEventLists;
import dev.stagedoor.domain.ticketing.port.TicketedEventRepository;
import dev.stagedoor.domain.ticketing.port.TicketingConnectionRepository;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqTicketedEventRepositoryTest
    implements TicketedEventRepositoryContract, TicketedEventListsContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public TicketedEventRepository tickets() {
    return OPEN.ports().ticketing().tickets();
  }

  @Override
  public TicketingConnectionRepository connections() {
    return OPEN.ports().ticketing().connections();
  }

  @Override
  public TicketedEventLists lists() {
    return OPEN.ports().ticketing().lists();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }
}
