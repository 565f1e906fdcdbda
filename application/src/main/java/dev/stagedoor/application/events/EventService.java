package dev.stagedoor.application.events;

import dev.stagedoor.application.port.EventQueries;
import dev.stagedoor.application.port.LiveUpdates;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.application.ticketing.CrossAppService;
import dev.stagedoor.application.ticketing.TicketingService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.events.EventId;
import dev.stagedoor.domain.events.port.EventRepository;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.ticketing.TicketingChanged;
import java.time.Clock;
import java.util.UUID;

/** Events: planned, changed and shown, and their tickets set up. */
@SuppressWarnings({"UnusedVariable", "DoNotCallSuggester"})
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
    throw new UnsupportedOperationException();
  }

  /** Returns an event. For everybody. */
  public EventView get(EventId id) {
    throw new UnsupportedOperationException();
  }

  /** Lists events that are not over, the next one first. For everybody. */
  public Page<EventView> upcoming(PageRequest page) {
    throw new UnsupportedOperationException();
  }

  /** Lists what the caller organises, the latest first. */
  public Page<EventView> organised(Actor actor, PageRequest page) {
    throw new UnsupportedOperationException();
  }

  /**
   * Changes what is given. For the organiser.
   *
   * @throws DomainException {@code INVALID_VALUE}, {@code TICKETING_MOVE_REFUSED}, {@code
   *     TICKETING_LINKED}
   */
  public EventView change(Actor actor, EventId id, ChangeEvent change) {
    throw new UnsupportedOperationException();
  }

  /**
   * Begins to set tickets up, and opens the way there. Repeating it while they are set up opens
   * another. For the organiser.
   *
   * @param address where the request came from, for the record
   * @throws DomainException {@code TICKETING_MOVE_REFUSED}
   */
  public EnabledTicketing enableTicketing(Actor actor, EventId id, String address) {
    throw new UnsupportedOperationException();
  }

  /**
   * Gives the setting up of tickets up; does nothing where there are none. For the organiser.
   *
   * @throws DomainException {@code TICKETING_MOVE_REFUSED} when they were on sale before
   */
  public EventView cancelTicketing(Actor actor, EventId id) {
    throw new UnsupportedOperationException();
  }

  /** Tells whoever looks at an event that its tickets stand otherwise. */
  public void tell(TicketingChanged news) {
    throw new UnsupportedOperationException();
  }
}
