package dev.stagedoor.domain.ticketing.port;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.ticketing.TicketedEvent;
import dev.stagedoor.domain.ticketing.TicketedEventId;
import java.util.List;
import java.util.Optional;

/** Keeps the tickets of things. All methods need an open unit of work. */
public interface TicketedEventRepository {
  Optional<TicketedEvent> find(TicketedEventId id);

  /** Finds and locks one until the unit of work ends. */
  Optional<TicketedEvent> lock(TicketedEventId id);

  /**
   * Finds and locks, in the order of their ids, all whose tickets an event of a ticketing system
   * sells.
   *
   * @param also one more, whatever sells its tickets
   */
  List<TicketedEvent> lock(ProviderRef sale, Optional<TicketedEventId> also);

  /** Inserts a new one. */
  void add(TicketedEvent tickets);

  /**
   * Updates.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code STALE_VERSION} when it was changed
   *     meanwhile
   */
  void save(TicketedEvent tickets);
}
