package dev.stagedoor.application.party;

import dev.stagedoor.application.PartyPorts;
import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.party.Party;
import dev.stagedoor.domain.party.PartyConnection;
import dev.stagedoor.domain.party.PartyId;
import dev.stagedoor.domain.party.port.PartyConnections;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows who is still there. A member is away only when their last connection is gone: closed, or
 * lost with the server that it was to.
 */
public final class PartyPresence {
  /** How often each server that has connections says that it is {@linkplain #alive alive}. */
  public static final Duration HEARTBEAT = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(PartyPresence.class);
  private static final Duration CLEANED_EVERY = Duration.ofHours(1);

  private final UnitOfWork work;
  private final PartyPorts ports;
  private final PartyKeeper keeper;

  public PartyPresence(UnitOfWork work, PartyPorts ports, PartyKeeper keeper) {
    this.work = work;
    this.ports = ports;
    this.keeper = keeper;
  }

  /** Notes that a connection to a member of a party was closed; repeatable. */
  public void closed(PartyConnection connection) {
    closed(connection.party(), List.of(connection));
  }

  /** Notes at once that several connections to members of one party were closed; repeatable. */
  public void closed(PartyId id, Collection<PartyConnection> connections) {
    changeIfThere(
        id, (party, now) -> connections.forEach(connection -> close(party, connection, now)));
  }

  private void changeIfThere(PartyId id, BiConsumer<Party, Instant> change) {
    Optional<Boolean> unused =
        work.writeShared(
            () ->
                keeper.changeIfThere(
                    id,
                    (party, now) -> {
                      change.accept(party, now);
                      return true;
                    }));
  }

  private void close(Party party, PartyConnection connection, Instant now) {
    PartyConnections connections = ports.connections();
    connections.close(connection.id());
    boolean isStillHere =
        connections.of(party.id()).stream()
            .anyMatch(other -> other.user().equals(connection.user()));
    if (!isStillHere) {
      party.lost(connection.user(), now);
    }
  }

  /**
   * Notes that a server is alive, which it says every {@link #HEARTBEAT}, whatever else it has to
   * do.
   *
   * @return whether it was silent for so long that others may have taken it for dead: then all who
   *     are connected to it are to be {@linkplain #found found} again
   */
  public boolean alive(UUID instance) {
    Instant now = keeper.sharedNow();
    // By itself, as it must not wait for the many who may come back now and share commits.
    Optional<Instant> before = work.write(() -> ports.connections().alive(instance, now));
    // Sooner than anybody takes it for dead, as each measures the shared clock by itself.
    return before.isEmpty()
        || before.get().isBefore(now.minus(PartyKeeper.RULES.silence().dividedBy(2)));
  }

  /**
   * Finds at once members of one party who are connected to a server that was silent; repeatable.
   *
   * @param isOpen whether one of the connections is still open, asked when the party is had: who
   *     goes meanwhile is not open any more first, and is {@linkplain #closed closed} then
   */
  public void found(
      PartyId id, Collection<PartyConnection> connections, Predicate<PartyConnection> isOpen) {
    changeIfThere(
        id,
        (party, now) -> {
          List<PartyConnection> known = ports.connections().of(id);
          // Under the lock, so that whoever goes now is closed after this.
          connections.stream()
              .filter(isOpen)
              .filter(connection -> party.member(connection.user()).isPresent())
              .forEach(connection -> find(party, connection, known, now));
        });
  }

  private void find(
      Party party, PartyConnection connection, List<PartyConnection> known, Instant now) {
    if (!known.contains(connection)) {
      ports.connections().open(connection, keeper.sharedNow());
    }
    party.found(connection.user(), now);
  }

  /** Returns what does what falls due in a party. */
  public List<JobHandler> jobs() {
    return List.of(
        new JobHandler(PartyKeeper.TEND, id -> work.run(() -> keeper.tend(new PartyId(id)))));
  }

  /** Returns what notices dead servers, and what forgets parties that are long over. */
  public List<RecurringJob> recurringJobs() {
    return List.of(
        new RecurringJob("watch-parties", HEARTBEAT, this::watch),
        new RecurringJob("clean-parties", CLEANED_EVERY, () -> work.run(keeper::purge)));
  }

  private void watch() {
    Set<PartyId> parties =
        lost().stream()
            .map(PartyConnection::party)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    parties.forEach(this::watch);
  }

  /** What is wrong with one party is not the others': they are looked after all the same. */
  private void watch(PartyId id) {
    try {
      Optional<Boolean> unused = work.write(() -> closeLost(id));
    } catch (RuntimeException e) {
      LOG.warn("Who was lost is not known yet in {}: {}", id, e.toString());
    }
  }

  private List<PartyConnection> lost() {
    return work.write(
        () -> ports.connections().lost(keeper.sharedNow().minus(PartyKeeper.RULES.silence())));
  }

  /** Asks again under the lock, as a server that was only slow may have been heard of meanwhile. */
  private Optional<Boolean> closeLost(PartyId id) {
    return keeper.changeIfThere(
        id,
        (party, now) -> {
          lost().stream()
              .filter(connection -> connection.party().equals(id))
              .forEach(connection -> close(party, connection, now));
          return true;
        });
  }
}
