package dev.stagedoor.application.party;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static dev.stagedoor.domain.fixture.PartySamples.aFilm;
import static dev.stagedoor.domain.fixture.PartySamples.aPartyId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.PartyPorts;
import dev.stagedoor.application.fake.InMemoryJobs;
import dev.stagedoor.application.fake.InMemoryLiveUpdates;
import dev.stagedoor.application.fake.InMemoryUnitOfWork;
import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.jobs.NotYet;
import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.fake.InMemoryAccountRepository;
import dev.stagedoor.domain.fake.InMemoryParties;
import dev.stagedoor.domain.fake.InMemoryStore;
import dev.stagedoor.domain.fake.MutableClock;
import dev.stagedoor.domain.fixture.AccountBuilder;
import dev.stagedoor.domain.fixture.Samples;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.party.LineId;
import dev.stagedoor.domain.party.Member;
import dev.stagedoor.domain.party.Party;
import dev.stagedoor.domain.party.PartyConnection;
import dev.stagedoor.domain.party.PartyError;
import dev.stagedoor.domain.party.PartyId;
import dev.stagedoor.domain.party.port.PartyRepository;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who is still there, where something is amiss with a party, a server or a clock. */
class PartyPresenceTest {
  private final MutableClock clock = new MutableClock(Samples.NOW);
  private final MutableClock shared = new MutableClock(Samples.NOW);
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryUnitOfWork work = new InMemoryUnitOfWork(store);
  private final InMemoryParties kept = InMemoryParties.in(store);
  private final InMemoryLiveUpdates updates = new InMemoryLiveUpdates(store);
  private final InMemoryAccountRepository accounts = new InMemoryAccountRepository(store);
  private final InMemoryJobs jobs = new InMemoryJobs(store, shared);
  private final Set<PartyId> broken = new HashSet<>();
  private final PartyPorts ports =
      new PartyPorts(breakable(kept.parties()), kept.lines(), kept.connections(), shared);
  private final PartyKeeper keeper = new PartyKeeper(ports, updates, jobs, clock);
  private final PartyPresence presence = new PartyPresence(work, ports, keeper);
  private final PartyService parties =
      new PartyService(
          work,
          ports,
          accounts,
          user -> {},
          keeper,
          UUID::randomUUID,
          () -> Secret.of(UUID.randomUUID().toString()));
  private final UUID server = UUID.randomUUID();
  private final UserId host = somebody();
  private final UserId guest = somebody();
  private int locks;

