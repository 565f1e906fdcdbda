package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.CheckoutsContract.aCheckout;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.payments.ChargeOutcome;
import dev.stagedoor.domain.payments.CheckoutOutcome;
import dev.stagedoor.domain.payments.Decline;
import dev.stagedoor.domain.payments.DeclineReason;
import dev.stagedoor.domain.payments.ProviderRefund;
import dev.stagedoor.domain.payments.RefundStatus;
import dev.stagedoor.domain.payments.port.Checkouts;
import dev.stagedoor.domain.payments.port.PaymentLookup;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every {@link PaymentLookup} tells, also of charges its {@link Checkouts} tried to give up.
 * Where that can be done, {@link ChargeCancellationContract} says more.
 */
public interface PaymentLookupContract {
  PaymentLookup lookup();

  Checkouts checkouts();

  PaymentWorld world();

  private static Money price() {
    return Money.of(129_900, "USD");
  }

  private ProviderRef aCharge() {
    return ((CheckoutOutcome.Opened) checkouts().open(aCheckout(price()))).ref();
  }

  @Test
  default void aPreparedChargeWaitsForThePayer() {
    assertThat(lookup().find(aCharge())).isEqualTo(new ChargeOutcome.Pending(false));
  }

  @Test
  default void aChargeTheBankIsSilentAboutIsProcessing() {
    ProviderRef charge = aCharge();
    world().startPaying(charge);

    assertThat(lookup().find(charge)).isEqualTo(new ChargeOutcome.Pending(true));
  }

  @Test
  default void aPaidChargeTellsWhatWasTaken() {
    ProviderRef charge = aCharge();
    world().pay(charge);

    assertThat(lookup().find(charge)).isEqualTo(new ChargeOutcome.Succeeded(price()));
  }

  @Test
  default void aDeclineTellsItsReasonAndTheProvidersCode() {
    ProviderRef charge = aCharge();
    String code = world().codeFor(DeclineReason.INSUFFICIENT_FUNDS);
    world().decline(charge, code);

    assertThat(lookup().find(charge))
        .isEqualTo(new ChargeOutcome.Declined(new Decline(DeclineReason.INSUFFICIENT_FUNDS, code)));
  }

  @Test
  default void anUnknownDeclineCodeIsKeptAndMeansOther() {
    ProviderRef charge = aCharge();
    world().decline(charge, "a_code_of_tomorrow");

    assertThat(lookup().find(charge))
        .isEqualTo(
            new ChargeOutcome.Declined(new Decline(DeclineReason.OTHER, "a_code_of_tomorrow")));
  }

  @Test
  default void aDeclinedChargeCanStillBePaid() {
    ProviderRef charge = aCharge();
    world().decline(charge, world().codeFor(DeclineReason.CARD_DECLINED));
    world().pay(charge);

    assertThat(lookup().find(charge)).isInstanceOf(ChargeOutcome.Succeeded.class);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
  default void everyReasonItHasACodeForIsTold(DeclineReason reason) {
    ProviderRef charge = aCharge();
    String code = world().codeFor(reason);
    world().decline(charge, code);

    assertThat(lookup().find(charge))
        .isEqualTo(new ChargeOutcome.Declined(new Decline(reason, code)));
  }

  @Test
  default void anotherAmountThanWasAskedForIsToldAsItWasTaken() {
    ProviderRef charge = aCharge();
    Money less = price().minus(Money.of(1, "USD"));
    world().pay(charge, less);

    assertThat(lookup().find(charge)).isEqualTo(new ChargeOutcome.Succeeded(less));
  }

  @Test
  default void aRefundMadeAtTheProviderIsListedAndNotOurs() {
    ProviderRef charge = aCharge();
    world().pay(charge);
    world().refundElsewhere(charge, Money.of(300, "USD"));
    world().refundElsewhere(charge, Money.of(500, "USD"));

    List<ProviderRefund> listed = ((ChargeOutcome.Succeeded) lookup().find(charge)).refunds();
    assertThat(listed)
        .extracting(ProviderRefund::amount)
        .containsExactlyInAnyOrder(Money.of(300, "USD"), Money.of(500, "USD"));
    assertThat(listed).extracting(ProviderRefund::ref).doesNotHaveDuplicates();
    assertThat(listed)
        .allMatch(refund -> refund.status() == RefundStatus.SUCCEEDED)
        .allMatch(refund -> refund.ours().isEmpty());
  }

  @Test
  default void aRefundThatFailedAfterAllIsStillListed() {
    ProviderRef charge = aCharge();
    world().pay(charge);
    world().refundElsewhere(charge, Money.of(300, "USD"));
    ProviderRefund before = refund(charge);
    world().failRefunds(charge);

    assertThat(refund(charge))
        .isEqualTo(
            new ProviderRefund(before.ref(), before.amount(), RefundStatus.FAILED, before.ours()));
    assertThat(world().refundedOf(charge)).isEqualTo(Money.of(0, "USD"));
  }

  private ProviderRefund refund(ProviderRef charge) {
    return ((ChargeOutcome.Succeeded) lookup().find(charge)).refunds().get(0);
  }

  @Test
  default void aPaidChargeIsNotGivenUp() {
    ProviderRef charge = aCharge();
    world().pay(charge);
    checkouts().cancel(charge);

    assertThat(lookup().find(charge)).isInstanceOf(ChargeOutcome.Succeeded.class);
  }

  @Test
  default void aChargeBeingPaidIsNotGivenUp() {
    ProviderRef charge = aCharge();
    world().startPaying(charge);
    checkouts().cancel(charge);

    assertThat(lookup().find(charge)).isEqualTo(new ChargeOutcome.Pending(true));
  }

  @Test
  default void aChargeNobodyKnowsIsUnknown() {
    ProviderRef nobody = new ProviderRef(aCharge().provider(), "nobody");

    assertThat(lookup().find(nobody)).isInstanceOf(ChargeOutcome.Unknown.class);
  }

  @Test
  default void aLostAnswerIsUnknownNotFailed() {
    ProviderRef charge = aCharge();
    world().pay(charge);
    world().loseNextAnswer();

    assertThat(lookup().find(charge)).isInstanceOf(ChargeOutcome.Unknown.class);
    assertThat(lookup().find(charge)).isInstanceOf(ChargeOutcome.Succeeded.class);
  }

  @Test
  default void aStandingNobodyHasHeardOfIsUnknown() {
    ProviderRef charge = aCharge();
    world().standStrangely(charge);

    assertThat(lookup().find(charge)).isInstanceOf(ChargeOutcome.Unknown.class);
  }

  @Test
  default void howeverTheProviderFailsItIsUnknown() {
    ProviderRef charge = aCharge();
    world().pay(charge);

    FailureClauses.eachIsAnOutcome(
        world(), () -> lookup().find(charge), outcome -> outcome instanceof ChargeOutcome.Unknown);

    assertThat(lookup().find(charge)).isEqualTo(new ChargeOutcome.Succeeded(price()));
  }
}
