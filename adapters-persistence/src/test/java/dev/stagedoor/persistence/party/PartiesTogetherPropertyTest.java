package dev.stagedoor.persistence.party;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.PartyPorts;
import dev.stagedoor.application.PersistencePorts;
import dev.stagedoor.application.contract.PartySchedule;
import dev.stagedoor.application.contract.PartySchedule.Kind;
import dev.stagedoor.application.contract.PartySchedule.Step;
import dev.stagedoor.application.party.NewParty;
import dev.stagedoor.application.party.PartyCommand;
import dev.stagedoor.application.party.PartyKeeper;
import dev.stagedoor.application.party.PartyMirror;
import dev.stagedoor.application.party.PartyService;
import dev.stagedoor.application.party.PartyView;
import dev.stagedoor.application.party.Seat;
import dev.stagedoor.application.port.LiveFeed;
import dev.stagedoor.application.port.LiveUpdate;
import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.fake.MutableClock;
import dev.stagedoor.domain.fixture.AccountBuilder;
import dev.stagedoor.domain.fixture.PartySamples;
import dev.stagedoor.domain.fixture.Samples;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.party.Party;
import dev.stagedoor.domain.party.PartyId;
import dev.stagedoor.persistence.Persistence;
import dev.stagedoor.persistence.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Two servers on one database: everybody ends with the same, and had it in the same order. */
class PartiesTogetherPropertyTest {
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final List<Persistence> SERVERS = new ArrayList<>();

  @BeforeContainer
  static void open() {
    SERVERS.add(Persistence.open(DATABASE.pool(), TestDatabase.KEYS));
    SERVERS.add(Persistence.open(DATABASE.pool(), TestDatabase.KEYS));
  }

