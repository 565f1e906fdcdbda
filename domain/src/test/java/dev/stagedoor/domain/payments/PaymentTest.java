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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentTest {
  private static final Money PRICE = usd(10_000);
  private static final Decline NO_FUNDS =
      new Decline(DeclineReason.INSUFFICIENT_FUNDS, "insufficient_funds");

  private static ChargeOutcome taken() {
    return new ChargeOutcome.Succeeded(PRICE);
  }

  private static ChargeOutcome takenWith(ProviderRefund... refunds) {
    return new ChargeOutcome.Succeeded(PRICE, List.of(refunds));
  }

  private static ProviderRefund elsewhere(ProviderRef ref, long minor, RefundStatus status) {
    return new ProviderRefund(ref, usd(minor), status, Optional.empty());
  }

  private static ProviderRefund elsewhere(long minor) {
    return elsewhere(aRef(), minor, RefundStatus.SUCCEEDED);
  }

  private static PaymentRefunded refunded(Payment payment, long minor, boolean full) {
    return new PaymentRefunded(payment.id(), payment.subject(), payment.payer(), usd(minor), full);
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
  void aRefundSeenAtTheProviderIsAnnouncedWithTheSuccess() {
    Payment payment = aPayment().of(PRICE).awaitingPayer().build();
    ChargeOutcome news = takenWith(elsewhere(10_000));

    assertThat(payment.learn(news, NOW))
        .containsExactly(
            new PaymentSucceeded(payment.id(), payment.subject(), payment.payer(), PRICE),
            refunded(payment, 10_000, true));
    assertThat(payment.status()).isEqualTo(PaymentStatus.REFUNDED);
    assertThat(payment.learn(news, NOW)).isEmpty();
  }

  @Test
  void everyRefundMadeAtTheProviderIsAnnouncedAndLeavesLessToRefund() {
    Payment payment = aPayment().of(PRICE).paid().build();
    ProviderRefund first = elsewhere(3_000);
    ProviderRefund second = elsewhere(2_000);

    assertThat(payment.learn(takenWith(first), NOW))
        .containsExactly(refunded(payment, 3_000, false));
    assertThat(payment.refundable()).isEqualTo(usd(7_000));
    assertThat(payment.learn(takenWith(first, second), NOW))
        .containsExactly(refunded(payment, 5_000, false));
    assertThat(payment.learn(takenWith(first), NOW)).as("older news").isEmpty();
    assertThat(payment.refunded()).isEqualTo(usd(5_000));
    assertRefused(
        PaymentError.REFUND_EXCEEDS_PAYMENT,
        () -> payment.requestRefund(aRefundId(), usd(5_001), "asked", NOW));
  }

  @Test
  void ourOwnRefundIsCountedOnceHoweverItIsToldFirst() {
    ProviderRef ref = aRef();
    for (boolean listedFirst : List.of(true, false)) {
      for (boolean asOurs : List.of(true, false)) {
        Payment payment = aPayment().of(PRICE).paid().build();
        RefundId refund = aRefundId();
        payment.requestRefund(refund, usd(4_000), "asked", NOW);
        ChargeOutcome listed =
            takenWith(
                new ProviderRefund(
                    ref,
                    usd(4_000),
                    RefundStatus.SUCCEEDED,
                    asOurs ? Optional.of(refund) : Optional.empty()));
        if (listedFirst) {
          payment.learn(listed, NOW);
        }
        payment.learn(refund, new RefundOutcome.Succeeded(ref), NOW);
        payment.learn(listed, NOW);

        assertThat(payment.refunded()).isEqualTo(usd(4_000));
        assertThat(payment.refundable()).isEqualTo(usd(6_000));
        assertThat(payment.refunds())
            .singleElement()
            .matches(one -> one.id().equals(refund) && one.status() == RefundStatus.SUCCEEDED);
      }
    }
  }

  @Test
  void aRefundThatFailsAfterItSucceededIsCountedBack() {
    ProviderRef ref = aRef();
    Payment payment =
        aPayment()
            .of(PRICE)
            .paid()
            .refund(aRefundId(), PRICE, new RefundOutcome.Succeeded(ref))
            .build();
    RefundId refund = payment.refunds().get(0).id();
    assertThat(payment.status()).isEqualTo(PaymentStatus.REFUNDED);

    assertThat(payment.learn(takenWith(elsewhere(ref, 10_000, RefundStatus.FAILED)), NOW))
        .containsExactly(
            refunded(payment, 0, false),
            new RefundFailed(payment.id(), payment.subject(), payment.payer(), refund, PRICE));
    assertThat(payment.learn(takenWith(elsewhere(ref, 10_000, RefundStatus.FAILED)), NOW))
        .isEmpty();
    assertThat(payment.learn(takenWith(elsewhere(ref, 10_000, RefundStatus.SUCCEEDED)), NOW))
        .as("older news")
        .isEmpty();
    assertThat(payment.status()).isEqualTo(PaymentStatus.SUCCEEDED);
    assertThat(payment.kept()).isEqualTo(PRICE);
    assertThat(payment.refundable()).isEqualTo(PRICE);
    assertThat(payment.attention()).contains(Attention.REFUND_FAILED);
    payment.lookedAt(payment.version());
    assertThat(payment.attention()).isEmpty();
  }

  @Test
  void aSurplusGoesBackOnceUnderAKeyOfItsOwn() {
    Payment payment = aPayment().of(PRICE).paid().build();
    Payment again = Payment.restore(payment.snapshot());

    assertThat(payment.returnSurplus(usd(3_000), NOW)).isEqualTo(usd(3_000));
    assertThat(again.returnSurplus(usd(3_000), NOW)).isEqualTo(usd(3_000));

    assertThat(payment.refunds()).isEqualTo(again.refunds());
    assertThat(payment.refunds().get(0).origin()).isEqualTo(Refund.Origin.SURPLUS);
    assertThat(payment.goingBack()).isEqualTo(usd(3_000));
    assertThat(payment.returnSurplus(usd(9_000), NOW)).as("all that is left").isEqualTo(usd(7_000));
    assertThat(payment.returnSurplus(usd(1), NOW)).isEqualTo(usd(0));
  }

  @Test
  void aSurplusWhoseRefundFailedWaitsForAPerson() {
    Payment payment = aPayment().of(PRICE).paid().build();
    payment.returnSurplus(usd(3_000), NOW);
    payment.learn(payment.refunds().get(0).id(), new RefundOutcome.Failed("closed"), NOW);

    assertThat(payment.returnSurplus(usd(3_000), NOW)).isEqualTo(usd(0));
    assertThat(payment.attention()).contains(Attention.REFUND_FAILED);
  }

  @Test
  void onlyAPaidPaymentIsRefunded() {
    Payment payment = aPayment().of(PRICE).awaitingPayer().build();

    assertRefused(
        PaymentError.NOT_REFUNDABLE,
        () -> payment.requestRefund(aRefundId(), usd(1), "asked", NOW));
    assertThat(payment.refunds()).isEmpty();
  }

  @Test
  void aRefundIsRecordedBeforeTheProviderIsAsked() {
    Payment payment = aPayment().of(PRICE).paid().build();
    RefundId refund = aRefundId();
    RefundRequest request = payment.requestRefund(refund, usd(4_000), "asked", NOW);

    assertThat(request)
        .isEqualTo(
            new RefundRequest(
                payment.ref().orElseThrow(),
                refund,
                usd(4_000),
                "asked",
                new IdempotencyKey("refund-" + refund.value())))
        .isEqualTo(payment.refundRequest(refund));
    assertThat(payment.refunds()).singleElement().matches(Refund::counts);
    assertThat(payment.refundable()).isEqualTo(usd(6_000));
    assertThat(payment.snapshot().nextCheckAt()).isEqualTo(NOW.plusSeconds(30));
  }

  @Test
  void refundsNeverExceedThePayment() {
    Payment payment = aPayment().of(PRICE).paid().build();
    payment.requestRefund(aRefundId(), usd(6_000), "asked", NOW);

    assertRefused(
        PaymentError.REFUND_EXCEEDS_PAYMENT,
        () -> payment.requestRefund(aRefundId(), usd(4_001), "asked", NOW));
    assertRefused(
        PaymentError.REFUND_EXCEEDS_PAYMENT,
        () -> payment.requestRefund(aRefundId(), usd(0), "asked", NOW));
    assertRefused(
        PaymentError.REFUND_EXCEEDS_PAYMENT,
        () -> payment.requestRefund(aRefundId(), usd(-1), "asked", NOW));
    payment.requestRefund(aRefundId(), usd(4_000), "asked", NOW);
    assertThat(payment.refundable()).isEqualTo(usd(0));
  }

  @Test
  void whatWasGivenBackInFullAtTheProviderIsNotRefundedAgain() {
    Payment payment = aPayment().of(PRICE).paid().build();
    payment.learn(takenWith(elsewhere(10_000)), NOW);

    assertThat(payment.refundable()).isEqualTo(usd(0));
    assertRefused(
        PaymentError.REFUND_EXCEEDS_PAYMENT,
        () -> payment.requestRefund(aRefundId(), usd(1), "asked", NOW));
  }

  @ParameterizedTest
  @MethodSource("finalRefundOutcomes")
  void lateNewsDoesNotUndoASettledRefund(RefundOutcome settled, RefundOutcome late) {
    RefundId refund = aRefundId();
    Payment payment = aPayment().of(PRICE).paid().refund(refund, PRICE, settled).build();
    PaymentSnapshot before = payment.snapshot();

    assertThat(payment.learn(refund, late, NOW)).isEmpty();
    assertThat(payment.refunds()).isEqualTo(before.refunds());
    assertThat(payment.status()).isEqualTo(before.status());
  }

  static Stream<Arguments> finalRefundOutcomes() {
    ProviderRef ref = aRef();
    RefundOutcome succeeded = new RefundOutcome.Succeeded(ref);
    RefundOutcome failed = new RefundOutcome.Failed("expired", Optional.of(ref));
    RefundOutcome refused = new RefundOutcome.Failed("too_large");
    RefundOutcome pending = new RefundOutcome.Pending(ref);
    RefundOutcome unknown = new RefundOutcome.Unknown("lost");
    return Stream.of(
        Arguments.of(succeeded, succeeded),
        Arguments.of(succeeded, refused),
        Arguments.of(succeeded, pending),
        Arguments.of(succeeded, unknown),
        Arguments.of(failed, failed),
        Arguments.of(failed, succeeded),
        Arguments.of(failed, pending),
        Arguments.of(failed, unknown),
        Arguments.of(refused, refused),
        Arguments.of(refused, unknown));
  }

  @Test
  void aRefundThatWeBelievedRefusedAndThatWasMadeAllTheSameCounts() {
    RefundId refund = aRefundId();
    Payment payment =
        aPayment()
            .of(PRICE)
            .paid()
            .refund(refund, usd(4_000), new RefundOutcome.Failed("idempotency_error"))
            .build();

    payment.learn(
        takenWith(
            new ProviderRefund(aRef(), usd(4_000), RefundStatus.SUCCEEDED, Optional.of(refund))),
        NOW);

    assertThat(payment.refunded()).isEqualTo(usd(4_000));
    assertThat(payment.refunds()).hasSize(1);
  }

  @Test
  void aFailedRefundCanBeAskedForAgain() {
    Payment payment =
        aPayment()
            .of(PRICE)
            .paid()
            .refund(aRefundId(), PRICE, new RefundOutcome.Failed("expired"))
            .build();

    assertThat(payment.refundable()).isEqualTo(PRICE);
    assertThat(payment.status()).isEqualTo(PaymentStatus.SUCCEEDED);
    payment.requestRefund(aRefundId(), PRICE, "asked again", NOW);
    assertThat(payment.refundable()).isEqualTo(usd(0));
  }

  @Test
  void partialRefundsAddUpToAFullOne() {
    Payment payment = aPayment().of(PRICE).paid().build();
    RefundId first = aRefundId();
    RefundId second = aRefundId();
    payment.requestRefund(first, usd(4_000), "asked", NOW);
    payment.requestRefund(second, usd(6_000), "asked", NOW);

    assertThat(payment.learn(first, new RefundOutcome.Succeeded(aRef()), NOW))
        .containsExactly(refunded(payment, 4_000, false));
    assertThat(payment.status()).isEqualTo(PaymentStatus.PARTIALLY_REFUNDED);
    assertThat(payment.learn(second, new RefundOutcome.Succeeded(aRef()), NOW))
        .containsExactly(refunded(payment, 10_000, true));
    assertThat(payment.status()).isEqualTo(PaymentStatus.REFUNDED);
  }

  @Test
  void aRefundWithoutAnAnswerStaysAsItWasAndIsCheckedAgain() {
    Payment payment = aPayment().of(PRICE).paid().build();
    RefundId refund = aRefundId();
    payment.requestRefund(refund, PRICE, "asked", NOW);

    assertThat(payment.learn(refund, new RefundOutcome.Unknown("lost"), NOW)).isEmpty();
    assertThat(payment.refunds().get(0).status()).isEqualTo(RefundStatus.REQUESTED);
    assertThat(payment.snapshot().nextCheckAt()).isAfter(NOW);
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
  void handingOutAPaymentsRefundsGivesNobodyAWayIn() {
    Payment payment = aPayment().of(PRICE).paid().build();

    assertThatThrownBy(() -> payment.refunds().clear())
        .isInstanceOf(UnsupportedOperationException.class);
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
  @CsvSource({
    "CARD_DECLINED,card_error,true,false",
    "INSUFFICIENT_FUNDS,card_error,true,false",
    "EXPIRED_CARD,card_error,true,false",
    "AUTHENTICATION_FAILED,card_error,true,false",
    "NETWORK_ERROR,network_error,true,true",
    "OTHER,unknown_error,false,false"
  })
  void everyDeclineTellsWhatThePayerCanDo(
      DeclineReason reason, String type, boolean recoverable, boolean retryable) {
    assertThat(reason.type()).isEqualTo(type);
    assertThat(reason.isRecoverable()).isEqualTo(recoverable);
    assertThat(reason.isRetryable()).isEqualTo(retryable);
  }

  @ParameterizedTest
  @EnumSource
  void anyDeclineLeavesThePaymentOpen(DeclineReason reason) {
    assertThat(aPayment().awaitingPayer().declined(reason).build().status().isOpen()).isTrue();
  }

  @Test
  void eachReturnOfASurplusHasItsOwnNameAlsoWhenOneRefundTurnsOutToBeAnother() {
    ProviderRef atProvider = aRef();
    RefundId asked = aRefundId();
    Payment payment = aPayment().of(PRICE).paid().build();
    payment.requestRefund(asked, usd(1_000), "asked", NOW);
    payment.learn(takenWith(elsewhere(atProvider, 1_000, RefundStatus.SUCCEEDED)), NOW);
    payment.returnSurplus(usd(2_000), NOW);
    payment.learn(asked, new RefundOutcome.Succeeded(atProvider), NOW);
    payment.returnSurplus(usd(500), NOW);

    assertThat(payment.refunds()).hasSize(3);
    assertThat(payment.refunds()).extracting(Refund::id).doesNotHaveDuplicates();
  }

  @Test
  void aRefundAskedForAgainUnderTheSameIdIsRecordedOnce() {
    RefundId asked = aRefundId();
    Payment payment = aPayment().of(PRICE).paid().build();
    RefundRequest first = payment.requestRefund(asked, PRICE, "asked", NOW);

    assertThat(payment.requestRefund(asked, PRICE, "asked", NOW)).isEqualTo(first);
    assertThat(payment.refunds()).hasSize(1);
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
