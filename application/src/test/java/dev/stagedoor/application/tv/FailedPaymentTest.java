package dev.stagedoor.application.tv;

import static dev.stagedoor.domain.tv.Entitlement.Source.GRACE;
import static dev.stagedoor.domain.tv.Entitlement.Source.NONE;
import static dev.stagedoor.domain.tv.Entitlement.Source.SUBSCRIPTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.fake.InMemoryUnitOfWork;
import dev.stagedoor.application.jobs.Job;
import dev.stagedoor.application.tv.LivingRoom.Viewer;
import dev.stagedoor.application.webhooks.WebhookResult;
import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.messaging.OutgoingMessage;
import dev.stagedoor.domain.subscriptions.Subscription;
import dev.stagedoor.domain.subscriptions.SubscriptionStatus;
import dev.stagedoor.domain.webhooks.RawWebhook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A payment fails: seven days of grace, three mails, and then the end or a recovery. */
class FailedPaymentTest {
  private static final String DAY_0 = "Your payment failed";
  private static final String DAY_3 = "Your payment is still open";
  private static final String DAY_6 = "Your subscription is about to stop";
  private static final String OVER = "Your access has ended";
  private static final String PAID = "We have received your payment";
  private static final String ENDED = "Your subscription has ended";
  private static final Duration HOUR = Duration.ofHours(1);

  private final LivingRoom room = new LivingRoom();
  private final InMemoryStagedoor house = room.house;
  private final Viewer john = room.watchedBefore();
  private final ProviderRef subscription = room.subscribes(john, LivingRoom.FAMILY);

  /** Lets hours pass one by one, as a server that runs sees them. */
  private void hours(int count) {
    for (int hour = 0; hour < count; hour++) {
      house.later(HOUR);
    }
  }

  private void days(int count) {
    hours(24 * count);
  }

  @Test
  void accessGoesOnForSevenDaysToTheMoment() {
    room.failsToPay(subscription);

    SubscriptionView grace = house.stagedoor().tvSubscriptions().current(john.actor());
    assertThat(grace.source()).isEqualTo(GRACE);
    assertThat(grace.status()).contains(SubscriptionStatus.PAST_DUE);
    assertThat(grace.until())
        .isEqualTo(grace.graceUntil())
        .contains(house.clock().instant().plus(Duration.ofDays(7)));
    house.clock().advance(Duration.ofDays(7).minusNanos(1_000));
    assertThat(room.source(john)).isEqualTo(GRACE);
    house.clock().advance(Duration.ofNanos(1_000));

    assertThat(room.source(john)).isEqualTo(NONE);
  }

  @Test
  void threeMailsAreWrittenOnTheDaysTheyAreDue() {
    List<Integer> writtenAt = new ArrayList<>();
    room.failsToPay(subscription);

    for (int hour = 0; hour < 24 * 30; hour++) {
      while (writtenAt.size() < room.mails(john).size()) {
        writtenAt.add(hour);
      }
      hours(1);
    }

    assertThat(room.mails(john)).containsExactly(DAY_0, DAY_3, DAY_6);
    assertThat(writtenAt).containsExactly(0, 72, 144);
  }

  @Test
  void aMailSaysUntilWhenAndWhereToPay() {
    room.failsToPay(subscription);

    OutgoingMessage mail = room.written(john).get(0);

    assertThat(mail.content().text())
        .contains("Dear John Doe", "June 15, 2025", "https://stagedoor.example.org/tv/account");
  }

  @Test
  void eachMailIsWrittenOnceHoweverOftenTheFailureIsToldAndTheJobRuns() {
    room.failsToPay(subscription);
    RawWebhook failure = room.failure(subscription);

    for (int day = 0; day < 9; day++) {
      house.deliver(failure);
      house.deliver(room.failure(subscription));
      room.tells(subscription);
      UUID subject = room.only(john).id().value();
      house
          .unitOfWork()
          .run(() -> house.jobs().add(new Job("remind-payment", subject, house.clock().instant())));
      days(1);
    }

    assertThat(room.mails(john)).containsExactly(DAY_0, DAY_3, DAY_6);
  }

  @Test
  void twoFailuresInTurnHaveThreeMailsEach() {
    room.failsToPay(subscription);
    days(4);
    house.subscriptionProvider().endPeriod(subscription);
    room.tells(subscription);
    days(1);
    room.failsToPay(subscription);
    days(10);

    assertThat(room.mails(john)).containsExactly(DAY_0, DAY_3, PAID, DAY_0, DAY_3, DAY_6);
  }

  @Test
  void ofMailsThatAServerMissedOnlyTheLastIsWritten() {
    room.failsToPay(subscription);
    assertThat(room.mails(john)).containsExactly(DAY_0);

    house.later(Duration.ofDays(6).plus(HOUR));
    days(10);

    assertThat(room.mails(john)).containsExactly(DAY_0, DAY_6);
  }

  @Test
  void afterTheGraceAServerThatWasDownSaysThatItIsOver() {
    room.failsToPay(subscription);
    assertThat(room.mails(john)).containsExactly(DAY_0);

    house.later(Duration.ofDays(8));
    days(10);

    assertThat(room.mails(john)).containsExactly(DAY_0, OVER);
    assertThat(room.source(john)).isEqualTo(NONE);
  }

  @Test
  void aProcessThatDiesAtAMailWritesItOnceWhenItIsBack() {
    room.failsToPay(subscription);
    house.runJobs();
    house.clock().advance(Duration.ofDays(3));
    house.wire().after("Subscriptions.find", house::crash);
    assertThatThrownBy(house::runJobs).isInstanceOf(InMemoryUnitOfWork.Crash.class);
    house.restart();
    hours(1);

    assertThat(room.mails(john)).containsExactly(DAY_0, DAY_3);
  }

