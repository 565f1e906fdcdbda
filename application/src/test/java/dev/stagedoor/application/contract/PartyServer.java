package dev.stagedoor.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.party.PartyKeeper;
import dev.stagedoor.application.party.PartyMirror;
import dev.stagedoor.application.party.PartyPresence;
import dev.stagedoor.application.party.PartyService;
import dev.stagedoor.application.party.PartyView;
import dev.stagedoor.application.party.Seat;
import dev.stagedoor.application.port.LiveFeed;
import dev.stagedoor.application.port.LiveUpdate;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.fake.MutableClock;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.party.Member;
import dev.stagedoor.domain.party.Party;
import dev.stagedoor.domain.party.PartyConnection;
import dev.stagedoor.domain.party.PartyId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** A server, the connections that are open to it, and what it knows of the parties it serves. */
final class PartyServer implements AutoCloseable {

  /** Our own process died here. */
  static final class Death extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final PartySchedule.Store store;
  private final MutableClock clock;
  final UUID instance = UUID.randomUUID();
  final PartyService parties;
  final PartyPresence presence;
  private final LiveFeed.Subscription subscription;
  private final BlockingQueue<LiveUpdate> told = new LinkedBlockingQueue<>();
  final Map<UUID, PartyConnection> open = new LinkedHashMap<>();
  private final Map<PartyId, PartyMirror> mirrors = new HashMap<>();
  private final Map<PartyId, List<Long>> numbers = new HashMap<>();
  boolean diesInTheNextCommand;
  boolean isStalled;

  /** Who goes while the server finds all who are connected to it again. */
  Optional<UserId> goesWhileFound = Optional.empty();

  PartyServer(PartySchedule.Store store, MutableClock clock) {
    this.store = store;
    this.clock = clock;
    PartyKeeper keeper = new PartyKeeper(store.ports(), this::publish, store.outbox(), clock);
    parties =
        new PartyService(
            store.work(),
            store.ports(),
            store.accounts(),
            user -> {},
            keeper,
            UUID::randomUUID,
            () -> Secret.of(UUID.randomUUID().toString()));
    presence = new PartyPresence(store.work(), store.ports(), keeper);
    subscription = store.feed().subscribe(entry -> told.add(entry.update()));
  }

  private void publish(LiveUpdate update) {
    store.updates().publish(update);
    if (diesInTheNextCommand) {
      throw new Death();
    }
  }

  /** Has somebody take a seat by a connection to this server. */
  PartyView enter(PartyId id, UserId user, Function<Seat, PartyView> way) {
    Seat seat = new Seat(UUID.randomUUID(), instance);
    PartyView view = way.apply(seat);
    PartyId party = PartyId.find(view.roomId()).orElse(id);
    open.put(seat.connection(), new PartyConnection(seat.connection(), party, user, instance));
    mirrors.putIfAbsent(party, PartyMirror.of(view));
    return view;
  }

  /** Says that it is there, and so are those who are connected to it, where it was silent. */
  void alive() {
    if (presence.alive(instance)) {
      Map<PartyId, List<PartyConnection>> all =
          open.values().stream().collect(Collectors.groupingBy(PartyConnection::party));
      goesWhileFound.ifPresent(this::close);
      all.forEach((party, connections) -> presence.found(party, connections, open::containsValue));
    }
  }

  /** Closes a connection of somebody. */
  void close(UserId user) {
    open.values().stream()
        .filter(connection -> connection.user().equals(user))
        .findFirst()
        .ifPresent(
            connection -> {
              open.remove(connection.id());
              presence.closed(connection);
            });
  }

  private void take(LiveUpdate update) {
    PartyId id = new PartyId(update.channel().id());
    numbers
        .computeIfAbsent(id, some -> new ArrayList<>())
        .add(((Number) update.data().get("sequence")).longValue());
    Optional.ofNullable(mirrors.get(id))
        .ifPresent(mirror -> assertThat(mirror.take(update)).as("nothing is missing").isTrue());
  }

  /** Takes in what is told, at least until this number of a party. */
  private void readUntil(PartyMirror mirror, long number) {
    while (mirror.sequence() < number) {
      LiveUpdate next = next();
      assertThat(next).as("number " + number + " is told").isNotNull();
      take(next);
    }
  }

  private LiveUpdate next() {
    try {
      return told.poll(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Takes in all that is told of a party, and looks whether nothing is missing. */
  void readAllOf(Party party) {
    Optional.ofNullable(mirrors.get(party.id()))
        .ifPresent(mirror -> readUntil(mirror, party.sequence()));
    List<Long> known = numbers.getOrDefault(party.id(), List.of());
    assertThat(known)
        .as("every number once, in their order")
        .isEqualTo(
            known.stream()
                .findFirst()
                .map(first -> LongStream.range(first, first + known.size()).boxed().toList())
                .orElse(List.of()));
  }

  /** Looks whether what it knows of a party is what is stored, as some of its members see it. */
  void isMirrored(Party party, int members) {
    PartyMirror mirror = mirrors.get(party.id());
    if (mirror == null) {
      return;
    }
    for (Member member : party.members().stream().limit(members).toList()) {
      PartyView read = parties.state(Actor.user(member.user(), Role.USER), party.id());
      PartyView mirrored = mirror.view(member.user(), Instant.ofEpochMilli(read.serverTime()));
      assertThat(mirrored).isEqualTo(read);
    }
  }

  /** Dies, so that nobody closes its connections; another takes its place. */
  PartyServer restarted() {
    close();
    return new PartyServer(store, clock);
  }

  @Override
  public void close() {
    subscription.close();
  }
}