  @AfterContainer
  static void close() {
    SERVERS.forEach(Persistence::close);
    DATABASE.close();
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            // Minutes of heartbeats would take a database seconds, and are tried in memory.
            Arbitraries.of(Kind.weighted()).filter(kind -> kind != Kind.MINUTES),
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(0, 500))
        .as(Step::new)
        .list()
        .ofMinSize(20)
        .ofMaxSize(40);
  }

  @Property(tries = 4, shrinking = ShrinkingMode.OFF)
  void partiesKeepToTheirRulesAndAllWhoReadKnowTheSame(@ForAll("steps") List<Step> steps) {
    MutableClock clock = new MutableClock(Samples.NOW);
    try (PartySchedule schedule =
        new PartySchedule(
            clock,
            SERVERS.stream().map(server -> store(server.ports(), clock)).toList(),
            () -> {})) {
      steps.forEach(schedule::take);
      schedule.finish();
    }
  }

  /** Jobs are run by the schedule, whose time is not the database's. */
  private static PartySchedule.Store store(PersistencePorts ports, Clock clock) {
    PartyPorts kept = ports.party();
    return new PartySchedule.Store(
        ports.unitOfWork(),
        new PartyPorts(kept.parties(), kept.lines(), kept.connections(), clock),
        ports.accounts(),
        ports.liveUpdates(),
        ports.liveFeed(),
        job -> {});
  }

  /** A server that listens to everything. */
  private static final class Reader implements AutoCloseable {
    private final LinkedBlockingQueue<LiveUpdate> told = new LinkedBlockingQueue<>();
    private final List<LiveUpdate> updates = new ArrayList<>();
    private final LiveFeed.Subscription subscription;
    private final PartyService parties;

    Reader(PersistencePorts ports) {
      parties =
          new PartyService(
              ports.unitOfWork(),
              ports.party(),
              ports.accounts(),
              user -> {},
              new PartyKeeper(
                  ports.party(), ports.liveUpdates(), ports.outbox(), Clock.systemUTC()),
              UUID::randomUUID,
              () -> Secret.of(UUID.randomUUID().toString()));
      subscription = ports.liveFeed().subscribe(entry -> told.add(entry.update()));
    }

    /** Returns what is told of a party until that number. */
    List<LiveUpdate> until(PartyId id, long last) throws InterruptedException {
      while (updates.isEmpty() || number(updates.get(updates.size() - 1)) < last) {
        LiveUpdate next = told.poll(20, TimeUnit.SECONDS);
        assertThat(next).as("number " + last + " is told").isNotNull();
        if (next.channel().equals(Party.subject(id))) {
          updates.add(next);
        }
      }
      return updates;
    }

    static long number(LiveUpdate update) {
      return ((Number) update.data().get("sequence")).longValue();
    }

    @Override
    public void close() {
      subscription.close();
    }
  }

  @Property(tries = 3, shrinking = ShrinkingMode.OFF)
  void whateverManyDoAtOnceIsToldToAllInOneOrder(@ForAll long seed) throws Exception {
    PersistencePorts ports = SERVERS.get(0).ports();
    Account account = AccountBuilder.anAccount().active().build();
    ports.unitOfWork().run(() -> ports.accounts().save(account));
    List<Actor> people = new ArrayList<>();
    people.add(Actor.user(account.id(), Role.USER));
    IntStream.range(1, 6).forEach(i -> people.add(Actor.user(Samples.aUserId(), Role.USER)));
    try (Reader one = new Reader(SERVERS.get(0).ports());
        Reader two = new Reader(SERVERS.get(1).ports())) {
      List<PartyService> services = List.of(one.parties, two.parties);
      PartyView first =
          one.parties.create(
              people.get(0),
              new NewParty(one.parties.nextId(), Optional.of(PartySamples.aFilm()), "Host"),
              aSeat());
      PartyId id = PartyId.find(first.roomId()).orElseThrow();

      together(people, who -> act(services, people, id, who, new Random(seed + who)));

      Party party = ports.unitOfWork().read(() -> ports.party().parties().find(id)).orElseThrow();
      assertThat(one.until(id, party.sequence())).isEqualTo(two.until(id, party.sequence()));
      assertThat(one.updates)
          .extracting(Reader::number)
          .isEqualTo(LongStream.rangeClosed(1, party.sequence()).boxed().toList());
      PartyMirror mirror = PartyMirror.of(first);
      assertThat(one.updates).allMatch(mirror::take);
      PartyView read = two.parties.join(people.get(5), id, "Name 5", aSeat());
      two.until(id, read.sequence()).forEach(mirror::take);
      assertThat(mirror.view(people.get(5).userId(), Instant.ofEpochMilli(read.serverTime())))
          .usingRecursiveComparison()
          .ignoringFields("messages")
          .isEqualTo(read);
    }
  }

  private static Seat aSeat() {
    return new Seat(UUID.randomUUID(), UUID.randomUUID());
  }

  private interface Deed {
    void of(int who);
  }

  private static void together(List<Actor> people, Deed deed) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(people.size());
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < people.size(); i++) {
        int who = i;
        all.add(threads.submit(() -> deed.of(who)));
      }
      for (Future<?> one : all) {
        one.get(60, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** Somebody does one thing after another, by either server. */
  private static void act(
      List<PartyService> services, List<Actor> people, PartyId id, int who, Random random) {
    Actor actor = people.get(who);
    for (int i = 0; i < 40; i++) {
      PartyService parties = services.get(random.nextInt(2));
      Duration position = Duration.ofMillis(random.nextInt(10_000_000));
      Actor other = people.get(random.nextInt(people.size()));
      try {
        switch (random.nextInt(8)) {
          case 0, 1 -> {
            PartyView unused = parties.join(actor, id, "Name " + who, aSeat());
          }
          case 2 -> parties.leave(actor, id);
          case 3 -> {
            var unused = parties.say(actor, id, "Line " + i + " of " + who);
          }
          case 4 -> parties.act(actor, id, PartyCommand.play(position));
          case 5 -> parties.act(actor, id, PartyCommand.seek(position));
          case 6 -> parties.act(actor, id, PartyCommand.ready(random.nextBoolean()));
          default -> parties.act(actor, id, PartyCommand.handOver(other.userId()));
        }
      } catch (DomainException refused) {
        // Not everybody may do everything at any time, but everybody in their turn.
        assertThat(refused.code()).isNotEqualTo(CommonError.STALE_VERSION);
      }
    }
  }
}
