package dev.stagedoor.domain.payments;

import static dev.stagedoor.domain.contract.RepositoryContract.assertRefused;
import static dev.stagedoor.domain.fixture.PaymentBuilder.aPayment;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.SANDBOX;
import static dev.stagedoor.domain.fixture.Samples.aPaymentId;
import static dev.stagedoor.domain.fixture.Samples.aRef;
import static dev.stagedoor.domain.fixture.Samples.aRefundId;
import static dev.stagedoor.domain.fixture.Samples.aSubject;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static dev.stagedoor.domain.fixture.Samples.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a payment is asked for, paid, declined and given up. */
class PaymentTest {
  private static final Money PRICE = usd(10_000);

  private static final Decline NO_FUNDS =
      new Decline(DeclineReason.INSUFFICIENT_FUNDS, "insufficient_funds");

  private static ChargeOutcome taken() {
    return new ChargeOutcome.Succeeded(PRICE);
  }

  @Test
  void nothingToPayIsRefused() {
    assertRefused(PaymentError.NOTHING_TO_PAY, () -> aPayment().of(usd(0)).build());
    assertRefused(PaymentError.NOTHING_TO_PAY, () -> aPayment().of(usd(-1)).build());
  }

  @Test
  void aNewPaymentWaitsForItsProviderAndIsCheckedSoon() {
    Payment payment = aPayment().openedAt(NOW).build();

    assertThat(payment.status()).isEqualTo(PaymentStatus.OPENING);
    assertThat(payment.ref()).isEmpty();
    assertThat(payment.snapshot().nextCheckAt()).isEqualTo(NOW.plusSeconds(30));
  }

  @Test
  void theProviderIsAlwaysAskedWithOneKey() {
    Payment payment = aPayment().of(PRICE).build();
    CheckoutRequest first = payment.checkoutRequest();
    payment.notLearned(NOW);

    assertThat(payment.checkoutRequest()).isEqualTo(first);
    assertThat(Payment.restore(payment.snapshot()).checkoutRequest()).isEqualTo(first);
    assertThat(first.key())
        .isEqualTo(new IdempotencyKey("payment-" + payment.id().value()))
        .isNotEqualTo(aPayment().build().checkoutRequest().key());
  }

  @Test
  void aPreparedChargeIsNotedOnce() {
    ProviderRef charge = aRef();
    Payment payment = aPayment().charged(charge).build();
    payment.opened(new CheckoutOutcome.Opened(aRef(), Optional.of(Secret.of("another"))));

    assertThat(payment.status()).isEqualTo(PaymentStatus.AWAITING_PAYER);
    assertThat(payment.ref()).contains(charge);
    assertThat(payment.clientSecret()).contains(Secret.of("secret-of-" + charge.value()));
  }

  @Test
  void aWebhookMayTellOfTheChargeBeforeOurOwnCallIsAnswered() {
    ProviderRef charge = aRef();
    Payment payment = aPayment().of(PRICE).build();
    payment.told(charge, taken(), NOW);
    payment.opened(new CheckoutOutcome.Opened(charge, Optional.of(Secret.of("late"))));

    assertThat(payment.ref()).contains(charge);
    assertThat(payment.status()).isEqualTo(PaymentStatus.SUCCEEDED);
    assertThat(payment.clientSecret()).contains(Secret.of("late"));
  }

  @Test
  void successIsAnnouncedOnce() {
    Payment payment = aPayment().of(PRICE).awaitingPayer().build();

    assertThat(payment.learn(taken(), NOW))
        .containsExactly(
            new PaymentSucceeded(payment.id(), payment.subject(), payment.payer(), PRICE));
    assertThat(payment.learn(taken(), NOW.plusSeconds(1))).isEmpty();
    assertThat(payment.status()).isEqualTo(PaymentStatus.SUCCEEDED);
    assertThat(payment.paidAt()).contains(NOW);
  }

