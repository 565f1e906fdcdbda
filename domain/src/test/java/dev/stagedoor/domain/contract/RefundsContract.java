package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.CheckoutsContract.aCheckout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.payments.ChargeOutcome;
import dev.stagedoor.domain.payments.CheckoutOutcome;
import dev.stagedoor.domain.payments.ProviderRefund;
import dev.stagedoor.domain.payments.RefundId;
import dev.stagedoor.domain.payments.RefundOutcome;
import dev.stagedoor.domain.payments.RefundRequest;
import dev.stagedoor.domain.payments.RefundStatus;
import dev.stagedoor.domain.payments.port.Checkouts;
import dev.stagedoor.domain.payments.port.PaymentLookup;
import dev.stagedoor.domain.payments.port.Refunds;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link Refunds} does. */
public interface RefundsContract {
  Refunds refunds();

  Checkouts checkouts();

  PaymentLookup lookup();

  PaymentWorld world();

  private static Money usd(long cents) {
    return Money.of(cents, "USD");
  }

  private static RefundRequest aRefund(ProviderRef charge, long cents) {
    UUID id = UUID.randomUUID();
    return new RefundRequest(
        charge,
        new RefundId(id),
        usd(cents),
        "requested by the payer",
        new IdempotencyKey("refund-" + id));
  }

  private ProviderRef anUnpaidCharge() {
    return ((CheckoutOutcome.Opened) checkouts().open(aCheckout(usd(1000)))).ref();
  }

  private ProviderRef aPaidCharge() {
    ProviderRef charge = anUnpaidCharge();
    world().pay(charge);
    return charge;
  }

  private List<ProviderRefund> listed(ProviderRef charge) {
    ChargeOutcome.Succeeded paid = (ChargeOutcome.Succeeded) lookup().find(charge);
    assertThat(paid.captured()).isEqualTo(usd(1000));
    return paid.refunds();
  }

  @Test
  default void partOfAChargeGoesBackAndTheChargeListsItAsOurs() {
    ProviderRef charge = aPaidCharge();
    RefundRequest request = aRefund(charge, 400);

    RefundOutcome made = refunds().refund(request);

    assertThat(made).isInstanceOf(RefundOutcome.Succeeded.class);
    assertThat(world().refundedOf(charge)).isEqualTo(usd(400));
    assertThat(listed(charge))
        .containsExactly(
            new ProviderRefund(
                ((RefundOutcome.Succeeded) made).ref(),
                usd(400),
                RefundStatus.SUCCEEDED,
                Optional.of(request.refund())));
  }

  @Test
  default void aRefundThatIsNotFinishedIsPendingAndSucceedsLater() {
    ProviderRef charge = aPaidCharge();
    RefundRequest request = aRefund(charge, 400);
    world().delayNextRefund();

    assertThat(refunds().refund(request)).isInstanceOf(RefundOutcome.Pending.class);
    assertThat(refunds().find(request)).isInstanceOf(RefundOutcome.Pending.class);
    assertThat(listed(charge))
        .extracting(ProviderRefund::status)
        .containsExactly(RefundStatus.PENDING);

    world().finishRefunds(charge);
    assertThat(refunds().find(request)).isInstanceOf(RefundOutcome.Succeeded.class);
    assertThat(listed(charge))
        .extracting(ProviderRefund::status)
        .containsExactly(RefundStatus.SUCCEEDED);
  }

  @Test
  default void whatIsOnItsWayBackIsNotRefundedAgain() {
    ProviderRef charge = aPaidCharge();
    world().delayNextRefund();
    refunds().refund(aRefund(charge, 600));

    assertThat(refunds().refund(aRefund(charge, 401))).isInstanceOf(RefundOutcome.Failed.class);
  }

  @Test
  default void aRefundThatFailedAfterAllIsFailedWithItsReferenceAndCanBeMadeAgain() {
    ProviderRef charge = aPaidCharge();
    RefundRequest request = aRefund(charge, 1000);
    RefundOutcome.Succeeded made = (RefundOutcome.Succeeded) refunds().refund(request);
    world().failRefunds(charge);

    assertThat(refunds().find(request))
        .isInstanceOfSatisfying(
            RefundOutcome.Failed.class, failed -> assertThat(failed.ref()).contains(made.ref()));
    assertThat(world().refundedOf(charge)).isEqualTo(usd(0));
    assertThat(refunds().refund(aRefund(charge, 1000))).isInstanceOf(RefundOutcome.Succeeded.class);
    assertThat(listed(charge))
        .extracting(ProviderRefund::status)
        .containsExactlyInAnyOrder(RefundStatus.FAILED, RefundStatus.SUCCEEDED);
  }

  @Test
  default void aRefusedRefundHasNoReferenceAndIsNotListed() {
    ProviderRef charge = aPaidCharge();

    assertThat(refunds().refund(aRefund(charge, 1001)))
        .isInstanceOfSatisfying(
            RefundOutcome.Failed.class, failed -> assertThat(failed.ref()).isEmpty());
    assertThat(listed(charge)).isEmpty();
  }

