package dev.stagedoor.domain.payments;

import static dev.stagedoor.domain.contract.RepositoryContract.assertRefused;
import static dev.stagedoor.domain.fixture.PaymentBuilder.aPayment;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aRef;
import static dev.stagedoor.domain.fixture.Samples.aRefundId;
import static dev.stagedoor.domain.fixture.Samples.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderRef;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How what was paid is given back, by us or at the provider. */
class PaymentRefundsTest {
  private static final Money PRICE = usd(10_000);

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
  void handingOutAPaymentsRefundsGivesNobodyAWayIn() {
    Payment payment = aPayment().of(PRICE).paid().build();

    assertThatThrownBy(() -> payment.refunds().clear())
        .isInstanceOf(UnsupportedOperationException.class);
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
}
