package dev.stagedoor.web.party;

import dev.stagedoor.application.party.PartyPresence;
import dev.stagedoor.application.party.Seat;
import dev.stagedoor.domain.party.PartyConnection;
import dev.stagedoor.domain.party.PartyId;
import dev.stagedoor.web.TvOn;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says which guests are connected to this server, and that it is alive as long as there are any.
 */
@Context
@Requires(condition = TvOn.class)
final class Attendance {
  private static final Logger LOG = LoggerFactory.getLogger(Attendance.class);

  private final UUID instance = UUID.randomUUID();
  private final PartyPresence presence;
  private final TaskScheduler scheduler;
  private final Executor blocking;
  private final Set<PartyConnection> seated = ConcurrentHashMap.newKeySet();

  /** Who is gone, as far as that is not known yet. */
  private final Set<PartyConnection> unsaid = ConcurrentHashMap.newKeySet();

  /** Who may have been taken to be gone while this server was silent. */
  private final Map<PartyId, List<PartyConnection>> unfound = new ConcurrentHashMap<>();

  /** Whether it may have been silent, and was told so without learning it. */
  private volatile boolean isUnsure;

  private final AtomicBoolean isBeating = new AtomicBoolean();
  private final AtomicBoolean isCatchingUp = new AtomicBoolean();
  private volatile @Nullable ScheduledFuture<?> beats;

  Attendance(
      PartyPresence presence,
      @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler,
      @Named(TaskExecutors.BLOCKING) Executor blocking) {
    this.presence = presence;
    this.scheduler = scheduler;
    this.blocking = blocking;
  }

  @PostConstruct
  void start() {
    beats =
        scheduler.scheduleAtFixedRate(PartyPresence.HEARTBEAT, PartyPresence.HEARTBEAT, this::beat);
  }

  @PreDestroy
  void stop() {
    if (beats != null) {
      beats.cancel(false);
    }
  }

  /** Says that this server is alive, and has everything else be said beside that. */
  void beat() {
    if (!seated.isEmpty() || !unsaid.isEmpty()) {
      once(isBeating, this::tell);
    }
  }

  /** Does something on a thread that may wait, unless it is being done. */
  private void once(AtomicBoolean isDoing, Runnable task) {
    if (isDoing.compareAndSet(false, true)) {
      blocking.execute(
          () -> {
            try {
              task.run();
            } finally {
              isDoing.set(false);
            }
          });
    }
  }

  private void tell() {
    try {
      if (presence.alive(instance) || isUnsure) {
        unfound.putAll(byParty(seated));
      }
      isUnsure = false;
    } catch (RuntimeException e) {
      LOG.warn("It is not known that this server is alive: {}", e.toString());
      isUnsure = true;
      return;
    }
    if (!unsaid.isEmpty() || !unfound.isEmpty()) {
      once(isCatchingUp, this::catchUp);
    }
  }

  private static Map<PartyId, List<PartyConnection>> byParty(Set<PartyConnection> connections) {
    return connections.stream().collect(Collectors.groupingBy(PartyConnection::party));
  }

  /** Says who is gone and who is not; what is wrong with one party keeps it from no other. */
  private void catchUp() {
    byParty(unsaid).forEach(this::sayAgain);
    List.copyOf(unfound.keySet()).forEach(this::find);
  }

  private void sayAgain(PartyId party, List<PartyConnection> gone) {
    try {
      presence.closed(party, gone);
      gone.forEach(unsaid::remove);
    } catch (RuntimeException e) {
      LOG.debug("It is still not known that guests are gone", e);
    }
  }

  private void find(PartyId party) {
    List<PartyConnection> here = unfound.remove(party);
    if (here == null) {
      return;
    }
    try {
      presence.found(party, here, seated::contains);
    } catch (RuntimeException e) {
      LOG.debug("It is still not known that guests are here", e);
      // Unless it was silent again, and more are to be found.
      unfound.putIfAbsent(party, here);
    }
  }

  /** Returns a seat for one more; the caller may wait. */
  Seat next() {
    if (seated.isEmpty()) {
      // This server was silent as long as it had nobody, and is not to be taken for dead.
      boolean unused = presence.alive(instance);
    }
    return new Seat(UUID.randomUUID(), instance);
  }

  void sits(PartyConnection connection) {
    seated.add(connection);
  }

  /** Says that somebody is gone; where that fails, it is said later. */
  void gone(PartyConnection connection) {
    seated.remove(connection);
    try {
      presence.closed(connection);
    } catch (RuntimeException e) {
      LOG.warn("It is not known yet that a guest is gone: {}", e.toString());
      unsaid.add(connection);
    }
  }
}
