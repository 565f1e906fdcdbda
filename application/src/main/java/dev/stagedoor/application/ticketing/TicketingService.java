package dev.stagedoor.application.ticketing;

import dev.stagedoor.application.announcements.Announcements;
import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.application.port.Outbox;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.application.webhooks.EventHandler;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.ticketing.TicketedEvent;
import dev.stagedoor.domain.ticketing.TicketingEvent;
import dev.stagedoor.domain.ticketing.port.TicketedEventLists;
import dev.stagedoor.domain.ticketing.port.TicketedEventRepository;
import dev.stagedoor.domain.ticketing.port.TicketingConnectionRepository;
import java.time.Clock;
import java.util.List;

/**
 * Has tickets of things sold by another system, and follows how the sale stands there. Areas decide
 * who may; they call in their own unit of work.
 */
@SuppressWarnings({"UnusedVariable", "DoNotCallSuggester"})
public final class TicketingService {
  private final UnitOfWork work;
  private final TicketedEventRepository tickets;
  private final TicketedEventLists lists;
  private final TicketingConnectionRepository connections;
  private final TicketingProviders providers;
  private final Announcements announcements;
  private final Outbox outbox;
  private final Clock clock;

  public TicketingService(
      UnitOfWork work,
      TicketedEventRepository tickets,
      TicketedEventLists lists,
      TicketingConnectionRepository connections,
      TicketingProviders providers,
      Announcements announcements,
      Outbox outbox,
      Clock clock) {
    this.work = work;
    this.tickets = tickets;
    this.lists = lists;
    this.connections = connections;
    this.providers = providers;
    this.announcements = announcements;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Records, in the open unit of work, something that may have tickets, and who it belongs to. */
  public void add(Subject subject, UserId owner) {
    throw new UnsupportedOperationException();
  }

  /**
   * Begins, in the open unit of work, to set tickets up at the system for new sales.
   *
   * @throws DomainException {@code TICKETING_MOVE_REFUSED}
   */
  public void enable(Subject subject) {
    throw new UnsupportedOperationException();
  }

  /**
   * Gives that up, in the open unit of work.
   *
   * @throws DomainException {@code TICKETING_MOVE_REFUSED}
   */
  public void cancel(Subject subject) {
    throw new UnsupportedOperationException();
  }

  /**
   * Notes, in the open unit of work, which event of the chosen system sells the tickets, as the
   * owner says; a job looks at it at once.
   *
   * @param sale its id there
   * @throws DomainException {@code INVALID_VALUE} when no id looks like that, {@code
   *     TICKETING_MOVE_REFUSED}, {@code TICKETING_LINKED}
   */
  public void link(Subject subject, String sale) {
    throw new UnsupportedOperationException();
  }

  /** Returns stored tickets as people see them. Calls nobody. */
  public TicketingView view(TicketedEvent stored) {
    throw new UnsupportedOperationException();
  }

  /** Returns how something stands that never had tickets. */
  public TicketingView none(Subject subject) {
    throw new UnsupportedOperationException();
  }

  /**
   * Lets webhooks of ticketing systems in. What they tell holds at once, unless newer is known; the
   * system is asked soon after, and what it says overrides it.
   */
  public EventHandler<TicketingEvent> events() {
    throw new UnsupportedOperationException();
  }

  /** Asks the system about single sales. */
  public List<JobHandler> jobs() {
    throw new UnsupportedOperationException();
  }

  /** Asks about sales again and again, for webhooks that were lost. */
  public RecurringJob watching() {
    throw new UnsupportedOperationException();
  }
}
