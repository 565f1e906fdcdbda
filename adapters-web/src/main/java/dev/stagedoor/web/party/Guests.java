package dev.stagedoor.web.party;

import dev.stagedoor.application.auth.SessionService;
import dev.stagedoor.application.port.StoreUnavailable;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.web.TvOn;
import dev.stagedoor.web.error.WebError;
import dev.stagedoor.web.error.WebException;
import dev.stagedoor.web.live.LiveSettings;
import dev.stagedoor.web.request.Languages;
import dev.stagedoor.web.security.Caller;
import dev.stagedoor.web.security.Proof;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import io.micronaut.websocket.CloseReason;
import io.micronaut.websocket.WebSocketSession;
import io.netty.channel.Channel;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everybody who is connected. Whoever gives no sign of life is cut off after some seconds, and
 * whoever is not signed in any more, or is in a party and may not watch any more, is shown out
 * within a minute.
 */
@Context
@Requires(condition = TvOn.class)
final class Guests {
  /** How often it is looked whether somebody is still signed in, and may watch. */
  static final Duration CHECKED_EVERY = Duration.ofMinutes(1);

  /** How many connections one person may have to one server. */
  static final int MOST_SOCKETS = 20;

  private static final Logger LOG = LoggerFactory.getLogger(Guests.class);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(5);
  private static final Duration PINGED_EVERY = Duration.ofSeconds(5);

  /** A few at a time, so that nobody waits behind the many whose minute is over. */
  private static final Duration LOOKED_EVERY = Duration.ofSeconds(1);

  private final SessionService sessions;
  private final PartyDesk desk;
  private final Words words;
  private final LiveSettings settings;
  private final Clock clock;
  private final ExecutorService blocking;
  private final TaskScheduler scheduler;
  private final Counter dropped;
  private final Set<Guest> present = ConcurrentHashMap.newKeySet();
  private final Map<UserId, Integer> sockets = new ConcurrentHashMap<>();
  private final Map<Guest, CompletableFuture<Void>> leaving = new ConcurrentHashMap<>();
  private volatile @Nullable ScheduledFuture<?> pinging;
  private volatile @Nullable ScheduledFuture<?> looking;

  Guests(
      SessionService sessions,
      PartyDesk desk,
      Words words,
      LiveSettings settings,
      Clock clock,
      MeterRegistry meters,
      @Named(TaskExecutors.BLOCKING) ExecutorService blocking,
      @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler) {
    this.sessions = sessions;
    this.desk = desk;
    this.words = words;
    this.settings = settings;
    this.clock = clock;
    this.blocking = blocking;
    this.scheduler = scheduler;
    this.dropped = meters.counter("stagedoor.live.dropped");
    meters.gaugeCollectionSize("stagedoor.party.guests", List.of(), present);
  }

  @PostConstruct
  void start() {
    // With a pause in between also where this server stood still: all have as long to answer.
    pinging = scheduler.scheduleWithFixedDelay(PINGED_EVERY, PINGED_EVERY, this::ping);
    looking = scheduler.scheduleWithFixedDelay(LOOKED_EVERY, LOOKED_EVERY, this::check);
  }

  @PreDestroy
  void stop() {
    if (pinging != null) {
      pinging.cancel(false);
    }
    if (looking != null) {
      looking.cancel(false);
    }
    present.forEach(
        guest -> {
          guest.end(CloseReason.GOING_AWAY);
          gone(guest);
        });
    awaitLeaving();
  }

  /** Has it be known before the database is closed, so that nobody has to find it out. */
  private void awaitLeaving() {
    try {
      CompletableFuture.allOf(leaving.values().toArray(CompletableFuture<?>[]::new))
          .get(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.info("Others have to find out who was here: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Asks everybody for a sign of life. */
  void ping() {
    present.forEach(Guest::ping);
  }

  Guest welcome(HttpRequest<?> request, WebSocketSession session, Channel channel) {
    Caller caller = Caller.of(request);
    Guest guest =
        new Guest(
            this,
            session,
            channel,
            caller.actor(),
            caller.proof().orElseThrow(),
            Languages.of(request),
            new InOrder(blocking));
    present.add(guest);
    if (sockets.merge(guest.actor().userId(), 1, Integer::sum) > MOST_SOCKETS) {
      guest.end(Reasons.TOO_MANY_SOCKETS);
    }
    return guest;
  }

  void gone(Guest guest) {
    if (present.remove(guest)) {
      sockets.computeIfPresent(guest.actor().userId(), (user, open) -> open == 1 ? null : open - 1);
      CompletableFuture<Void> left =
          CompletableFuture.runAsync(() -> desk.gone(guest), guest::later);
      leaving.put(guest, left);
      var unused = left.whenComplete((done, failed) -> leaving.remove(guest));
    }
  }

  /** Has those looked at whose minute is over. */
  void check() {
    present.stream()
        .filter(guest -> guest.isToBeChecked(CHECKED_EVERY))
        .forEach(guest -> guest.later(() -> check(guest)));
  }

  private void check(Guest guest) {
    try {
      if (isSignedIn(guest)) {
        desk.mustStillWatch(guest);
      } else {
        guest.end(Reasons.SIGNED_OUT);
      }
    } catch (DomainException refused) {
      guest.send(words.error(refused, Optional.empty(), guest.language()));
      guest.end(Reasons.NOT_ADMITTED);
    } catch (ProviderException | StoreUnavailable unknown) {
      LOG.debug("It is not known now whether a guest may stay", unknown);
    }
  }

  private boolean isSignedIn(Guest guest) {
    Secret secret = guest.proof().secret();
    try {
      Actor unused =
          guest.proof().kind() == Proof.Kind.BEARER
              ? sessions.byToken(secret)
              : sessions.byCookie(secret);
      return true;
    } catch (DomainException over) {
      return false;
    }
  }

  /** Lets a guest stay by a fresh token of theirs, as the one they came by does not last. */
  void renew(Guest guest, Wish wish) {
    try {
      Proof fresh = new Proof(Proof.Kind.BEARER, Secret.of(wish.text("token")));
      if (!sessions.byToken(fresh.secret()).userId().equals(guest.actor().userId())) {
        throw DomainException.notAllowed();
      }
      guest.prove(fresh);
      guest.send(words.message("token", Map.of("serverTime", millis())));
    } catch (DomainException | ProviderException | StoreUnavailable refused) {
      guest.send(words.error(refused, Optional.of(wish.type()), guest.language()));
    }
  }

  PartyDesk desk() {
    return desk;
  }

  Words words() {
    return words;
  }

  long millis() {
    return clock.millis();
  }

  int mostUnsent() {
    return settings.queue();
  }

  void dropped() {
    dropped.increment();
  }

  /** Answers a ping with what it said, and the time here. */
  byte[] pong(Wish ping) {
    Map<String, Object> data = new LinkedHashMap<>();
    ping.number("t").ifPresent(t -> data.put("t", t));
    data.put("serverTime", millis());
    return words.message("pong", data);
  }

  byte[] unreadable(Language to) {
    return words.error(new WebException(WebError.REQUEST_UNREADABLE), Optional.empty(), to);
  }
}