  @Test
  void aPaymentThatArrivesEndsTheMailsAndIsConfirmedOnce() {
    room.failsToPay(subscription);
    days(2);
    house.subscriptionProvider().endPeriod(subscription);
    room.tells(subscription);
    room.tells(subscription);
    assertThat(room.source(john)).isEqualTo(SUBSCRIPTION);
    days(10);

    assertThat(room.mails(john)).containsExactly(DAY_0, PAID);
  }

  @Test
  void nobodyIsRemindedOfWhatIsPaidThoughNobodyToldUs() {
    room.failsToPay(subscription);
    house.runJobs();
    house.subscriptionProvider().endPeriod(subscription);

    house.clock().advance(Duration.ofDays(3));
    house.runJobs();

    assertThat(room.mails(john)).containsExactly(DAY_0, PAID);
    assertThat(room.source(john)).isEqualTo(SUBSCRIPTION);
  }

  @Test
  void aProviderThatCannotBeAskedStopsNoMail() {
    room.failsToPay(subscription);
    house.subscriptionProvider().fail(FarSideFailure.DOWN);

    days(4);

    assertThat(room.mails(john)).containsExactly(DAY_0, DAY_3);
  }

  @Test
  void paidAfterTheGraceItCountsAgain() {
    room.failsToPay(subscription);
    days(8);
    assertThat(room.source(john)).isEqualTo(NONE);

    house.subscriptionProvider().endPeriod(subscription);
    room.tells(subscription);

    assertThat(room.source(john)).isEqualTo(SUBSCRIPTION);
    assertThat(room.mails(john)).containsExactly(DAY_0, DAY_3, DAY_6, PAID);
  }

  @Test
  void givingUpTryingDoesNotBeginTheGraceAnew() {
    room.failsToPay(subscription);
    days(4);
    house.subscriptionProvider().standAs(subscription, SubscriptionStatus.UNPAID);
    room.tells(subscription);
    assertThat(room.source(john)).isEqualTo(GRACE);
    days(3);

    assertThat(room.source(john)).isEqualTo(NONE);
    assertThat(room.mails(john)).containsExactly(DAY_0, DAY_3, DAY_6);
  }

  @Test
  void restingDoesNotBeginTheGraceAnew() {
    room.failsToPay(subscription);
    days(4);
    house.subscriptionProvider().standAs(subscription, SubscriptionStatus.PAUSED);
    room.tells(subscription);
    assertThat(room.source(john)).isEqualTo(NONE);
    days(1);
    house.subscriptionProvider().standAs(subscription, SubscriptionStatus.PAST_DUE);
    room.tells(subscription);
    assertThat(room.source(john)).isEqualTo(GRACE);
    days(2);

    assertThat(room.source(john)).isEqualTo(NONE);
    assertThat(room.mails(john)).containsExactly(DAY_0, DAY_3, DAY_6);
  }

  @Test
  void whatTheProviderEndsIsOverAtOnce() {
    room.failsToPay(subscription);
    house.subscriptionProvider().standAs(subscription, SubscriptionStatus.ENDED);
    room.tells(subscription);
    days(10);

    assertThat(room.source(john)).isEqualTo(NONE);
    assertThat(room.mails(john)).containsExactly(DAY_0, ENDED);
  }

  @Test
  void newsThatNeverComesIsFoundOutWithinHours() {
    house.subscriptionProvider().failNextPayment(subscription);

    hours(7);

    assertThat(room.source(john)).isEqualTo(GRACE);
    assertThat(room.mails(john)).containsExactly(DAY_0);
  }

  @Test
  void newsIsTriedAgainUntilTheProviderAnswers() {
    house.subscriptionProvider().failNextPayment(subscription);
    house.subscriptionProvider().loseNextAnswer();
    assertThat(house.deliver(room.failure(subscription)))
        .isEqualTo(new WebhookResult.Taken("kept"));
    assertThat(room.source(john)).isEqualTo(SUBSCRIPTION);
    house.subscriptionProvider().recover();

    house.later(Duration.ofSeconds(2));

    assertThat(room.source(john)).isEqualTo(GRACE);
  }

  @Test
  void anAnswerThatIsOvertakenByANewerOneChangesNothing() {
    house.subscriptionProvider().failNextPayment(subscription);
    house
        .wire()
        .after(
            "Subscriptions.find",
            () -> {
              house.clock().advance(Duration.ofMillis(1));
              house.subscriptionProvider().endPeriod(subscription);
              room.tells(subscription);
            });

    house.deliver(room.failure(subscription));

    assertThat(room.source(john)).isEqualTo(SUBSCRIPTION);
    assertThat(room.mails(john)).isEmpty();
  }

  @Test
  void newsOfWhatWasNotBegunHereIsTakenAndIgnored() {
    ProviderRef foreign = room.subscribesElsewhere();
    ProviderRef elsewhere = ProviderRef.of("another", "sub_1");
    List<Subscription> before = room.kept(john);

    for (ProviderRef news : List.of(foreign, elsewhere)) {
      assertThat(house.deliver(room.news(news))).isEqualTo(new WebhookResult.Taken("applied"));
      assertThat(house.deliver(room.failure(news))).isEqualTo(new WebhookResult.Taken("applied"));
    }

    assertThat(house.unitOfWork().read(() -> house.subscriptions().all().count())).isEqualTo(1);
    assertThat(room.kept(john).get(0).snapshot()).isEqualTo(before.get(0).snapshot());
  }
}
