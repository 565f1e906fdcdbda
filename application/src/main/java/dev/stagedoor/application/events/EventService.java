package dev.stagedoor.application.events;

import dev.stagedoor.application.port.EventQueries;
import dev.stagedoor.application.port.LiveUpdate;
import dev.stagedoor.application.port.LiveUpdates;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.application.ticketing.CrossAppService;
import dev.stagedoor.application.ticketing.CrossAppTicket;
import dev.stagedoor.application.ticketing.TicketingService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.events.Event;
import dev.stagedoor.domain.events.EventId;
import dev.stagedoor.domain.events.port.EventRepository;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.ticketing.TicketedEventId;
import dev.stagedoor.domain.ticketing.TicketingChanged;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Events: planned, changed and shown, and their tickets set up. */
public final class EventService {
  /** The one channel of all public events; each update names its event in {@code eventId}. */
  public static final Subject PUBLIC_EVENTS = new Subject("public_events", new UUID(0, 0));

  private final UnitOfWork work;
  private final EventRepository events;
  private final EventQueries queries;
  private final TicketingService ticketing;
  private final CrossAppService crossApp;
  private final LiveUpdates updates;
  private final Clock clock;
  private final Ids ids;

  public EventService(
      UnitOfWork work,
      EventRepository events,
      EventQueries queries,
      TicketingService ticketing,
      CrossAppService crossApp,
      LiveUpdates updates,
      Clock clock,
      Ids ids) {
    this.work = work;
    this.events = events;
    this.queries = queries;
    this.ticketing = ticketing;
    this.crossApp = crossApp;
    this.updates = updates;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Plans an event, organised by the caller.
   *
   * @throws DomainException {@code INVALID_VALUE}
   */
  public EventView create(Actor actor, NewEvent wanted) {
    UserId organiser = actor.userId();
    return view(
        work.write(
            () -> {
              EventId id = new EventId(ids.next());
              events.add(Event.of(id, organiser, wanted.plan(), clock.instant()));
              ticketing.add(Event.subject(id), organiser);
              sell(
                  Event.subject(id),
                  wanted.ticketing() ? Optional.of(true) : Optional.empty(),
                  wanted.sale());
              return row(id);
            }));
  }

  /** Returns an event. For everybody. */
  public EventView get(EventId id) {
    return view(work.read(() -> row(id)));
  }

  /** Lists events that are not over, the next one first. For everybody. */
  public Page<EventView> upcoming(PageRequest page) {
    Instant now = clock.instant();
    return work.read(() -> queries.upcoming(now, page)).map(this::view);
  }

  /** Lists what the caller organises, the latest first. */
  public Page<EventView> organised(Actor actor, PageRequest page) {
    UserId organiser = actor.userId();
    return work.read(() -> queries.organisedBy(organiser, page)).map(this::view);
  }

  /**
   * Changes what is given. For the organiser.
   *
   * @throws DomainException {@code INVALID_VALUE}, {@code TICKETING_MOVE_REFUSED}, {@code
   *     TICKETING_LINKED}
   */
  public EventView change(Actor actor, EventId id, ChangeEvent change) {
    return view(
        work.write(
            () -> {
              Event event = run(actor, id);
              Event.Plan next = change.of(event.plan());
              if (!next.equals(event.plan())) {
                event.change(next, clock.instant());
                events.save(event);
              }
              sell(Event.subject(id), change.ticketing(), change.sale());
              return row(id);
            }));
  }

  /** Sets tickets up, or gives that up, as is wanted; to name a sale is to want them. */
  private void sell(Subject subject, Optional<Boolean> wanted, Optional<String> sale) {
    if (wanted.equals(Optional.of(false))) {
      ticketing.cancel(subject);
      return;
    }
    if (wanted.isPresent() || sale.isPresent()) {
      ticketing.enableUnlessEnabled(subject);
    }
    sale.ifPresent(named -> ticketing.link(subject, named));
  }

  /**
   * Begins to set tickets up, and opens the way there. Repeating it while they are set up opens
   * another. For the organiser.
   *
   * @param address where the request came from, for the record
   * @throws DomainException {@code TICKETING_MOVE_REFUSED}
   */
  public EnabledTicketing enableTicketing(Actor actor, EventId id, String address) {
    StoredEvent row =
        work.write(
            () -> {
              Event event = run(actor, id);
              ticketing.enable(Event.subject(event.id()));
              return row(id);
            });
    EventView view = view(row);
    CrossAppTicket ticket =
        crossApp.generate(
            actor,
            view.ticketing().provider().orElseThrow(),
            Optional.of(row.event().organiser()),
            Optional.of(TicketedEventId.of(Event.subject(id))),
            address);
    return new EnabledTicketing(view, ticket.redirectUrl());
  }

  /**
   * Gives the setting up of tickets up; does nothing where there are none. For the organiser.
   *
   * @throws DomainException {@code TICKETING_MOVE_REFUSED} when they were on sale before
   */
  public EventView cancelTicketing(Actor actor, EventId id) {
    return view(
        work.write(
            () -> {
              Event event = run(actor, id);
              ticketing.cancel(Event.subject(event.id()));
              return row(id);
            }));
  }

  /** Finds and locks an event for whoever runs it. */
  private Event run(Actor actor, EventId id) {
    actor.mustBeSignedIn();
    Event event = events.lock(id).orElseThrow(DomainException::notFound);
    event.mustBeRunBy(actor);
    return event;
  }

  private StoredEvent row(EventId id) {
    return queries.event(id).orElseThrow(DomainException::notFound);
  }

  private EventView view(StoredEvent row) {
    Event event = row.event();
    Event.Plan plan = event.plan();
    return new EventView(
        event.id().value(),
        event.organiser().value(),
        row.organiserName(),
        plan.title(),
        plan.startsAt(),
        plan.endsAt(),
        plan.timeZone(),
        plan.venue(),
        plan.description(),
        plan.contact().entries(),
        plan.isOver(clock.instant()),
        row.tickets().map(ticketing::view).orElseGet(() -> ticketing.none(event.createdAt())),
        event.createdAt(),
        event.updatedAt());
  }

  /** Tells whoever looks at an event that its tickets stand otherwise. */
  public void tell(TicketingChanged news) {
    Event.of(news.subject())
        .ifPresent(
            event ->
                updates.publish(
                    new LiveUpdate(
                        PUBLIC_EVENTS,
                        "ticketing_status_changed",
                        Map.of(
                            "eventId",
                            event.value().toString(),
                            "status",
                            news.status().code(),
                            "stale",
                            news.stale(),
                            "timestamp",
                            news.changedAt().toString()))));
  }
}
