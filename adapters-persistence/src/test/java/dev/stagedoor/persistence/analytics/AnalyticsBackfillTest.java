package dev.stagedoor.persistence.analytics;

import static dev.stagedoor.domain.fixture.Samples.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.stagedoor.application.AnalyticsPorts;
import dev.stagedoor.application.analytics.AnalyticsService;
import dev.stagedoor.application.analytics.ResellerAnalytics;
import dev.stagedoor.application.analytics.RevenueAnalytics;
import dev.stagedoor.application.analytics.UserAnalytics;
import dev.stagedoor.domain.analytics.Fact;
import dev.stagedoor.domain.analytics.FactKind;
import dev.stagedoor.domain.analytics.Grouping;
import dev.stagedoor.domain.analytics.PaidPlan;
import dev.stagedoor.domain.analytics.ReportPeriod;
import dev.stagedoor.domain.analytics.Share;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.persistence.Persistence;
import dev.stagedoor.persistence.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A database that was there before analytics knows what happened in it. */
class AnalyticsBackfillTest {
  private static final String BEFORE = "54";
  private static final Instant NOW = Instant.parse("2025-04-30T12:00:00Z");
  private static final ReportPeriod MONTHS =
      new ReportPeriod(
          LocalDate.parse("2025-02-01"),
          LocalDate.parse("2025-04-30"),
          Grouping.MONTH,
          ZoneOffset.UTC);

  private static TestDatabase database;
  private static Persistence persistence;

  @BeforeAll
  static void upgrade() {
    database = TestDatabase.at(BEFORE);
    database.run(
        """
        insert into accounts values
          ('%s', 'local', 'r', 'reseller@example.org', 'Rae', '', 'reseller', 'active', 'en', '2025-01-01Z', 1)
        """
            .formatted(id(9)));
    database.run(
        """
        insert into tv_subscribers values
          ('%s', '2025-02-10 10:00Z', '2025-02-17 10:00Z'),
          ('%s', '2025-03-10 10:00Z', '2025-03-17 10:00Z'),
          ('%s', '2025-03-11 10:00Z', null)
        """
            .formatted(id(1), id(2), id(3)));
    database.run(
        """
        insert into tv_plans values
          ('%s', 'price_basic', 'Basic', 499, 'USD', 1, 1, 1, '{}', '2025-01-01Z', null, 1)
        """
            .formatted(id(50)));
    database.run(
        """
        insert into subscriptions values
          %s, %s, %s, %s
        """
            .formatted(
                subscription(21, 1, "ended", "'2025-03-20Z'", "2025-02-17Z"),
                subscription(22, 1, "active", "null", "2025-04-02Z"),
                subscription(23, 2, "past_due", "null", "2025-03-12Z"),
                subscription(24, 3, "trialing", "null", "2025-03-12Z")));
    database.run(
        """
        insert into tv_clients values
          ('%1$s', '%3$s', '%4$s', null, '%6$s', '2025-03-03Z', 1, '2025-04-03Z', false, '2025-03-03Z', 1),
          ('%2$s', '%3$s', '%5$s', null, '%6$s', '2025-03-05Z', 2, '2025-05-05Z', false, '2025-03-05Z', 1)
        """
            .formatted(id(31), id(32), id(9), id(4), id(5), id(50)));
    database.run(
        """
        insert into credit_entries values
          ('%1$s', 1, '%2$s', 'grant', 5000, 5000, '', null, null, '2025-02-01Z'),
          ('%1$s', 2, '%3$s', 'client_created', -499, 4501, '', '%6$s', null, '2025-03-03Z'),
          ('%1$s', 3, '%4$s', 'client_created', -499, 4002, '', '%7$s', null, '2025-03-05Z'),
          ('%1$s', 4, '%5$s', 'client_renewed', -499, 3503, '', '%7$s', null, '2025-04-05Z'),
          ('%1$s', 5, '%8$s', 'deduction', -1000, 2503, '', null, null, '2025-04-06Z')
        """
            .formatted(id(9), id(41), id(42), id(43), id(44), id(31), id(32), id(45)));
    persistence = Persistence.open(database.pool(), TestDatabase.KEYS);
    int unused = write();
  }

