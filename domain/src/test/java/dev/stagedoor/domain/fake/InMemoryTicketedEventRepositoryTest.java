package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.TicketedEventListsContract;
import dev.stagedoor.domain.contract.TicketedEventRepositoryContract;
import java.util.function.Supplier;

class InMemoryTicketedEventRepositoryTest
    implements TicketedEventRepositoryContract, TicketedEventListsContract {
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
  public InMemoryTicketedEventRepository lists() {
    return kept.tickets();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return store.write(work);
  }
}
