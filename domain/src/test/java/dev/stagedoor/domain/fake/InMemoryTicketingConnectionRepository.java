package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.ticketing.ConnectionId;
import dev.stagedoor.domain.ticketing.TicketingConnection;
import dev.stagedoor.domain.ticketing.port.TicketingConnectionRepository;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Keeps what people connected at ticketing systems in memory. */
public final class InMemoryTicketingConnectionRepository implements TicketingConnectionRepository {
  private final InMemoryStore.Table<ConnectionId, TicketingConnection> table;
  private final InMemoryTicketedEventRepository tickets;

  public InMemoryTicketingConnectionRepository(
      InMemoryStore store, InMemoryTicketedEventRepository tickets) {
    table = store.table();
    this.tickets = tickets;
  }

  @Override
  public Optional<TicketingConnection> find(ConnectionId id) {
    return table.find(id);
  }

  @Override
  public List<TicketingConnection> of(UserId owner) {
    return table
        .rows()
        .filter(one -> one.owner().equals(owner))
        .sorted(Comparator.comparing(one -> one.provider().value()))
        .toList();
  }

  @Override
  public TicketingConnection put(TicketingConnection connection) {
    TicketingConnection kept =
        of(connection.owner()).stream()
            .filter(one -> one.provider().equals(connection.provider()))
            .findFirst()
            .map(one -> one.signedBy(connection.secret()))
            .orElse(connection);
    table.put(kept.id(), kept);
    return kept;
  }

  @Override
  public void remove(ConnectionId id) {
    tickets.unfollow(id);
    table.remove(id);
  }
}
