package dev.stagedoor.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.PartyPorts;
import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.application.party.NewParty;
import dev.stagedoor.application.party.PartyCommand;
import dev.stagedoor.application.party.PartyPresence;
import dev.stagedoor.application.party.PartyView;
import dev.stagedoor.application.port.LiveFeed;
import dev.stagedoor.application.port.LiveUpdates;
import dev.stagedoor.application.port.Outbox;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.fake.MutableClock;
import dev.stagedoor.domain.fixture.AccountBuilder;
import dev.stagedoor.domain.fixture.PartySamples;
import dev.stagedoor.domain.fixture.Samples;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.party.LineId;
import dev.stagedoor.domain.party.Member;
import dev.stagedoor.domain.party.Party;
import dev.stagedoor.domain.party.PartyConnection;
import dev.stagedoor.domain.party.PartyId;
import dev.stagedoor.domain.party.PartyRules;
import dev.stagedoor.domain.party.Playback;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What members of watch parties do in any order by two servers on one store, either of which may
 * stall, or die and come back; and what must hold whatever they do.
 */
public final class PartySchedule implements AutoCloseable {
  private static final PartyRules RULES = PartyRules.standard();
  private static final Duration FURTHEST = Duration.ofDays(30);
  private static final int PEOPLE = 4;
  private static final Duration HEARTBEAT = PartyPresence.HEARTBEAT;

  /** What may happen next, and how often compared with other things. */
  public enum Kind {
    CREATE(1),
    JOIN(6),
    LEAVE(2),
    CLOSE(3),
    PLAY(2),
    PAUSE(1),
    SEEK(1),
    MEDIA(1),
    READY(1),
    SAY(2),
    REMOVE_LINE(1),
    MUTE(1),
    UNMUTE(1),
    KICK(1),
    HAND_OVER(2),
    END(1),
    CROWD(1),
    DIE(3),
    DIE_IN_A_COMMAND(2),
    DIE_AFTER_A_COMMAND(2),
    CLOSE_WHILE_FOUND(2),
    STALL(3),
    SECONDS(5),
    MINUTES(1);

    private final int weight;

    Kind(int weight) {
      this.weight = weight;
    }

    /** Returns each as often as it may happen. */
    public static List<Kind> weighted() {
      return Stream.of(values())
          .flatMap(kind -> Collections.nCopies(kind.weight, kind).stream())
          .toList();
    }
  }

  /**
   * One of these.
   *
   * @param who does it
   * @param which picks a server, a party, somebody else and a position
   */
  public record Step(Kind kind, int who, int which) {}

  /** What one server has of the store that they share. */
  public record Store(
      UnitOfWork work,
      PartyPorts ports,
      AccountRepository accounts,
      LiveUpdates updates,
      LiveFeed feed,
      Outbox outbox) {}

  private final MutableClock clock;
  private final List<Store> stores;
  private final Runnable relay;
  private final List<PartyServer> servers = new ArrayList<>();
  private final List<UserId> people = new ArrayList<>();
  private final List<PartyId> parties = new ArrayList<>();
  private final Map<PartyId, Playback> playbacks = new HashMap<>();
  private final Map<PartyId, List<LineId>> lines = new HashMap<>();

  /**
   * Begins with one party.
   *
   * @param stores what each server has of the one store
   * @param relay hands what was committed to who listens, where that does not happen by itself
   */
  public PartySchedule(MutableClock clock, List<Store> stores, Runnable relay) {
    this.clock = clock;
    this.stores = stores;
    this.relay = relay;
    stores.forEach(store -> servers.add(new PartyServer(store, clock)));
    for (int i = 0; i < PEOPLE; i++) {
      Account account = AccountBuilder.anAccount().active().build();
      stores.get(0).work().run(() -> stores.get(0).accounts().save(account));
      people.add(account.id());
    }
    take(new Step(Kind.CREATE, 0, 0));
  }

  /** Does a step, whatever comes of it, and looks whether everything is as it must be. */
  public void take(Step step) {
    clock.advance(Duration.ofMillis(137));
    PartyServer server = servers.get(step.which() % servers.size());
    try {
      act(server, step);
    } catch (DomainException refused) {
      // Not everybody may do everything at any time.
    } catch (PartyServer.Death died) {
      restart(server);
    }
    settle();
  }

