package dev.stagedoor.application.ticketing;

import dev.stagedoor.application.announcements.Announcements;
import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.application.port.Outbox;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.application.webhooks.EventHandler;
import dev.stagedoor.domain.announcements.Announcement;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.ticketing.ConnectionId;
import dev.stagedoor.domain.ticketing.SaleStatus;
import dev.stagedoor.domain.ticketing.TicketEmbed;
import dev.stagedoor.domain.ticketing.TicketedEvent;
import dev.stagedoor.domain.ticketing.TicketedEventId;
import dev.stagedoor.domain.ticketing.TicketingConnection;
import dev.stagedoor.domain.ticketing.TicketingEvent;
import dev.stagedoor.domain.ticketing.TicketingStatus;
import dev.stagedoor.domain.ticketing.port.TicketedEventLists;
import dev.stagedoor.domain.ticketing.port.TicketedEventRepository;
import dev.stagedoor.domain.ticketing.port.TicketingConnectionRepository;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Has tickets of things sold by another system, and follows how the sale stands there. Areas decide
 * who may; they call in their own unit of work.
 */
public final class TicketingService {
  private static final Pattern SALE = Pattern.compile("[^\\p{C}\\p{Z}]{1,200}");

  private final TicketedEventRepository tickets;
  private final TicketingConnectionRepository connections;
  private final TicketingProviders providers;
  private final Announcements announcements;
  private final TicketingKeeper keeper;
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
    this.tickets = tickets;
    this.connections = connections;
    this.providers = providers;
    this.announcements = announcements;
    this.keeper =
        new TicketingKeeper(
            work, tickets, lists, connections, providers, announcements, outbox, clock);
    this.clock = clock;
  }

  /** Records, in the open unit of work, something that may have tickets, and who it belongs to. */
  public void add(Subject subject, UserId owner) {
    tickets.add(TicketedEvent.without(subject, owner, clock.instant()));
  }

  /**
   * Begins, in the open unit of work, to set tickets up at the system for new sales.
   *
   * @throws DomainException {@code TICKETING_MOVE_REFUSED}
   */
  public void enable(Subject subject) {
    change(subject, one -> one.enable(providers.forNew().id(), clock.instant()));
  }

  /** Does the same where there are no tickets, and nothing where there are some already. */
  public void enableUnlessEnabled(Subject subject) {
    if (locked(subject).status() == TicketingStatus.NONE) {
      enable(subject);
    }
  }

  /**
   * Gives that up, in the open unit of work.
   *
   * @throws DomainException {@code TICKETING_MOVE_REFUSED}
   */
  public void cancel(Subject subject) {
    change(subject, one -> one.cancel(clock.instant()));
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
    if (!SALE.matcher(sale).matches()) {
      throw DomainException.invalid("ticketing_event_id", "format");
    }
    change(
        subject,
        one -> {
          ProviderId system = one.provider().orElseGet(() -> providers.forNew().id());
          Optional<ProviderRef> before = one.sale();
          one.link(new ProviderRef(system, sale), connection(one.owner(), system), clock.instant());
          if (!one.sale().equals(before)) {
            keeper.checkAt(one.id(), clock.instant());
          }
          return List.of();
        });
  }

  private Optional<ConnectionId> connection(UserId owner, ProviderId system) {
    return connections.of(owner).stream()
        .filter(own -> own.provider().equals(system))
        .map(TicketingConnection::id)
        .findFirst();
  }

  private void change(Subject subject, Function<TicketedEvent, List<Announcement>> change) {
    TicketedEvent one = locked(subject);
    List<Announcement> news = change.apply(one);
    tickets.save(one);
    announcements.announce(news);
  }

  private TicketedEvent locked(Subject subject) {
    return tickets.lock(TicketedEventId.of(subject)).orElseThrow(DomainException::notFound);
  }

  /** Returns stored tickets as people see them. Calls nobody. */
  public TicketingView view(TicketedEvent stored) {
    Optional<TicketEmbed> known = stored.sale().flatMap(this::embed);
    return new TicketingView(
        stored.status().code(),
        stored.provider().map(ProviderId::value),
        stored.sale(),
        stored.page().or(() -> known.map(TicketEmbed::page)),
        known.filter(embed -> stored.status() == TicketingStatus.ACTIVE),
        stored.told().map(SaleStatus::code),
        stored.toldAt(),
        stored.isStale(),
        stored.changedAt());
  }

  private Optional<TicketEmbed> embed(ProviderRef sale) {
    return providers.of(sale).map(system -> system.catalog().embed(sale));
  }

  /** Returns how something stands that never had tickets. */
  public TicketingView none(Instant since) {
    return new TicketingView(
        TicketingStatus.NONE.code(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        since);
  }

  /**
   * Lets webhooks of ticketing systems in. What they tell holds at once, unless newer is known; the
   * system is asked soon after, and what it says overrides it.
   */
  public EventHandler<TicketingEvent> events() {
    return keeper.events();
  }

  /** Asks the system about single sales. */
  public List<JobHandler> jobs() {
    return keeper.jobs();
  }

  /** Asks about sales again and again, for webhooks that were lost. */
  public RecurringJob watching() {
    return keeper.watching();
  }
}
