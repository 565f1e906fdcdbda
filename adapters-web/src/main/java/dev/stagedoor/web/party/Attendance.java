package dev.stagedoor.web.party;

import dev.stagedoor.application.party.PartyPresence;
import dev.stagedoor.application.party.Seat;
import dev.stagedoor.domain.party.PartyConnection;
import dev.stagedoor.web.TvOn;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicBoolean;
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
  private final ExecutorService blocking;
  private final Set<PartyConnection> seated = ConcurrentHashMap.newKeySet();
  private final Queue<PartyConnection> unsaid = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean isTelling = new AtomicBoolean();
  private volatile @Nullable ScheduledFuture<?> beats;

  Attendance(
      PartyPresence presence,
      @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler,
      @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
    this.presence = presence;
    this.scheduler = scheduler;
    this.blocking = blocking;
  }

  @PostConstruct
  void start() {
    beats =
        scheduler.scheduleAtFixedRate(
            PartyPresence.HEARTBEAT,
            PartyPresence.HEARTBEAT,
            () -> {
              boolean isNeeded = !seated.isEmpty() || !unsaid.isEmpty();
              if (isNeeded && isTelling.compareAndSet(false, true)) {
                blocking.execute(this::beat);
              }
            });
  }

  @PreDestroy
  void stop() {
    if (beats != null) {
      beats.cancel(false);
    }
  }

  private void beat() {
    try {
      tell();
    } catch (RuntimeException e) {
      LOG.warn("It is not known that this server is alive: {}", e.toString());
    } finally {
      isTelling.set(false);
    }
  }

  /** Says that this server is alive, and who is connected to it no more but was not said to be. */
  void tell() {
    presence.alive(instance, Collections.unmodifiableSet(seated));
    unsaid.forEach(this::sayAgain);
  }

  /** What is wrong with one party keeps nothing from being said to others. */
  private void sayAgain(PartyConnection gone) {
    try {
      presence.closed(gone);
      unsaid.remove(gone);
    } catch (RuntimeException e) {
      LOG.debug("It is still not known that a guest is gone", e);
    }
  }

  /** Returns a seat for one more; the caller may wait. */
  Seat next() {
    if (seated.isEmpty()) {
      // This server was silent as long as it had nobody, and is not to be taken for dead.
      presence.alive(instance, List.of());
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