  @ParameterizedTest
  @ValueSource(longs = {9_999, 10_001})
  void anotherAmountThanWasAskedForCountsAsItWasTakenAndIsSettled(long minor) {
    Payment payment = aPayment().of(PRICE).awaitingPayer().build();
    ChargeOutcome other = new ChargeOutcome.Succeeded(usd(minor));

    assertThat(payment.learn(other, NOW))
        .containsExactly(
            new PaymentSucceeded(payment.id(), payment.subject(), payment.payer(), usd(minor)),
            new CaptureDiffered(
                payment.id(), payment.subject(), payment.payer(), PRICE, usd(minor)));
    assertThat(payment.learn(other, NOW)).isEmpty();
    assertThat(payment.status()).isEqualTo(PaymentStatus.SUCCEEDED);
    assertThat(payment.captured()).isEqualTo(usd(minor));
    assertThat(payment.refundable()).isEqualTo(usd(minor));
    assertThat(payment.attention()).contains(Attention.CAPTURE_DIFFERS);
    assertThat(payment.snapshot().nextCheckAt()).isNull();
  }

  @Test
  void anotherCurrencyThanWasAskedForIsRecordedForAPerson() {
    Payment payment = aPayment().of(PRICE).awaitingPayer().build();
    Money euros = Money.of(10_000, "EUR");

    assertThat(payment.learn(new ChargeOutcome.Succeeded(euros), NOW)).hasSize(2);

    assertThat(payment.kept()).isEqualTo(euros);
    assertThat(payment.attention()).contains(Attention.CAPTURE_DIFFERS);
    assertThat(payment.snapshot().nextCheckAt()).isNull();
  }

  @Test
  void aSecondCaptureIsAddedAndAnEarlierOneIsOldNews() {
    Payment payment = aPayment().of(PRICE).awaitingPayer().build();
    payment.learn(new ChargeOutcome.Succeeded(usd(4_000)), NOW);

    assertThat(payment.learn(taken(), NOW)).singleElement().isInstanceOf(CaptureDiffered.class);
    assertThat(payment.learn(new ChargeOutcome.Succeeded(usd(4_000)), NOW)).isEmpty();
    assertThat(payment.captured()).isEqualTo(PRICE);
  }

  @Test
  void aDeclineIsAnnouncedOnceAndCanBeFollowedByASuccess() {
    Payment payment = aPayment().of(PRICE).awaitingPayer().build();

    assertThat(payment.learn(new ChargeOutcome.Declined(NO_FUNDS), NOW))
        .containsExactly(
            new PaymentAttemptFailed(
                payment.id(),
                payment.subject(),
                payment.payer(),
                DeclineReason.INSUFFICIENT_FUNDS));
    assertThat(payment.learn(new ChargeOutcome.Declined(NO_FUNDS), NOW)).isEmpty();
    assertThat(payment.status()).isEqualTo(PaymentStatus.DECLINED);
    assertThat(payment.lastDecline()).contains(NO_FUNDS);

    assertThat(payment.learn(taken(), NOW)).hasSize(1);
    assertThat(payment.lastDecline()).isEmpty();
  }

  @Test
  void anotherDeclineIsNews() {
    Payment payment = aPayment().awaitingPayer().declined(DeclineReason.CARD_DECLINED).build();

    assertThat(payment.learn(new ChargeOutcome.Declined(NO_FUNDS), NOW)).hasSize(1);
    assertThat(payment.lastDecline()).contains(NO_FUNDS);
  }

  @Test
  void aLateDeclineDoesNotUndoAPayment() {
    Payment payment = aPayment().of(PRICE).paid().build();

    assertThat(payment.learn(new ChargeOutcome.Declined(NO_FUNDS), NOW)).isEmpty();
    assertThat(payment.learn(new ChargeOutcome.Cancelled(), NOW)).isEmpty();
    assertThat(payment.learn(new ChargeOutcome.Pending(true), NOW)).isEmpty();
    assertThat(payment.learn(new ChargeOutcome.Unknown("lost"), NOW)).isEmpty();
    assertThat(payment.status()).isEqualTo(PaymentStatus.SUCCEEDED);
    assertThat(payment.lastDecline()).isEmpty();
  }

