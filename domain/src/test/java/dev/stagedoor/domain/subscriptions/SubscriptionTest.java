package dev.stagedoor.domain.subscriptions;

import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static dev.stagedoor.domain.fixture.SubscriptionSamples.OTHER_PRICE;
import static dev.stagedoor.domain.fixture.SubscriptionSamples.PRICE;
import static dev.stagedoor.domain.fixture.SubscriptionSamples.aSubscription;
import static dev.stagedoor.domain.fixture.SubscriptionSamples.reading;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.announcements.Announcement;
import dev.stagedoor.domain.kernel.ProviderRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SubscriptionTest {
  private static final GracePeriod GRACE = GracePeriod.standard();
  private static final Duration DAY = Duration.ofDays(1);

  private final Subscription subscription = aSubscription(aUserId());

  private List<Announcement> seen(SubscriptionStatus status, Instant askedAt) {
    return subscription.seen(reading(subscription, status), askedAt);
  }

  private static Instant day(int number) {
    return NOW.plus(DAY.multipliedBy(number));
  }

  @Test
  void whoIsOnlySentToThePageHasNothing() {
    assertThat(subscription.status()).isEqualTo(SubscriptionStatus.INCOMPLETE);
    assertThat(subscription.price()).isEqualTo(PRICE);
    assertThat(subscription.ref()).isEmpty();
    assertThat(subscription.customer()).isEmpty();
    assertThat(subscription.paidUntil()).isEmpty();
    assertThat(subscription.isRunning()).isFalse();
    assertThat(subscription.counts(GRACE, NOW)).isFalse();
    assertThat(subscription.graceUntil(GRACE)).isEmpty();
    assertThat(subscription.nextReminderAt(GRACE)).isEmpty();
  }

  @Test
  void itSaysWhatTheProviderSays() {
    SubscriptionReading.Known known =
        new SubscriptionReading.Known(
            ProviderRef.of("fake", "sub-1"),
            Optional.empty(),
            ProviderRef.of("fake", "cus-1"),
            OTHER_PRICE,
            SubscriptionStatus.ACTIVE,
            day(30),
            true);

    assertThat(subscription.seen(known, day(1)))
        .containsExactly(
            new SubscriptionChanged(
                subscription.id(),
                subscription.holder(),
                OTHER_PRICE,
                SubscriptionStatus.ACTIVE,
                day(1)));

    assertThat(subscription.ref()).contains(known.ref());
    assertThat(subscription.customer()).contains(known.customer());
    assertThat(subscription.price()).isEqualTo(OTHER_PRICE);
    assertThat(subscription.status()).isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(subscription.paidUntil()).contains(day(30));
    assertThat(subscription.endsAtPeriodEnd()).isTrue();
    assertThat(subscription.snapshot().seenAt()).isEqualTo(day(1));
  }

  @Test
  void whatIsKnownIsNoNews() {
    assertThat(seen(SubscriptionStatus.ACTIVE, NOW)).hasSize(1);

    assertThat(seen(SubscriptionStatus.ACTIVE, NOW)).isEmpty();
    assertThat(seen(SubscriptionStatus.ACTIVE, day(1))).isEmpty();
    assertThat(subscription.snapshot().seenAt()).isEqualTo(day(1));
  }

  @Test
  void anotherPriceIsNews() {
    seen(SubscriptionStatus.ACTIVE, NOW);
    SubscriptionReading.Known was = reading(subscription, SubscriptionStatus.ACTIVE);

    assertThat(
            subscription.seen(
                new SubscriptionReading.Known(
                    was.ref(),
                    was.subscription(),
                    was.customer(),
                    OTHER_PRICE,
                    was.status(),
                    was.paidUntil(),
                    was.endsAtPeriodEnd()),
                day(1)))
        .hasSize(1);

    assertThat(subscription.price()).isEqualTo(OTHER_PRICE);
  }

  @Test
  void anEarlierAnswerChangesNothing() {
    seen(SubscriptionStatus.ACTIVE, day(2));
    Subscription.Snapshot before = subscription.snapshot();

    assertThat(seen(SubscriptionStatus.PAST_DUE, day(1))).isEmpty();

    assertThat(subscription.snapshot()).isEqualTo(before);
  }

  @Test
  void anotherSubscriptionOfTheProviderChangesNothing() {
    seen(SubscriptionStatus.ACTIVE, NOW);
    Subscription.Snapshot before = subscription.snapshot();

    assertThat(
            subscription.seen(
                reading(aSubscription(subscription.holder()), SubscriptionStatus.ENDED), day(1)))
        .isEmpty();

    assertThat(subscription.snapshot()).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(SubscriptionStatus.class)
  void whatIsOverStaysOver(SubscriptionStatus later) {
    assertThat(seen(SubscriptionStatus.ENDED, NOW)).hasSize(1);
    Subscription.Snapshot ended = subscription.snapshot();

    assertThat(seen(later, day(1))).isEmpty();

    assertThat(subscription.snapshot()).isEqualTo(ended);
    assertThat(ended.endedAt()).isEqualTo(NOW);
    assertThat(subscription.isRunning()).isFalse();
    assertThat(subscription.counts(GRACE, NOW)).isFalse();
  }

  @Test
  void whatWasOverEvenThenIsOverThoughItWasHeardLate() {
    seen(SubscriptionStatus.ACTIVE, day(2));

    assertThat(seen(SubscriptionStatus.ENDED, day(1))).hasSize(1);
    assertThat(seen(SubscriptionStatus.ENDED, NOW)).isEmpty();

    assertThat(subscription.status()).isEqualTo(SubscriptionStatus.ENDED);
    assertThat(subscription.snapshot().endedAt()).isEqualTo(NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "INCOMPLETE, false, false",
    "TRIALING,   true,  true",
    "ACTIVE,     true,  true",
    "PAST_DUE,   true,  true",
    "UNPAID,     true,  true",
    "PAUSED,     true,  false",
    "ENDED,      false, false"
  })
  void howItStandsSaysWhatItIsWorth(
      SubscriptionStatus status, boolean isRunning, boolean countsAtFirst) {
    seen(status, NOW);

    assertThat(subscription.isRunning()).isEqualTo(isRunning);
    assertThat(subscription.counts(GRACE, NOW)).isEqualTo(countsAtFirst);
  }

  @Test
  void unpaidItCountsUntilItsGraceIsOverAndNoLonger() {
    seen(SubscriptionStatus.PAST_DUE, NOW);
    seen(SubscriptionStatus.PAST_DUE, day(2));
    seen(SubscriptionStatus.UNPAID, day(3));

    assertThat(subscription.graceUntil(GRACE)).contains(day(7));
    assertThat(subscription.counts(GRACE, day(7).minusMillis(1))).isTrue();
    assertThat(subscription.counts(GRACE, day(7))).isFalse();

    seen(SubscriptionStatus.PAST_DUE, day(20));

    assertThat(subscription.counts(GRACE, day(20))).isFalse();
  }

  @Test
  void paidItCountsAgainAndAnotherFailureHasAGraceOfItsOwn() {
    seen(SubscriptionStatus.PAST_DUE, NOW);
    subscription.remind(GRACE, NOW);
    seen(SubscriptionStatus.ACTIVE, day(10));

    assertThat(subscription.counts(GRACE, day(10))).isTrue();
    assertThat(subscription.graceUntil(GRACE)).isEmpty();
    assertThat(subscription.nextReminderAt(GRACE)).isEmpty();
    assertThat(subscription.remind(GRACE, day(10))).isEmpty();

    seen(SubscriptionStatus.PAST_DUE, day(30));

    assertThat(subscription.graceUntil(GRACE)).contains(day(37));
    assertThat(subscription.remind(GRACE, day(30))).contains(Duration.ZERO);
  }

  @Test
  void itsHolderIsRemindedThreeTimesAndEachTimeOnce() {
    seen(SubscriptionStatus.PAST_DUE, NOW);

    for (int number : new int[] {0, 3, 6}) {
      assertThat(subscription.nextReminderAt(GRACE)).contains(day(number));
      assertThat(subscription.remind(GRACE, day(number).minusMillis(1))).isEmpty();
      assertThat(subscription.remind(GRACE, day(number))).contains(DAY.multipliedBy(number));
      assertThat(subscription.remind(GRACE, day(number))).isEmpty();
      seen(SubscriptionStatus.PAST_DUE, day(number));
      assertThat(subscription.remind(GRACE, day(number))).isEmpty();
    }

    assertThat(subscription.nextReminderAt(GRACE)).isEmpty();
    assertThat(subscription.remind(GRACE, day(900))).isEmpty();
  }

  @Test
  void ofSeveralMailsThatWereMissedTheLastIsWritten() {
    seen(SubscriptionStatus.PAST_DUE, NOW);

    assertThat(subscription.remind(GRACE, day(4))).contains(DAY.multipliedBy(4));
    assertThat(subscription.remind(GRACE, day(4))).isEmpty();
    assertThat(subscription.nextReminderAt(GRACE)).contains(day(6));
  }

  @Test
  void whatEndedIsNotRemindedOf() {
    seen(SubscriptionStatus.PAST_DUE, NOW);
    seen(SubscriptionStatus.ENDED, day(1));

    assertThat(subscription.nextReminderAt(GRACE)).isEmpty();
    assertThat(subscription.remind(GRACE, day(3))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"ACTIVE", "TRIALING"})
  void whoseRenewalNobodyConfirmsCountsForTheGraceAfterWhatIsPaid(SubscriptionStatus status) {
    seen(status, NOW);
    assertThat(subscription.paidUntil()).contains(day(30));

    assertThat(subscription.counts(GRACE, day(37).minusMillis(1))).isTrue();
    assertThat(subscription.counts(GRACE, day(37))).isFalse();
    assertThat(subscription.countsUntil(GRACE)).contains(day(37));
    assertThat(subscription.isRunning()).isTrue();
    assertThat(subscription.graceUntil(GRACE)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"PAUSED", "INCOMPLETE"})
  void whatRestsForAWhileIsNotPaidByThat(SubscriptionStatus rest) {
    seen(SubscriptionStatus.PAST_DUE, NOW);
    subscription.remind(GRACE, NOW);

    seen(rest, day(5));
    assertThat(subscription.counts(GRACE, day(5))).isFalse();
    assertThat(subscription.graceUntil(GRACE)).isEmpty();
    assertThat(subscription.nextReminderAt(GRACE)).isEmpty();
    assertThat(subscription.remind(GRACE, day(5))).isEmpty();
    seen(SubscriptionStatus.PAST_DUE, day(6));

    assertThat(subscription.graceUntil(GRACE)).contains(day(7));
    assertThat(subscription.nextReminderAt(GRACE)).contains(day(3));
    assertThat(subscription.counts(GRACE, day(7))).isFalse();
  }

  private Duration untilAsked(Instant askedAt) {
    return Duration.between(askedAt, subscription.snapshot().lookAt());
  }

  @Test
  void itsPageIsAskedAboutSoonThenLessOftenAndAtLeastEveryQuarterOfAnHour() {
    subscription.opened(ProviderRef.of("fake", "page-1"), NOW);
    assertThat(untilAsked(NOW)).isEqualTo(Duration.ofMinutes(1));
    int asked = 0;
    Instant at = subscription.snapshot().lookAt();
    Duration before = Duration.ZERO;
    while (at.isBefore(day(1))) {
      subscription.stillOpen(at);
      asked++;
      assertThat(untilAsked(at)).isBetween(before, Duration.ofMinutes(15));
      before = untilAsked(at);
      at = subscription.snapshot().lookAt();
    }

    assertThat(before).isEqualTo(Duration.ofMinutes(15));
    assertThat(asked).isLessThan(150);
    assertThat(subscription.status()).isEqualTo(SubscriptionStatus.INCOMPLETE);
  }

  @Test
  void whatHasBegunIsAskedAboutEverySixHoursAndNoMoreOnceItIsOver() {
    seen(SubscriptionStatus.ACTIVE, NOW);
    assertThat(untilAsked(NOW)).isEqualTo(Duration.ofHours(6));

    seen(SubscriptionStatus.ENDED, day(1));

    assertThat(subscription.snapshot().lookAt()).isNull();
  }

  @Test
  void whoDoesNotAnswerIsAskedLessAndLessOften() {
    seen(SubscriptionStatus.ACTIVE, NOW);
    Duration before = Duration.ZERO;
    for (int hour = 0; hour < 15; hour++) {
      subscription.unanswered(NOW);
      assertThat(untilAsked(NOW)).isBetween(before, Duration.ofHours(6));
      before = untilAsked(NOW);
    }
    assertThat(before).isEqualTo(Duration.ofHours(6));
    assertThat(subscription.status()).isEqualTo(SubscriptionStatus.ACTIVE);

    seen(SubscriptionStatus.ACTIVE, day(1));
    subscription.unanswered(day(2));

    assertThat(untilAsked(day(2))).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void aPageNobodySubscribedOnEndsIt() {
    subscription.opened(ProviderRef.of("fake", "page-1"), NOW);

    subscription.expired(day(1));

    assertThat(subscription.status()).isEqualTo(SubscriptionStatus.ENDED);
    assertThat(subscription.snapshot().endedAt()).isEqualTo(day(1));
    assertThat(subscription.snapshot().lookAt()).isNull();
    assertThat(subscription.ref()).isEmpty();
  }

  @Test
  void whatHasBegunIsNotEndedByItsPage() {
    seen(SubscriptionStatus.INCOMPLETE, NOW);
    subscription.expired(day(1));
    subscription.unanswered(day(5));
    assertThat(subscription.status()).isEqualTo(SubscriptionStatus.INCOMPLETE);
    seen(SubscriptionStatus.ACTIVE, day(6));
    Subscription.Snapshot before = subscription.snapshot();

    subscription.opened(ProviderRef.of("fake", "page-2"), day(6));
    subscription.stillOpen(day(6));
    subscription.expired(day(6));

    assertThat(subscription.snapshot()).isEqualTo(before);
  }

  @Test
  void whatSomebodyPaysForAfterAllCountsThoughItsPageHadExpired() {
    subscription.expired(day(1));

    assertThat(seen(SubscriptionStatus.ACTIVE, day(2))).hasSize(1);

    assertThat(subscription.counts(GRACE, day(2))).isTrue();
    assertThat(subscription.snapshot().endedAt()).isNull();
    seen(SubscriptionStatus.ENDED, day(3));
    assertThat(seen(SubscriptionStatus.ACTIVE, day(4))).isEmpty();
  }

  @Test
  void aPageNobodyKnowsOfEndsItAfterFourDays() {
    subscription.unanswered(day(4).minusMillis(1));
    assertThat(subscription.status()).isEqualTo(SubscriptionStatus.INCOMPLETE);

    subscription.unanswered(day(4));

    assertThat(subscription.status()).isEqualTo(SubscriptionStatus.ENDED);
  }
}
