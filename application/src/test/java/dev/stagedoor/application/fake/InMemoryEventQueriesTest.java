package dev.stagedoor.application.fake;

import dev.stagedoor.application.contract.EventQueriesContract;
import dev.stagedoor.domain.fake.InMemoryAccountRepository;
import dev.stagedoor.domain.fake.InMemoryEventRepository;
import dev.stagedoor.domain.fake.InMemoryStore;
import dev.stagedoor.domain.fake.InMemoryTicketedEventRepository;
import java.util.function.Supplier;

class InMemoryEventQueriesTest implements EventQueriesContract {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryAccountRepository accounts = new InMemoryAccountRepository(store);
  private final InMemoryEventRepository events = new InMemoryEventRepository(store);
  private final InMemoryTicketedEventRepository tickets =
      new InMemoryTicketedEventRepository(store);
  private final InMemoryEventQueries queries = new InMemoryEventQueries(events, tickets, accounts);

  @Override
  public InMemoryEventQueries queries() {
    return queries;
  }

  @Override
  public InMemoryEventRepository events() {
    return events;
  }

  @Override
  public InMemoryTicketedEventRepository tickets() {
    return tickets;
  }

  @Override
  public InMemoryAccountRepository accounts() {
    return accounts;
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return store.write(work);
  }
}