  @Test
  default void whatSomebodyRefundedAtTheProviderCannotGoBackAgain() {
    ProviderRef charge = aPaidCharge();
    world().refundElsewhere(charge, usd(700));

    assertThat(refunds().refund(aRefund(charge, 301))).isInstanceOf(RefundOutcome.Failed.class);
    assertThat(refunds().refund(aRefund(charge, 300))).isInstanceOf(RefundOutcome.Succeeded.class);
    assertThat(world().refundedOf(charge)).isEqualTo(usd(1000));
  }

  @Test
  default void aRefundWhoseAnswerWasLostIsListedAsOurs() {
    ProviderRef charge = aPaidCharge();
    RefundRequest request = aRefund(charge, 400);
    world().loseNextAnswer();
    refunds().refund(request);

    assertThat(listed(charge))
        .extracting(ProviderRefund::ours)
        .containsExactly(Optional.of(request.refund()));
  }

  @Test
  default void theSameKeyRefundsOnceAndGivesTheSameAnswer() {
    ProviderRef charge = aPaidCharge();
    RefundRequest request = aRefund(charge, 400);

    RefundOutcome first = refunds().refund(request);
    RefundOutcome second = refunds().refund(request);

    assertThat(second).isEqualTo(first);
    assertThat(world().refundedOf(charge)).isEqualTo(usd(400));
  }

  @Test
  default void aChargeMayBeRefundedInParts() {
    ProviderRef charge = aPaidCharge();

    refunds().refund(aRefund(charge, 400));
    refunds().refund(aRefund(charge, 600));

    assertThat(world().refundedOf(charge)).isEqualTo(usd(1000));
  }

  @Test
  default void moreThanIsLeftFails() {
    ProviderRef charge = aPaidCharge();
    refunds().refund(aRefund(charge, 400));

    assertThat(refunds().refund(aRefund(charge, 601))).isInstanceOf(RefundOutcome.Failed.class);
    assertThat(world().refundedOf(charge)).isEqualTo(usd(400));
  }

  @Test
  default void whatWasNotPaidCannotGoBack() {
    ProviderRef charge = anUnpaidCharge();

    assertThat(refunds().refund(aRefund(charge, 100))).isInstanceOf(RefundOutcome.Failed.class);
    assertThat(world().refundedOf(charge)).isEqualTo(usd(0));
  }

  @Test
  default void aLostAnswerIsUnknownNotFailedAndTheSameKeySettlesIt() {
    ProviderRef charge = aPaidCharge();
    RefundRequest request = aRefund(charge, 400);
    world().loseNextAnswer();

    assertThat(refunds().refund(request)).isInstanceOf(RefundOutcome.Unknown.class);
    assertThat(refunds().find(request)).isInstanceOf(RefundOutcome.Succeeded.class);
    assertThat(refunds().refund(request)).isInstanceOf(RefundOutcome.Succeeded.class);
    assertThat(world().refundedOf(charge)).isEqualTo(usd(400));
  }

  @Test
  default void aProviderThatIsDownRefundsNothing() {
    ProviderRef charge = aPaidCharge();
    RefundRequest request = aRefund(charge, 400);
    world().setDown(true);

    assertThatThrownBy(() -> refunds().refund(request))
        .isInstanceOfSatisfying(
            ProviderException.class,
            problem -> assertThat(problem.kind()).isEqualTo(ProviderException.Kind.UNAVAILABLE));

    world().setDown(false);
    assertThat(world().refundedOf(charge)).isEqualTo(usd(0));
  }

  @Test
  default void aRefundIsFoundByItsKey() {
    RefundRequest request = aRefund(aPaidCharge(), 400);
    RefundOutcome made = refunds().refund(request);

    assertThat(refunds().find(request)).isEqualTo(made);
  }

  @Test
  default void aRefundNobodyAskedForIsUnknown() {
    RefundRequest request = aRefund(aPaidCharge(), 400);

    assertThat(refunds().find(request)).isInstanceOf(RefundOutcome.Unknown.class);
  }

  @Test
  default void refundingFailsAsEveryCallThatMayHaveActed() {
    ProviderRef charge = aPaidCharge();
    RefundRequest request = aRefund(charge, 400);

    FailureClauses.eachIsThrownOrUnknownAfterAsking(
        world(),
        () -> refunds().refund(request),
        outcome -> outcome instanceof RefundOutcome.Unknown,
        () -> assertThat(usd(400).isAtLeast(world().refundedOf(charge))).isTrue());

    assertThat(refunds().refund(request)).isInstanceOf(RefundOutcome.Succeeded.class);
    assertThat(world().refundedOf(charge)).isEqualTo(usd(400));
  }

  @Test
  default void howeverTheProviderFailsWhatBecameOfARefundIsUnknown() {
    RefundRequest request = aRefund(aPaidCharge(), 400);
    RefundOutcome made = refunds().refund(request);

    FailureClauses.eachIsAnOutcome(
        world(),
        () -> refunds().find(request),
        outcome -> outcome instanceof RefundOutcome.Unknown);

    assertThat(refunds().find(request)).isEqualTo(made);
  }

  @Test
  default void aRefundOfAChargeNobodyKnowsFails() {
    ProviderRef nobody = new ProviderRef(anUnpaidCharge().provider(), "nobody");

    assertThat(refunds().refund(aRefund(nobody, 100))).isInstanceOf(RefundOutcome.Failed.class);
    assertThat(refunds().find(aRefund(nobody, 100))).isInstanceOf(RefundOutcome.Unknown.class);
  }
}