  @Test
  void theUnknownChangesNothing() {
    Payment payment = aPayment().awaitingPayer().build();

    assertThat(payment.learn(new ChargeOutcome.Unknown("timed out"), NOW)).isEmpty();
    assertThat(payment.status()).isEqualTo(PaymentStatus.AWAITING_PAYER);
  }

  @Test
  void aBankThatThinksIsProcessing() {
    Payment payment = aPayment().awaitingPayer().build();
    payment.learn(new ChargeOutcome.Pending(false), NOW);
    assertThat(payment.status()).isEqualTo(PaymentStatus.AWAITING_PAYER);

    payment.learn(new ChargeOutcome.Pending(true), NOW);
    assertThat(payment.status()).isEqualTo(PaymentStatus.PROCESSING);
  }

  @Test
  void aSuccessOfAPaymentThatWasGivenUpStillCounts() {
    Payment payment = aPayment().of(PRICE).awaitingPayer().cancelled().build();
    assertThat(payment.status()).isEqualTo(PaymentStatus.CANCELLED);

    assertThat(payment.learn(taken(), NOW)).hasSize(1);
    assertThat(payment.status()).isEqualTo(PaymentStatus.SUCCEEDED);
  }

  @Test
  void aPaidPaymentCannotBeGivenUp() {
    assertThat(aPayment().paid().cancelled().build().status()).isEqualTo(PaymentStatus.SUCCEEDED);
  }

  @Test
  void givingUpIsAnnouncedOnce() {
    Payment payment = aPayment().awaitingPayer().build();
    PaymentCancelled told = new PaymentCancelled(payment.id(), payment.subject(), payment.payer());

    assertThat(payment.learn(new ChargeOutcome.Cancelled(), NOW)).containsExactly(told);
    assertThat(payment.learn(new ChargeOutcome.Cancelled(), NOW)).isEmpty();
    assertThat(payment.cancel()).isEmpty();
    assertThat(aPayment().build().cancel()).hasSize(1);
  }

  @Test
  void whatTheProviderCancelledIsNotAskedAboutAnyMore() {
    Payment payment = aPayment().awaitingPayer().build();
    payment.learn(new ChargeOutcome.Cancelled(), NOW);

    assertThat(payment.snapshot().nextCheckAt()).isNull();
  }

  @Test
  void whatWasGivenUpButMayStillBePaidIsAskedAboutForSomeDays() {
    Payment payment = aPayment().openedAt(NOW).awaitingPayer().build();
    payment.cancel();
    payment.learn(new ChargeOutcome.Pending(false), NOW.plus(Duration.ofDays(5)));
    assertThat(payment.status()).isEqualTo(PaymentStatus.CANCELLED);
    assertThat(payment.snapshot().nextCheckAt()).isNotNull();

    payment.learn(new ChargeOutcome.Pending(false), NOW.plus(Duration.ofDays(6)));
    assertThat(payment.snapshot().nextCheckAt()).isNull();
  }

  @Test
  void nobodyHasPaidForADayIsExpired() {
    Instant day = NOW.plus(Duration.ofHours(24));
    Payment payment = aPayment().openedAt(NOW).awaitingPayer().build();

    assertThat(payment.hasExpired(day.minusSeconds(1))).isFalse();
    assertThat(payment.hasExpired(day)).isTrue();
    payment.learn(new ChargeOutcome.Pending(true), NOW);
    assertThat(payment.hasExpired(day)).as("the bank has it").isFalse();
    assertThat(aPayment().openedAt(NOW).paid().build().hasExpired(day)).isFalse();
  }

