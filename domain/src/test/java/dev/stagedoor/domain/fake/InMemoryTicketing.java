package dev.stagedoor.domain.fake;

/** The repositories of ticketing, all in one store. */
public record InMemoryTicketing(
    InMemoryTicketedEventRepository tickets,
    InMemoryTicketingConnectionRepository connections,
    InMemoryCrossAppSessionRepository sessions,
    InMemoryCrossAppAudit audit) {

  public static InMemoryTicketing in(InMemoryStore store) {
    InMemoryTicketedEventRepository tickets = new InMemoryTicketedEventRepository(store);
    return new InMemoryTicketing(
        tickets,
        new InMemoryTicketingConnectionRepository(store, tickets),
        new InMemoryCrossAppSessionRepository(store),
        new InMemoryCrossAppAudit(store));
  }
}
