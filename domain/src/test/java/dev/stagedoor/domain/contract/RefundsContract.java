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
import dev.stagedoor.domain.payments.RefundOutcome;
import dev.stagedoor.domain.payments.RefundRequest;
import dev.stagedoor.domain.payments.port.Checkouts;
import dev.stagedoor.domain.payments.port.PaymentLookup;
import dev.stagedoor.domain.payments.port.Refunds;
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
    return new RefundRequest(
        charge,
        usd(cents),
        "requested by the payer",
        new IdempotencyKey("refund-" + UUID.randomUUID()));
  }

  private ProviderRef anUnpaidCharge() {
    return ((CheckoutOutcome.Opened) checkouts().open(aCheckout(usd(1000)))).ref();
  }

  private ProviderRef aPaidCharge() {
    ProviderRef charge = anUnpaidCharge();
    world().pay(charge);
    return charge;
  }

  @Test
  default void partOfAChargeGoesBackAndTheChargeTellsIt() {
    ProviderRef charge = aPaidCharge();

    assertThat(refunds().refund(aRefund(charge, 400))).isInstanceOf(RefundOutcome.Succeeded.class);

    assertThat(world().refundedOf(charge)).isEqualTo(usd(400));
    assertThat(lookup().find(charge)).isEqualTo(new ChargeOutcome.Succeeded(usd(1000), usd(400)));
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
}
