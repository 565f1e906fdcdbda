package dev.stagedoor.application.tv;

import static dev.stagedoor.domain.fixture.Samples.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.stagedoor.application.analytics.AnalyticsService;
import dev.stagedoor.application.analytics.ResellerAnalytics;
import dev.stagedoor.application.analytics.RevenueAnalytics;
import dev.stagedoor.application.analytics.UserAnalytics;
import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.tv.LivingRoom.Viewer;
import dev.stagedoor.domain.analytics.Grouping;
import dev.stagedoor.domain.analytics.ReportPeriod;
import dev.stagedoor.domain.analytics.Share;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.subscriptions.PlanPrice;
import dev.stagedoor.domain.subscriptions.SubscriptionStatus;
import dev.stagedoor.domain.tv.ClientId;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What happens in subscription TV is what analytics tells of it. */
class TvFactsTest {
  private static final Duration DAY = Duration.ofDays(1);

  private final LivingRoom room = new LivingRoom();

  @Test
  void whoSignsUpIsNewAndBeginsATrial() {
    Viewer unused = room.signsUp();
    later(room.house, DAY);
    unused = room.signsUp();
    unused = room.signsUp();

    UserAnalytics users = users(room.house, 2);

    assertThat(users.series())
        .extracting(UserAnalytics.Slice::newUsers, UserAnalytics.Slice::totalUsers)
        .containsExactly(tuple(1L, 1L), tuple(2L, 3L));
    assertThat(users.totals().trialsStarted()).isEqualTo(3);
  }

  @Test
  void aTrialThatIsPaidForCountsWhereItWasPaidAndWhereItBegan() {
    Viewer ada = room.signsUp();
    Viewer unused = room.signsUp();
    later(room.house, DAY);
    ProviderRef subscription = room.subscribes(ada, LivingRoom.FAMILY);
    room.tells(subscription);

    UserAnalytics users = users(room.house, 2);

    assertThat(users.series())
        .extracting(UserAnalytics.Slice::trialsConverted, UserAnalytics.Slice::trialConversion)
        .containsExactly(tuple(0L, new Share(1, 2)), tuple(1L, new Share(0, 0)));
  }

  @Test
  void whatIsPaidForIsCountedUntilItIsNot() {
    Viewer ada = room.signsUp();
    Viewer bob = room.signsUp();
    ProviderRef first = room.subscribes(ada, LivingRoom.BASIC);
    ProviderRef second = room.subscribes(bob, LivingRoom.FAMILY);
    later(room.house, DAY);
    room.house.subscriptionProvider().standAs(second, SubscriptionStatus.PAST_DUE);
    room.tells(second);
    later(room.house, DAY);
    room.house.subscriptionProvider().standAs(second, SubscriptionStatus.ENDED);
    room.tells(second);

    RevenueAnalytics revenue = revenue(room.house, 3);

    assertThat(revenue.series())
        .extracting(
            RevenueAnalytics.Slice::mrr,
            RevenueAnalytics.Slice::newMrr,
            RevenueAnalytics.Slice::churnedMrr,
            RevenueAnalytics.Slice::subscribers,
            RevenueAnalytics.Slice::churnRate)
        .containsExactly(
            tuple(usd(1498), usd(1498), usd(0), 2L, new Share(0, 0)),
            tuple(usd(1498), usd(0), usd(0), 2L, new Share(0, 2)),
            tuple(usd(499), usd(0), usd(999), 1L, new Share(1, 2)));
    assertThat(revenue.planMix())
        .containsExactly(new RevenueAnalytics.PlanShare(LivingRoom.BASIC, 1, usd(499)));
    assertThat(room.house.stagedoor().tvAdmin().figures(Actor.system()).mrr())
        .containsEntry("USD", revenue.totals().get(0).mrr().minor());
    assertThat(room.kept(ada).get(0).ref()).contains(first);
  }

  @Test
  void dearerAndCheaperPlansAndWhoComesBackAreToldApart() {
    Viewer ada = room.signsUp();
    ProviderRef subscription = room.subscribes(ada, LivingRoom.FAMILY);
    later(room.house, DAY);
    takes(subscription, LivingRoom.PREMIUM);
    later(room.house, DAY);
    takes(subscription, LivingRoom.BASIC);
    room.house.subscriptionProvider().standAs(subscription, SubscriptionStatus.UNPAID);
    room.tells(subscription);
    later(room.house, DAY);
    room.house.subscriptionProvider().standAs(subscription, SubscriptionStatus.ACTIVE);
    room.tells(subscription);

    assertThat(revenue(room.house, 4).series())
        .extracting(
            RevenueAnalytics.Slice::mrr,
            RevenueAnalytics.Slice::expansionMrr,
            RevenueAnalytics.Slice::contractionMrr,
            RevenueAnalytics.Slice::churnedMrr,
            RevenueAnalytics.Slice::reactivatedMrr)
        .containsExactly(
            tuple(usd(999), usd(0), usd(0), usd(0), usd(0)),
            tuple(usd(1499), usd(500), usd(0), usd(0), usd(0)),
            tuple(usd(0), usd(0), usd(1000), usd(499), usd(0)),
            tuple(usd(499), usd(0), usd(0), usd(0), usd(499)));
  }

