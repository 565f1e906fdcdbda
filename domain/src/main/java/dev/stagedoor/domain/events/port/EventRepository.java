package dev.stagedoor.domain.events.port;

import dev.stagedoor.domain.events.Event;
import dev.stagedoor.domain.events.EventId;
import java.util.Optional;

/** Keeps events. All methods need an open unit of work. */
public interface EventRepository {
  Optional<Event> find(EventId id);

  /** Finds and locks an event until the unit of work ends. */
  Optional<Event> lock(EventId id);

  /** Inserts a new event. */
  void add(Event event);

  /**
   * Updates.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code STALE_VERSION} when it was changed
   *     meanwhile
   */
  void save(Event event);
}
