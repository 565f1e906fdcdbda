package dev.stagedoor.application.ticketing;

import dev.stagedoor.application.announcements.Announcements;
import dev.stagedoor.application.jobs.Job;
import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.application.port.Outbox;
import dev.stagedoor.application.port.StoreUnavailable;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.application.webhooks.EventHandler;
import dev.stagedoor.domain.announcements.Announcement;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.ticketing.TicketOffer;
import dev.stagedoor.domain.ticketing.TicketedEvent;
import dev.stagedoor.domain.ticketing.TicketedEventId;
import dev.stagedoor.domain.ticketing.TicketingConnection;
import dev.stagedoor.domain.ticketing.TicketingEvent;
import dev.stagedoor.domain.ticketing.TicketingEvent.SaleChanged;
import dev.stagedoor.domain.ticketing.TicketingProvider;
import dev.stagedoor.domain.ticketing.TicketingStatus;
import dev.stagedoor.domain.ticketing.port.TicketedEventLists;
import dev.stagedoor.domain.ticketing.port.TicketedEventRepository;
import dev.stagedoor.domain.ticketing.port.TicketingConnectionRepository;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps tickets in step with the systems that sell them: takes in their news, and asks them. */
final class TicketingKeeper {
  private static final Logger LOG = LoggerFactory.getLogger(TicketingKeeper.class);
  private static final String CHECK = "check-ticketed-event";
  private static final Duration EVERY = Duration.ofSeconds(15);
  private static final int BATCH = 50;

  /** A system that failed so often in a row is down, and is not asked about all the others. */
  private static final int FAILURES = 3;

  private final UnitOfWork work;
  private final TicketedEventRepository tickets;
  private final TicketedEventLists lists;
  private final TicketingConnectionRepository connections;
  private final TicketingProviders providers;
  private final Announcements announcements;
  private final Outbox outbox;
  private final Clock clock;

  TicketingKeeper(
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

  EventHandler<TicketingEvent> events() {
    return EventHandler.telling(TicketingEvent.class, this::apply);
  }

  private void apply(TicketingEvent event) {
    SaleChanged news = (SaleChanged) event;
    Optional<TicketingConnection> via = news.via().flatMap(connections::find);
    if (via.isEmpty() && news.via().isPresent()) {
      LOG.info("news of {} came by {}, which is gone", news.event(), news.via().get());
      return;
    }
    Optional<TicketedEventId> ours = news.ours().map(TicketedEventId::new);
    for (TicketedEvent one : tickets.lock(news.event(), ours)) {
      if (one.hears(via)) {
        if (ours.equals(Optional.of(one.id())) && isFree(one, news.event())) {
          one.link(news.event(), news.via(), clock.instant());
        }
        takeIn(one, news);
      } else {
        LOG.info(
            "news of {} came by {}, which {} does not hear", news.event(), news.via(), one.id());
      }
    }
  }

  /** Tells whether a sale may take tickets by naming them: the first one does, and keeps them. */
  private static boolean isFree(TicketedEvent one, ProviderRef sale) {
    return one.status() == TicketingStatus.SETUP
        && one.sale().isEmpty()
        && one.provider().equals(Optional.of(sale.provider()));
  }

  private void takeIn(TicketedEvent one, SaleChanged news) {
    if (!one.sale().equals(Optional.of(news.event()))) {
      LOG.info("{} names {}, whose tickets it does not sell", news.event(), one.id());
      return;
    }
    List<Announcement> changes = one.told(news.status(), news.page(), news.at(), clock.instant());
    tickets.save(one);
    announcements.announce(changes);
    one.nextLookAt().ifPresent(due -> checkAt(one.id(), due));
  }

  /** Has the system be asked, once the open unit of work is committed. */
  void checkAt(TicketedEventId id, Instant due) {
    outbox.add(new Job(CHECK, id.value(), due));
  }

  List<JobHandler> jobs() {
    return List.of(new JobHandler(CHECK, this::check));
  }

  private void check(UUID id) {
    Optional<TicketedEvent> known = work.read(() -> tickets.find(new TicketedEventId(id)));
    known.filter(one -> one.sale().isPresent()).map(Look::at).ifPresent(this::look);
  }

  RecurringJob watching() {
    return new RecurringJob("watch-tickets", EVERY, this::watch);
  }

  private void watch() {
    Instant now = clock.instant();
    List<Look> due = work.read(() -> lists.due(now, BATCH).stream().map(Look::at).toList());
    Map<ProviderId, Integer> failures = new HashMap<>();
    for (Look look : due) {
      ProviderId system = look.sale().provider();
      int inARow = failures.getOrDefault(system, 0);
      if (inARow == FAILURES) {
        missed(look);
      } else {
        failures.put(system, answers(look) ? 0 : inARow + 1);
      }
    }
  }

  /**
   * Whose sale is looked at.
   *
   * @param version of the tickets when the look began
   */
  private record Look(TicketedEventId id, ProviderRef sale, long version) {
    static Look at(TicketedEvent one) {
      return new Look(one.id(), one.sale().orElseThrow(), one.version());
    }
  }

  private boolean answers(Look look) {
    try {
      return look(look);
    } catch (StoreUnavailable e) {
      throw e;
    } catch (RuntimeException e) {
      // The edge to the scheduler: one sale that cannot be asked about must not hold up the
      // others, nor be asked about again at once.
      LOG.warn("could not look at {} for {}", look.sale(), look.id(), e);
      missed(look);
      return false;
    }
  }

  /** Looks at a sale, and returns whether its system answered. */
  private boolean look(Look at) {
    Optional<TicketingProvider> system = providers.of(at.sale());
    if (system.isEmpty()) {
      LOG.warn("{} is not on any more, and sells tickets for {}", at.sale().provider(), at.id());
      missed(at);
      return false;
    }
    Optional<TicketOffer> offer;
    try {
      offer = system.get().catalog().find(at.sale());
    } catch (ProviderException e) {
      LOG.warn("could not look at {} for {}: {}", at.sale(), at.id(), e.getMessage());
      missed(at);
      return isAboutOneSale(e);
    }
    note(at, one -> one.seen(offer, clock.instant()));
    return true;
  }

  /** Tells whether a system is there all the same, and only had nothing to say that holds. */
  private static boolean isAboutOneSale(ProviderException failure) {
    return switch (failure.kind()) {
      case REJECTED, UNREADABLE -> true;
      case UNAUTHORISED, RATE_LIMITED, UNAVAILABLE -> false;
    };
  }

  private void missed(Look look) {
    note(look, one -> one.notSeen(clock.instant()));
  }

  /**
   * Notes what came of a look, unless anything was told or seen meanwhile, or another sale took the
   * place of that one: nobody knows which is newer, and whatever came has another look follow.
   */
  private void note(Look look, Function<TicketedEvent, List<Announcement>> change) {
    work.run(
        () ->
            tickets
                .lock(look.id())
                .filter(one -> one.version() == look.version())
                .ifPresent(
                    one -> {
                      List<Announcement> changes = change.apply(one);
                      tickets.save(one);
                      announcements.announce(changes);
                    }));
  }
}