  private static int write() {
    return persistence
        .ports()
        .unitOfWork()
        .write(() -> persistence.ports().analytics().rollUp().next(1_000));
  }

  private static String subscription(
      int id, int holder, String status, String endedAt, String begunAt) {
    String unpaid = status.equals("past_due") ? "'2025-04-20Z'" : "null";
    return "('%s', '%s', 'fake', 'price_basic', '%s', 'fake', 'sub-%d', 'fake', 'cus', '2025-05-12Z', false, %s, 0, '2025-04-29Z', %s, '%s', 1)"
        .formatted(id(id), id(holder), status, id, unpaid, endedAt, begunAt);
  }

  private static UUID id(int number) {
    return UUID.fromString("00000000-0000-4000-8000-%012d".formatted(number));
  }

  @AfterAll
  static void close() {
    persistence.close();
    database.close();
  }

  private static AnalyticsService service() {
    AnalyticsPorts ports = persistence.ports().analytics();
    return new AnalyticsService(
        persistence.ports().unitOfWork(),
        ports.facts(),
        ports.rollUp(),
        ports.measures(),
        ports.queries(),
        ports.platform(),
        Currency.getInstance("USD"),
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  void whoCameBeforeIsCountedWhenTheyCame() {
    assertThat(service().users(Actor.system(), MONTHS).series())
        .extracting(
            UserAnalytics.Slice::newUsers,
            UserAnalytics.Slice::trialsStarted,
            UserAnalytics.Slice::trialsConverted,
            UserAnalytics.Slice::trialConversion)
        .containsExactly(
            tuple(1L, 1L, 1L, new Share(1, 1)),
            tuple(2L, 1L, 1L, new Share(1, 1)),
            tuple(0L, 0L, 0L, new Share(0, 0)));
  }

  @Test
  void whatIsPaidForIsCountedAsFarAsItIsKnown() {
    assertThat(service().revenue(Actor.system(), MONTHS).series())
        .extracting(
            RevenueAnalytics.Slice::mrr,
            RevenueAnalytics.Slice::newMrr,
            RevenueAnalytics.Slice::churnedMrr,
            RevenueAnalytics.Slice::reactivatedMrr,
            RevenueAnalytics.Slice::subscribers)
        .containsExactly(
            tuple(usd(499), usd(499), usd(0), usd(0), 1L),
            tuple(usd(499), usd(499), usd(499), usd(0), 1L),
            tuple(usd(998), usd(0), usd(0), usd(499), 2L));
    assertThat(
            persistence
                .ports()
                .unitOfWork()
                .read(() -> persistence.ports().analytics().paidPlans().find(id(22))))
        .contains(
            PaidPlan.none(id(22), new UserId(id(1)))
                .become(Optional.of(new PaidPlan.Terms("price_basic", usd(499)))));
  }

  @Test
  void whatResellersSpentIsKnown() {
    ResellerAnalytics resellers = service().resellers(Actor.system(), MONTHS, PageRequest.first());

    assertThat(resellers.series())
        .containsExactly(
            new ResellerAnalytics.Slice(LocalDate.parse("2025-02-01"), 5_000, 0, 0, 0, 0),
            new ResellerAnalytics.Slice(LocalDate.parse("2025-03-01"), 0, 998, 2, 0, 2),
            new ResellerAnalytics.Slice(LocalDate.parse("2025-04-01"), -1_000, 499, 0, 1, 1));
    assertThat(resellers.resellers().items())
        .containsExactly(
            new ResellerAnalytics.Reseller(id(9), "reseller@example.org", 1_497, 2, usd(1_497)));
  }

  @Test
  void whatIsToldAgainFromNowOnIsKnownByTheSameName() {
    for (FactKind kind : new FactKind[] {FactKind.SIGNED_UP, FactKind.TRIAL_STARTED}) {
      Optional<Fact> known =
          persistence
              .ports()
              .unitOfWork()
              .read(
                  () ->
                      persistence
                          .ports()
                          .analytics()
                          .facts()
                          .find(Fact.id(kind, id(1).toString())));
      assertThat(known).map(Fact::kind).contains(kind);
    }
  }
}
