package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.events.Event;
import dev.stagedoor.domain.events.EventId;
import dev.stagedoor.domain.events.port.EventRepository;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps events in memory. */
public final class InMemoryEventRepository implements EventRepository {
  private final InMemoryStore.Table<EventId, Event.Snapshot> table;

  public InMemoryEventRepository(InMemoryStore store) {
    table = store.table();
  }

  @Override
  public Optional<Event> find(EventId id) {
    return table.find(id).map(Event::restore);
  }

  @Override
  public Optional<Event> lock(EventId id) {
    return table.lock(id).map(Event::restore);
  }

  @Override
  public void add(Event event) {
    save(event);
  }

  @Override
  public void save(Event event) {
    Event.Snapshot now = event.snapshot();
    table.put(now.id(), next(now), Event.Snapshot::version, now.version());
  }

  public Stream<Event> all() {
    return table.rows().map(Event::restore);
  }

  private static Event.Snapshot next(Event.Snapshot of) {
    return new Event.Snapshot(
        of.id(), of.organiser(), of.plan(), of.createdAt(), of.updatedAt(), of.version() + 1);
  }
}