  /** Parties of which some cannot be had, whatever the reason. */
  private PartyRepository breakable(PartyRepository all) {
    return (PartyRepository)
        Proxy.newProxyInstance(
            PartyRepository.class.getClassLoader(),
            new Class<?>[] {PartyRepository.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("lock")) {
                locks++;
                if (broken.contains(arguments[0])) {
                  throw new IllegalStateException("this party is broken");
                }
              }
              try {
                return method.invoke(all, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private UserId somebody() {
    Account account = AccountBuilder.anAccount().active().build();
    work.run(() -> accounts.save(account));
    return account.id();
  }

  private static Actor actor(UserId user) {
    return Actor.user(user, Role.USER);
  }

  private PartyId begins(UserId who, Seat seat) {
    PartyView view =
        parties.create(
            actor(who), new NewParty(parties.nextId(), Optional.of(aFilm()), "Somebody"), seat);
    return PartyId.find(view.roomId()).orElseThrow();
  }

  private Seat aSeat() {
    return new Seat(UUID.randomUUID(), server);
  }

  private Party stored(PartyId id) {
    return work.read(() -> kept.parties().find(id)).orElseThrow();
  }

  private void passes(Duration time) {
    clock.advance(time);
    shared.advance(time);
    presence.recurringJobs().stream().map(RecurringJob::work).forEach(Runnable::run);
  }

  @Test
  void aPartyAtTheVeryEndOfWhatCanBeWatchedIsLikeAnyOther() {
    PartyId id = begins(host, aSeat());
    parties.act(actor(host), id, PartyCommand.play(Duration.ofDays(30)));
    clock.advance(Duration.ofSeconds(3));

    PartyView view = parties.join(actor(guest), id, "Guest", aSeat());
    assertThat(view.currentTime()).isEqualTo(new BigDecimal("2592000.000"));
    assertThat(PartyMirror.of(view).view(guest, clock.instant())).isEqualTo(view);

    parties.act(actor(host), id, PartyCommand.end());
    assertThat(stored(id).endedAt()).contains(clock.instant());
  }

  @Test
  void whoGoesWhileTheirServerFindsItsMembersIsNotFound() {
    Seat seat = aSeat();
    PartyId id = begins(host, seat);
    PartyConnection connection = new PartyConnection(seat.connection(), id, host, server);
    passes(Duration.ofSeconds(7));

    assertThat(presence.alive(server)).isTrue();
    presence.found(id, List.of(connection), one -> false);
    assertThat(stored(id).members()).noneMatch(Member::isHere);
    assertThat(work.read(() -> kept.connections().of(id))).isEmpty();

    passes(Duration.ofSeconds(7));
    assertThat(presence.alive(server)).isTrue();
    presence.found(id, List.of(connection), one -> true);
    assertThat(stored(id).members()).allMatch(Member::isHere);
  }

  @Test
  void allOfAPartyAreFoundAndGoneAtOnce() {
    Seat hosts = aSeat();
    Seat guests = aSeat();
    PartyId id = begins(host, hosts);
    PartyView unused = parties.join(actor(guest), id, "Guest", guests);
    List<PartyConnection> all =
        List.of(
            new PartyConnection(hosts.connection(), id, host, server),
            new PartyConnection(guests.connection(), id, guest, server));
    passes(Duration.ofSeconds(7));
    assertThat(stored(id).members()).noneMatch(Member::isHere);
    int before = locks;

    presence.found(id, all, one -> true);
    assertThat(stored(id).members()).allMatch(Member::isHere);
    assertThat(work.read(() -> kept.connections().of(id))).containsExactlyInAnyOrderElementsOf(all);

    presence.closed(id, all);
    assertThat(stored(id).members()).noneMatch(Member::isHere);
    assertThat(work.read(() -> kept.connections().of(id))).isEmpty();
    assertThat(locks).isEqualTo(before + 2);
  }

  @Test
  void aServerWhoseClockIsWrongIsNotTakenForDeadAndTakesNobodyForDead() {
    PartyId id = begins(host, aSeat());
    for (Duration wrong : List.of(Duration.ofMinutes(1), Duration.ofMinutes(-2))) {
      clock.advance(wrong);
      boolean unused = presence.alive(server);
      passes(Duration.ofSeconds(5));
    }

    assertThat(stored(id).members()).allMatch(Member::isHere);
  }

  @Test
  void whatIsNotDueYetByTheClockHereIsDoneLaterAndNotAgainAndAgain() {
    Seat seat = aSeat();
    PartyId id = begins(host, seat);
    presence.closed(new PartyConnection(seat.connection(), id, host, server));
    shared.advance(Duration.ofMinutes(2).plusSeconds(1));
    clock.advance(Duration.ofMinutes(2).minusSeconds(1));
    JobHandler tend = presence.jobs().get(0);

    assertThatThrownBy(() -> tend.work().accept(id.value())).isInstanceOf(NotYet.class);
    assertThat(stored(id).members()).hasSize(1);

    clock.advance(Duration.ofSeconds(2));
    tend.work().accept(id.value());
    assertThat(stored(id).members()).isEmpty();
  }

  @Test
  void whatIsRefusedUndoesNothingThatOthersDoTogetherWithIt() {
    PartyId id = begins(host, aSeat());
    PartyView unused = parties.join(actor(guest), id, "Guest", aSeat());
    parties.act(actor(host), id, PartyCommand.mute(guest));
    int before = work.failures();

    assertRefused(PartyError.MUTED, () -> parties.say(actor(guest), id, "Hello?"));
    assertRefused(PartyError.NOT_THE_HOST, () -> parties.act(actor(guest), id, PartyCommand.end()));
    assertRefused(
        PartyError.PARTY_UNKNOWN, () -> parties.join(actor(guest), aPartyId(), "Guest", aSeat()));
    assertRefused(CommonError.NOT_FOUND, () -> parties.removeLine(actor(host), id, aLine()));

    assertThat(work.failures()).isEqualTo(before);
  }

  private static LineId aLine() {
    return new LineId(UUID.randomUUID());
  }

  @Test
  void aPartyThatIsBrokenKeepsNobodyElseFromBeingNoticed() {
    PartyId one = begins(host, aSeat());
    PartyId other = begins(guest, aSeat());
    for (PartyId first : List.of(one, other)) {
      broken.clear();
      broken.add(first);
      passes(Duration.ofSeconds(7));
    }

    assertThat(List.of(stored(one), stored(other)))
        .allSatisfy(party -> assertThat(party.members()).noneMatch(Member::isHere));
  }
}
