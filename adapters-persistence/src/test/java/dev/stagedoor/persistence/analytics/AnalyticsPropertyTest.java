package dev.stagedoor.persistence.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.AnalyticsPorts;
import dev.stagedoor.application.analytics.AnalyticsService;
import dev.stagedoor.application.analytics.PlatformAnalytics;
import dev.stagedoor.application.analytics.ResellerAnalytics;
import dev.stagedoor.application.analytics.RevenueAnalytics;
import dev.stagedoor.application.fake.SlowAnalytics;
import dev.stagedoor.domain.analytics.DeviceClass;
import dev.stagedoor.domain.analytics.Fact;
import dev.stagedoor.domain.analytics.FactKind;
import dev.stagedoor.domain.analytics.Grouping;
import dev.stagedoor.domain.analytics.ReportPeriod;
import dev.stagedoor.domain.analytics.RequestTally;
import dev.stagedoor.domain.analytics.SystemReading;
import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.fake.InMemoryMeasures.Gathered;
import dev.stagedoor.domain.fixture.AccountBuilder;
import dev.stagedoor.persistence.TestPersistence;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * What PostgreSQL adds up piece by piece is what comes out where everything that ever happened is
 * looked through. Each try goes on from what the others have told.
 */
class AnalyticsPropertyTest {
  private static final TestPersistence OPEN = new TestPersistence();
  private static final Instant NOW = Instant.parse("2024-11-05T12:07:00Z");
  private static final Currency USD = Currency.getInstance("USD");
  private static final Set<FactKind> OF_MONEY =
      EnumSet.of(
          FactKind.SUBSCRIBED,
          FactKind.REACTIVATED,
          FactKind.UPGRADED,
          FactKind.DOWNGRADED,
          FactKind.CHURNED,
          FactKind.PLAN_TAKEN,
          FactKind.PLAN_LEFT);
  private static final Map<UUID, Fact> TOLD = new LinkedHashMap<>();
  private static final List<Gathered> GATHERED = new ArrayList<>();
  private static final List<UserId> RESELLERS = new ArrayList<>();
  private static final List<UserId> PEOPLE =
      IntStream.range(0, 12).mapToObj(i -> new UserId(UUID.randomUUID())).toList();

  @BeforeContainer
  static void open() {
    OPEN.beforeAll(null);
    for (int i = 0; i < 3; i++) {
      Account reseller = AccountBuilder.anAccount().build();
      OPEN.run(() -> OPEN.ports().accounts().save(reseller));
      RESELLERS.add(reseller.id());
    }
  }

  @AfterContainer
  static void close() {
    OPEN.afterAll(null);
  }

  private static AnalyticsPorts ports() {
    return OPEN.ports().analytics();
  }

  private static AnalyticsService service() {
    return new AnalyticsService(
        OPEN.ports().unitOfWork(),
        ports().facts(),
        ports().rollUp(),
        ports().measures(),
        ports().queries(),
        ports().platform(),
        USD,
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Provide
  Arbitrary<Instant> times() {
    Arbitrary<Long> seconds =
        Arbitraries.oneOf(
            Arbitraries.of(-1L, 0L, 1L, 900L, -900L),
            Arbitraries.longs().between(-200, 200).map(quarters -> quarters * 900),
            Arbitraries.longs().between(-3_000_000, 3_000_000));
    return Combinators.combine(Arbitraries.of(SlowAnalytics.edges()), seconds)
        .as(Instant::plusSeconds);
  }

  @Provide
  Arbitrary<List<Fact>> histories() {
    Arbitrary<FactKind> kinds =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.of(FactKind.class)),
            Tuple.of(2, Arbitraries.just(FactKind.ACTIVE)));
    return Combinators.combine(
            kinds,
            times(),
            Arbitraries.integers().between(0, 11),
            Arbitraries.longs().between(-2_000, 2_000),
            Arbitraries.integers().between(0, 4))
        .as(AnalyticsPropertyTest::fact)
        .list()
        .ofMinSize(1)
        .ofMaxSize(60);
  }

  private static Fact fact(FactKind kind, Instant time, int person, long amount, int which) {
    UserId who = PEOPLE.get(person);
    // Nobody is here ahead of time.
    Instant at =
        kind == FactKind.ACTIVE && time.isAfter(NOW) ? time.minus(Duration.ofDays(366)) : time;
    Fact fact =
        Fact.of(
            kind,
            who.value()
                + " "
                + (kind == FactKind.ACTIVE
                    ? at.atZone(ZoneOffset.UTC).toLocalDate()
                    : at + " " + amount),
            who,
            at);
    if (OF_MONEY.contains(kind)) {
      return fact.by(
              kind == FactKind.PLAN_TAKEN || kind == FactKind.PLAN_LEFT ? "price_" + which : "")
          .with(amount, which == 0 ? Currency.getInstance("EUR") : USD);
    }
    if (kind == FactKind.CREDITS_SPENT || kind == FactKind.CLIENT_CREATED) {
      return fact.by(RESELLERS.get(which % 3).value().toString()).with(amount);
    }
    return fact.with(amount);
  }