  private void settle() {
    tend();
    relay.run();
    for (PartyId id : parties) {
      Optional<Party> party = stored(id);
      hangUp(id, party);
      party.ifPresent(this::check);
    }
  }

  /** Whoever is told that they have no seat any more takes part no more. */
  private void hangUp(PartyId id, Optional<Party> party) {
    for (PartyServer server : servers) {
      server
          .open
          .values()
          .removeIf(
              open ->
                  open.party().equals(id)
                      && party.flatMap(kept -> kept.member(open.user())).isEmpty());
    }
  }

  private void act(PartyServer server, Step step) {
    UserId user = people.get(step.who() % PEOPLE);
    UserId other = people.get(step.which() / 2 % PEOPLE);
    Actor actor = Actor.user(user, Role.USER);
    Duration position =
        step.which() % 20 == 0 ? FURTHEST : Duration.ofMillis(step.which() * 1_003L);
    if (parties.isEmpty() || step.kind() == Kind.CREATE) {
      create(server, user, actor);
      return;
    }
    PartyId id = parties.get(step.which() / 4 % parties.size());
    switch (step.kind()) {
      case CREATE -> create(server, user, actor);
      case JOIN -> {
        PartyView unused =
            server.enter(
                id, user, seat -> server.parties.join(actor, id, "Name " + step.who(), seat));
      }
      case LEAVE -> {
        server.parties.leave(actor, id);
        servers.forEach(
            one ->
                one.open
                    .values()
                    .removeIf(open -> open.party().equals(id) && open.user().equals(user)));
      }
      case CLOSE -> server.close(user);
      case PLAY -> {
        server.parties.act(actor, id, PartyCommand.play(position));
        playbacks.put(id, new Playback(true, position, clock.instant()));
      }
      case PAUSE -> {
        server.parties.act(actor, id, PartyCommand.pause(position));
        playbacks.put(id, new Playback(false, position, clock.instant()));
      }
      case SEEK -> {
        server.parties.act(actor, id, PartyCommand.seek(position));
        playbacks.computeIfPresent(
            id, (same, was) -> new Playback(was.isPlaying(), position, clock.instant()));
      }
      case MEDIA -> {
        server.parties.act(actor, id, PartyCommand.change(PartySamples.aFilm()));
        playbacks.put(id, Playback.atTheBeginning(clock.instant()));
      }
      case READY -> server.parties.act(actor, id, PartyCommand.ready(step.which() % 3 > 0));
      case SAY ->
          lines
              .computeIfAbsent(id, some -> new ArrayList<>())
              .add(server.parties.say(actor, id, "Line " + step.which()));
      case REMOVE_LINE -> {
        List<LineId> said = lines.getOrDefault(id, List.of());
        if (!said.isEmpty()) {
          server.parties.removeLine(actor, id, said.get(step.which() % said.size()));
        }
      }
      case MUTE -> server.parties.act(actor, id, PartyCommand.mute(other));
      case UNMUTE -> server.parties.act(actor, id, PartyCommand.unmute(other));
      case KICK -> server.parties.act(actor, id, PartyCommand.kick(other));
      case HAND_OVER -> server.parties.act(actor, id, PartyCommand.handOver(other));
      case END -> server.parties.act(actor, id, PartyCommand.end());
      case CROWD -> crowd(server, id);
      case DIE -> restart(server);
      case DIE_IN_A_COMMAND -> {
        server.diesInTheNextCommand = true;
        try {
          act(server, new Step(Kind.values()[step.which() % Kind.DIE.ordinal()], step.who(), 0));
        } finally {
          server.diesInTheNextCommand = false;
        }
      }
      case DIE_AFTER_A_COMMAND -> {
        act(server, new Step(Kind.values()[step.which() % Kind.DIE.ordinal()], step.who(), 0));
        throw new PartyServer.Death();
      }
      case CLOSE_WHILE_FOUND -> {
        server.goesWhileFound =
            server.open.values().stream().map(PartyConnection::user).findFirst();
        server.isStalled = true;
        pass(RULES.silence().plus(HEARTBEAT));
        server.goesWhileFound = Optional.empty();
      }
      case STALL -> server.isStalled = true;
      case SECONDS -> pass(Duration.ofSeconds(2 + step.which() % 14));
      case MINUTES -> pass(Duration.ofSeconds(100 + step.which() % 600));
    }
  }