  private void takes(ProviderRef subscription, String price) {
    var unused =
        room.house
            .subscriptionProvider()
            .change(
                subscription,
                new PlanPrice(new ProviderRef(InMemoryStagedoor.FAKE, price), usd(1)),
                new IdempotencyKey("takes " + price));
    room.tells(subscription);
  }

  @Test
  void resellersSpendCreditsOnClientsWhoAreServedUntilWhatIsPaidEnds() {
    Lounge lounge = new Lounge();
    InMemoryStagedoor house = lounge.house;
    Actor reseller = lounge.reseller(5_000);
    ClientId client =
        new ClientId(
            lounge.resellers().create(reseller, lounge.aClient(Optional.empty())).client().id());
    var unused = lounge.resellers().create(reseller, lounge.aClient(Optional.empty()));
    later(house, Duration.ofDays(20));
    var renewed = lounge.resellers().renew(reseller, client, Optional.empty(), Optional.empty());
    later(house, Duration.ofDays(20));
    assertThat(active(house)).isEqualTo(1);
    var suspended = lounge.resellers().suspend(reseller, client);
    assertThat(active(house)).isZero();
    var resumed = lounge.resellers().resume(reseller, client);
    assertThat(active(house)).isEqualTo(1);
    later(house, Duration.ofDays(30));
    assertThat(active(house)).isZero();

    ResellerAnalytics resellers = resellers(house, 90);

    assertThat(resellers.totals())
        .extracting(
            ResellerAnalytics.Slice::creditsGranted,
            ResellerAnalytics.Slice::creditsSpent,
            ResellerAnalytics.Slice::clientsCreated,
            ResellerAnalytics.Slice::clientsRenewed)
        .containsExactly(5_000L, 3 * 499L, 2L, 1L);
    assertThat(resellers.resellers().items())
        .singleElement()
        .extracting(
            ResellerAnalytics.Reseller::id,
            ResellerAnalytics.Reseller::creditsSpent,
            ResellerAnalytics.Reseller::clients,
            ResellerAnalytics.Reseller::profit)
        .containsExactly(reseller.userId().value(), 3 * 499L, 2L, usd(3 * 499));
    assertThat(List.of(unused, renewed)).hasSize(2);
    assertThat(List.of(suspended, resumed)).hasSize(2);
  }

  private static long active(InMemoryStagedoor house) {
    return resellers(house, 1).totals().clientsActive();
  }

  @Test
  void whoIsSeenCountsOnceADay() {
    Viewer ada = room.signsUp();
    Viewer bob = room.signsUp();
    AnalyticsService analytics = room.house.stagedoor().analytics();
    analytics.seen(ada.id());
    analytics.seen(ada.id());
    analytics.seen(bob.id());
    later(room.house, DAY);
    analytics.seen(ada.id());

    UserAnalytics users = users(room.house, 2);

    assertThat(users.series()).extracting(UserAnalytics.Slice::activeUsers).containsExactly(2L, 1L);
    assertThat(users.retention().cohorts())
        .singleElement()
        .extracting(UserAnalytics.Cohort::size)
        .isEqualTo(2L);
  }

  @Test
  void onlyAdminsAreTold() {
    Actor somebody = room.signsUp().actor();
    AnalyticsService analytics = room.house.stagedoor().analytics();
    ReportPeriod period = days(room.house, 2);

    for (Actor actor : List.of(somebody, Actor.user(somebody.userId(), Role.RESELLER))) {
      List.<Runnable>of(
              () -> analytics.users(actor, period),
              () -> analytics.revenue(actor, period),
              () -> analytics.resellers(actor, period, PageRequest.first()),
              () -> analytics.platform(actor, period))
          .forEach(
              asking ->
                  assertThatThrownBy(asking::run)
                      .isInstanceOfSatisfying(
                          DomainException.class,
                          refused ->
                              assertThat(refused.code()).isEqualTo(CommonError.NOT_ALLOWED)));
    }
  }

  private static void later(InMemoryStagedoor house, Duration by) {
    house.clock().advance(by);
  }

  private static ReportPeriod days(InMemoryStagedoor house, int days) {
    var today = house.clock().instant().atZone(ZoneOffset.UTC).toLocalDate();
    return new ReportPeriod(today.minusDays(days - 1L), today, Grouping.DAY, ZoneOffset.UTC);
  }

  private static AnalyticsService rolledUp(InMemoryStagedoor house) {
    house.stagedoor().analytics().rollingUp().work().run();
    return house.stagedoor().analytics();
  }

  private static UserAnalytics users(InMemoryStagedoor house, int days) {
    return rolledUp(house).users(Actor.system(), days(house, days));
  }

  private static RevenueAnalytics revenue(InMemoryStagedoor house, int days) {
    return rolledUp(house).revenue(Actor.system(), days(house, days));
  }

  private static ResellerAnalytics resellers(InMemoryStagedoor house, int days) {
    return rolledUp(house).resellers(Actor.system(), days(house, days), PageRequest.first());
  }
}