  @Provide
  Arbitrary<ReportPeriod> periods() {
    Arbitrary<ZoneId> zones =
        Arbitraries.of(
                "UTC",
                "Europe/Berlin",
                "America/New_York",
                "America/Sao_Paulo",
                "America/St_Johns",
                "Asia/Kolkata",
                "Asia/Kathmandu",
                "Australia/Lord_Howe",
                "Pacific/Apia")
            .map(ReportPeriod::zone);
    return Combinators.combine(
            Arbitraries.of(SlowAnalytics.edges()),
            Arbitraries.integers().between(-40, 40),
            Arbitraries.integers().between(0, 130),
            Arbitraries.of(Grouping.class),
            zones)
        .as(
            (edge, shift, days, grouping, zone) -> {
              LocalDate start = edge.atZone(ZoneOffset.UTC).toLocalDate().plusDays(shift);
              return new ReportPeriod(start, start.plusDays(days), grouping, zone);
            });
  }

  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void sumsAreWhatHappened(
      @ForAll("histories") List<Fact> history,
      @ForAll("periods") ReportPeriod period,
      @ForAll("periods") ReportPeriod another,
      @ForAll boolean isDoubled) {
    tell(history);
    if (isDoubled) {
      tell(history.subList(history.size() / 2, history.size()));
    }
    rollUp(7);
    SlowAnalytics slow = new SlowAnalytics(TOLD.values(), NOW);
    for (ReportPeriod of : List.of(period, another)) {
      assertThat(service().users(Actor.system(), of)).isEqualTo(slow.users(of));
      mustBeRevenue(service().revenue(Actor.system(), of), slow.revenue(of, USD));
      mustBeResellers(of, slow);
    }
  }

  private static void tell(List<Fact> history) {
    history.forEach(fact -> TOLD.putIfAbsent(fact.id(), fact));
    int half = history.size() / 2;
    OPEN.run(() -> ports().facts().record(history.subList(0, half)));
    // Some are in the sums already when others are told, whatever the order they happened in.
    int unused = OPEN.write(() -> ports().rollUp().next(half / 2 + 1));
    OPEN.run(() -> ports().facts().record(history.subList(half, history.size())));
  }

  private static void rollUp(int most) {
    while (OPEN.write(() -> ports().rollUp().next(most)) == most) {
      // Until nothing is left.
    }
  }

  private static void mustBeRevenue(RevenueAnalytics revenue, RevenueAnalytics slow) {
    assertThat(revenue.series()).isEqualTo(slow.series());
    assertThat(revenue.totals()).isEqualTo(slow.totals());
    assertThat(revenue.planMix()).containsExactlyInAnyOrderElementsOf(slow.planMix());
  }

  private static void mustBeResellers(ReportPeriod period, SlowAnalytics slow) {
    ResellerAnalytics resellers =
        service().resellers(Actor.system(), period, SlowAnalytics.everybody());
    assertThat(resellers.series()).isEqualTo(slow.resellers(period));
    assertThat(resellers.totals()).isEqualTo(slow.resellersInAll(period));
    assertThat(resellers.resellers().total()).isEqualTo(slow.resellersThatDid(period));
    for (ResellerAnalytics.Reseller one : resellers.resellers().items()) {
      assertThat(List.of(one.creditsSpent(), one.clients()))
          .isEqualTo(slow.reseller(period, one.id()));
    }
  }

  @Provide
  Arbitrary<List<RequestTally>> tallies() {
    return Combinators.combine(
            Arbitraries.of(DeviceClass.class),
            Arbitraries.of("playlists", "accounts", "other"),
            Arbitraries.integers().between(0, 180),
            Arbitraries.longs().between(1, 300))
        .as(
            (device, route, slot, requests) ->
                new RequestTally(device, route, slot, requests, requests / 7, requests / 3))
        .list()
        .ofMaxSize(6);
  }

  @Property(tries = 25, shrinking = ShrinkingMode.OFF)
  void requestsAreWhatWasGathered(
      @ForAll("times") Instant at,
      @ForAll("times") Instant later,
      @ForAll("tallies") List<RequestTally> some,
      @ForAll("tallies") List<RequestTally> others,
      @ForAll("periods") ReportPeriod period) {
    gather(at, some);
    gather(later, others);
    gather(at.plus(Duration.ofSeconds(15)), others);

    PlatformAnalytics platform = service().platform(Actor.system(), period);

    Instant soon = Instant.parse("2024-11-05T12:15:00Z");
    List<Gathered> until =
        GATHERED.stream().filter(gathered -> gathered.at().isBefore(soon)).toList();
    List<PlatformAnalytics.Slice> slices = new ArrayList<>(platform.series());
    slices.add(platform.totals());
    assertThat(slices).isEqualTo(SlowAnalytics.platform(period, until, NOW));
    assertThat(
            platform.routes().stream()
                .collect(
                    Collectors.toMap(
                        PlatformAnalytics.Route::route, route -> route.requests().requests())))
        .isEqualTo(SlowAnalytics.routes(period, GATHERED));
  }

  private static void gather(Instant at, List<RequestTally> tallies) {
    SystemReading reading = new SystemReading(1, 1, 1);
    GATHERED.add(new Gathered(at, tallies, reading));
    OPEN.run(() -> ports().measures().add(at, tallies, reading));
  }
}