  private void create(PartyServer server, UserId user, Actor actor) {
    PartyView view =
        server.enter(
            PartySamples.aPartyId(),
            user,
            seat ->
                server.parties.create(
                    actor,
                    new NewParty(
                        server.parties.nextId(), Optional.of(PartySamples.aFilm()), "Host"),
                    seat));
    PartyId id = PartyId.find(view.roomId()).orElseThrow();
    parties.add(id);
    playbacks.put(id, Playback.atTheBeginning(clock.instant()));
  }

  /** More come than there are seats. */
  private static void crowd(PartyServer server, PartyId id) {
    for (int i = 0; i < RULES.mostMembers(); i++) {
      UserId stranger = Samples.aUserId();
      PartyView unused =
          server.enter(
              id,
              stranger,
              seat -> server.parties.join(Actor.user(stranger, Role.USER), id, "Stranger", seat));
    }
  }

  /** The server dies: nobody closes its connections, and another takes its place. */
  private void restart(PartyServer dead) {
    servers.set(servers.indexOf(dead), dead.restarted());
  }

  /** Lets time go by, in which every server that is not stalled says that it is alive. */
  private void pass(Duration time) {
    for (Duration left = time; !left.isNegative(); left = left.minus(HEARTBEAT)) {
      clock.advance(HEARTBEAT);
      servers.stream().filter(server -> !server.isStalled).forEach(PartyServer::alive);
      watch();
    }
    servers.forEach(server -> server.isStalled = false);
    servers.forEach(PartyServer::alive);
  }

  private void watch() {
    PartyServer server = servers.get(0);
    server.presence.recurringJobs().stream().map(RecurringJob::work).forEach(Runnable::run);
    tend();
  }

  private void tend() {
    for (JobHandler handler : servers.get(0).presence.jobs()) {
      parties.stream().filter(this::isDue).forEach(id -> handler.work().accept(id.value()));
    }
  }

  private boolean isDue(PartyId id) {
    return stored(id)
        .flatMap(Party::nextDue)
        .filter(due -> !due.isAfter(clock.instant()))
        .isPresent();
  }

  private Optional<Party> stored(PartyId id) {
    Store store = stores.get(0);
    return store.work().read(() -> store.ports().parties().find(id));
  }

  private void check(Party party) {
    Instant now = clock.instant();
    assertThat(party.members()).hasSizeLessThanOrEqualTo(RULES.mostMembers());
    assertThat(party.members()).extracting(Member::user).doesNotHaveDuplicates();
    assertThat(party.members())
        .extracting(Member::user)
        .noneMatch(party.snapshot().seats().removed()::contains);
    if (party.endedAt().isPresent()) {
      assertThat(party.playback().isPlaying()).isFalse();
      return;
    }
    if (party.members().stream().anyMatch(Member::isHere)) {
      Member host = party.host().orElseThrow();
      assertThat(host.awaySince().map(since -> since.plus(RULES.hostAway()).isAfter(now)))
          .as("a host who is here, or was a moment ago")
          .isIn(Optional.empty(), Optional.of(true));
    }
    assertThat(party.playback().positionAt(now))
        .isEqualTo(playbacks.get(party.id()).positionAt(now));
    for (PartyServer server : servers) {
      for (PartyConnection open : server.open.values()) {
        party
            .member(open.user())
            .filter(member -> open.party().equals(party.id()) && !server.isStalled)
            .ifPresent(member -> assertThat(member.isHere()).as("%s is here", member).isTrue());
      }
    }
  }

  /** Has everybody come to rest, and looks whether all who read know the same. */
  public void finish() {
    pass(Duration.ofSeconds(20));
    settle();
    for (PartyId id : parties) {
      stored(id).ifPresent(this::finish);
    }
  }

  private void finish(Party party) {
    servers.forEach(server -> server.readAllOf(party));
    if (party.endedAt().isEmpty()) {
      isConnected(party);
      servers.forEach(server -> server.isMirrored(party, PEOPLE));
    }
  }

  private void isConnected(Party party) {
    for (Member member : party.members()) {
      boolean isConnected =
          servers.stream()
              .flatMap(server -> server.open.values().stream())
              .anyMatch(
                  open -> open.party().equals(party.id()) && open.user().equals(member.user()));
      assertThat(member.isHere()).as("%s is here", member).isEqualTo(isConnected);
    }
  }

  @Override
  public void close() {
    servers.forEach(PartyServer::close);
  }
}
