package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.CheckoutsContract.aCheckout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.payments.ChargeOutcome;
import dev.stagedoor.domain.payments.CheckoutOutcome;
import dev.stagedoor.domain.payments.DeclineReason;
import dev.stagedoor.domain.payments.port.Checkouts;
import dev.stagedoor.domain.payments.port.PaymentLookup;
import org.junit.jupiter.api.Test;

/**
 * What a provider does whose charges can end unpaid: given up by {@link Checkouts}, or run out. A
 * provider whose orders stay payable for ever does not run this one.
 */
public interface ChargeCancellationContract {
  Checkouts checkouts();

  PaymentLookup lookup();

  EndingChargesWorld world();

  private ProviderRef aCharge() {
    return ((CheckoutOutcome.Opened) checkouts().open(aCheckout(Money.of(129_900, "USD")))).ref();
  }

  @Test
  default void aChargeThatWasGivenUpIsCancelled() {
    ProviderRef charge = aCharge();
    checkouts().cancel(charge);
    checkouts().cancel(charge);

    assertThat(lookup().find(charge)).isEqualTo(new ChargeOutcome.Cancelled());
  }

  @Test
  default void aDeclinedChargeCanBeGivenUp() {
    ProviderRef charge = aCharge();
    world().decline(charge, world().codeFor(DeclineReason.CARD_DECLINED));
    checkouts().cancel(charge);

    assertThat(lookup().find(charge)).isEqualTo(new ChargeOutcome.Cancelled());
  }

  @Test
  default void aChargeThatRanOutIsCancelled() {
    ProviderRef charge = aCharge();
    world().expire(charge);

    assertThat(lookup().find(charge)).isEqualTo(new ChargeOutcome.Cancelled());
  }

  @Test
  default void aLostAnswerToGivingUpIsAFailureThatCanBeRepeated() {
    ProviderRef charge = aCharge();
    world().loseNextAnswer();

    assertThatThrownBy(() -> checkouts().cancel(charge)).isInstanceOf(ProviderException.class);
    checkouts().cancel(charge);

    assertThat(lookup().find(charge)).isEqualTo(new ChargeOutcome.Cancelled());
  }

  @Test
  default void givingUpFailsAsEveryCallThatMayHaveActed() {
    ProviderRef charge = aCharge();

    FailureClauses.eachIsThrown(world(), () -> checkouts().cancel(charge));

    assertThat(lookup().find(charge)).isEqualTo(new ChargeOutcome.Cancelled());
  }
}