  @Test
  void whatIsSettledIsNotCheckedAgain() {
    Payment payment = aPayment().of(PRICE).awaitingPayer().build();
    assertThat(payment.snapshot().nextCheckAt()).isNotNull();
    payment.learn(taken(), NOW);
    assertThat(payment.snapshot().nextCheckAt()).isNull();

    RefundId refund = aRefundId();
    payment.requestRefund(refund, PRICE, "asked", NOW);
    payment.learn(refund, new RefundOutcome.Pending(aRef()), NOW);
    assertThat(payment.snapshot().nextCheckAt()).isNotNull();
    payment.learn(refund, new RefundOutcome.Succeeded(aRef()), NOW);
    assertThat(payment.snapshot().nextCheckAt()).isNull();
  }

  @Test
  void checksComeMoreAndMoreSeldomButAtLeastEveryTenMinutes() {
    Payment payment = aPayment().openedAt(NOW).awaitingPayer().build();
    Instant now = NOW;
    Duration before = Duration.ZERO;
    for (int i = 0; i < 80; i++) {
      payment.learn(new ChargeOutcome.Pending(false), now);
      Instant next = payment.snapshot().nextCheckAt();
      Duration pause = Duration.between(now, next);
      assertThat(pause).isGreaterThanOrEqualTo(before).isLessThanOrEqualTo(Duration.ofMinutes(10));
      before = pause;
      now = next;
    }
    assertThat(before).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void aStoredPaymentIsTheSamePayment() {
    Payment payment =
        aPayment()
            .of(PRICE)
            .paid()
            .refund(aRefundId(), usd(1), new RefundOutcome.Pending(aRef()))
            .build();

    assertThat(Payment.restore(payment.snapshot()).snapshot()).isEqualTo(payment.snapshot());
  }

  @Test
  void isForOnePayerOneSubjectAndOneProvider() {
    PaymentId id = aPaymentId();
    var subject = aSubject();
    var payer = aUserId();
    Payment payment =
        aPayment().withId(id).forSubject(subject).by(payer).of(PRICE).openedAt(NOW).build();

    assertThat(payment.id()).isEqualTo(id);
    assertThat(payment.subject()).isEqualTo(subject);
    assertThat(payment.payer()).isEqualTo(payer);
    assertThat(payment.amount()).isEqualTo(PRICE);
    assertThat(payment.provider()).isEqualTo(SANDBOX);
    assertThat(payment.createdAt()).isEqualTo(NOW);
  }

  @ParameterizedTest
  @EnumSource
  void anyDeclineLeavesThePaymentOpen(DeclineReason reason) {
    assertThat(aPayment().awaitingPayer().declined(reason).build().status().isOpen()).isTrue();
  }

  @Test
  void everyReasonForAPersonIsKeptAndNoneIsClearedUnseen() {
    Payment payment = aPayment().of(PRICE).paid().build();
    payment.needs(Attention.REFUND_FAILED);
    payment.needs(Attention.SURPLUS_KEPT);

    assertThat(payment.attention())
        .containsExactlyInAnyOrder(Attention.REFUND_FAILED, Attention.SURPLUS_KEPT);
    assertRefused(CommonError.STALE_VERSION, () -> payment.lookedAt(payment.version() + 1));
    assertThat(payment.attention()).hasSize(2);
  }

  @Test
  void anotherChargeThanTheKnownOneIsNeitherNotedNorCounted() {
    ProviderRef charge = aRef();
    Payment payment = aPayment().of(PRICE).charged(charge).build();
    payment.opened(new CheckoutOutcome.Opened(aRef(), Optional.of(Secret.of("another"))));

    assertThat(payment.told(aRef(), taken(), NOW)).isEmpty();
    assertThat(payment.ref()).contains(charge);
    assertThat(payment.status()).isEqualTo(PaymentStatus.AWAITING_PAYER);
    assertThat(payment.attention()).containsExactly(Attention.SECOND_CHARGE);
  }
}
