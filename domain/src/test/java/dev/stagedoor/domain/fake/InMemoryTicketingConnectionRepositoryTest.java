package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.TicketingConnectionRepositoryContract;
import java.util.function.Supplier;

class InMemoryTicketingConnectionRepositoryTest implements TicketingConnectionRepositoryContract {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryTicketing kept = InMemoryTicketing.in(store);

  @Override
  public InMemoryTicketedEventRepository tickets() {
    return kept.tickets();
  }

  @Override
  public InMemoryTicketingConnectionRepository connections() {
    return kept.connections();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return store.write(work);
  }
}
