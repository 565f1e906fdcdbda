package dev.stagedoor.application.fake;

import dev.stagedoor.application.events.StoredEvent;
import dev.stagedoor.application.port.EventQueries;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.events.Event;
import dev.stagedoor.domain.events.EventId;
import dev.stagedoor.domain.fake.InMemoryEventRepository;
import dev.stagedoor.domain.fake.InMemoryTicketedEventRepository;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.ticketing.TicketedEventId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** Looks through what the repositories of events and tickets keep in memory. */
public final class InMemoryEventQueries implements EventQueries {
  private static final Comparator<Event> NEXT_FIRST =
      Comparator.comparing((Event event) -> event.plan().startsAt())
          .thenComparing(event -> event.id().value().toString());

  private final InMemoryEventRepository events;
  private final InMemoryTicketedEventRepository tickets;
  private final AccountRepository accounts;

  public InMemoryEventQueries(
      InMemoryEventRepository events,
      InMemoryTicketedEventRepository tickets,
      AccountRepository accounts) {
    this.events = events;
    this.tickets = tickets;
    this.accounts = accounts;
  }

  @Override
  public Optional<StoredEvent> event(EventId id) {
    return events.find(id).map(this::row);
  }

  @Override
  public Page<StoredEvent> upcoming(Instant now, PageRequest page) {
    return Pages.of(
            events.all().filter(event -> !event.plan().isOver(now)).sorted(NEXT_FIRST).toList(),
            page)
        .map(this::row);
  }

  @Override
  public Page<StoredEvent> organisedBy(UserId organiser, PageRequest page) {
    return Pages.of(
            events
                .all()
                .filter(event -> event.organiser().equals(organiser))
                .sorted(NEXT_FIRST.reversed())
                .toList(),
            page)
        .map(this::row);
  }

  private StoredEvent row(Event event) {
    Subject subject = Event.subject(event.id());
    return new StoredEvent(
        event,
        accounts.find(event.organiser()).orElseThrow().name().display(),
        tickets.find(TicketedEventId.of(subject)).filter(found -> found.subject().equals(subject)));
  }
}
