package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.ticketing.ConnectionId;
import dev.stagedoor.domain.ticketing.TicketedEvent;
import dev.stagedoor.domain.ticketing.TicketedEventId;
import dev.stagedoor.domain.ticketing.port.TicketedEventLists;
import dev.stagedoor.domain.ticketing.port.TicketedEventRepository;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps the tickets of things in memory. */
public final class InMemoryTicketedEventRepository
    implements TicketedEventRepository, TicketedEventLists {
  private static final Comparator<TicketedEvent> BY_ID =
      Comparator.comparing(tickets -> tickets.id().value().toString());

  private final InMemoryStore.Table<TicketedEventId, TicketedEvent.Snapshot> table;

  public InMemoryTicketedEventRepository(InMemoryStore store) {
    table = store.table();
  }

  @Override
  public Optional<TicketedEvent> find(TicketedEventId id) {
    return table.find(id).map(TicketedEvent::restore);
  }

  @Override
  public Optional<TicketedEvent> lock(TicketedEventId id) {
    return table.lock(id).map(TicketedEvent::restore);
  }

  @Override
  public List<TicketedEvent> lock(ProviderRef sale, Optional<TicketedEventId> also) {
    return all()
        .filter(
            tickets ->
                tickets.sale().filter(sale::equals).isPresent()
                    || also.filter(tickets.id()::equals).isPresent())
        .sorted(BY_ID)
        .flatMap(tickets -> lock(tickets.id()).stream())
        .toList();
  }

  @Override
  public List<TicketedEvent> due(Instant now, int limit) {
    return all()
        .filter(tickets -> tickets.nextLookAt().filter(at -> !at.isAfter(now)).isPresent())
        .sorted(
            Comparator.comparing((TicketedEvent tickets) -> tickets.nextLookAt().orElseThrow())
                .thenComparing(BY_ID))
        .limit(limit)
        .toList();
  }

  @Override
  public void add(TicketedEvent tickets) {
    save(tickets);
  }

  @Override
  public void save(TicketedEvent tickets) {
    TicketedEvent.Snapshot now = tickets.snapshot();
    table.put(
        tickets.id(), next(now, now.connection()), TicketedEvent.Snapshot::version, now.version());
  }

  /** Has whatever follows a connection follow the operator's. */
  void unfollow(ConnectionId connection) {
    table
        .rows()
        .filter(row -> connection.equals(row.connection()))
        .forEach(row -> table.put(TicketedEventId.of(row.subject()), next(row, null)));
  }

  public Stream<TicketedEvent> all() {
    return table.rows().map(TicketedEvent::restore);
  }

  private static TicketedEvent.Snapshot next(
      TicketedEvent.Snapshot of, @Nullable ConnectionId connection) {
    return new TicketedEvent.Snapshot(
        of.subject(),
        of.owner(),
        of.status(),
        of.provider(),
        of.sale(),
        connection,
        of.page(),
        of.wasLive(),
        of.told(),
        of.toldAt(),
        of.unreachableSince(),
        of.looks(),
        of.nextLookAt(),
        of.createdAt(),
        of.changedAt(),
        of.version() + 1);
  }
}
