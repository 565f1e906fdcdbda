package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.CheckoutsContract.aCheckout;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.payments.ChargeOutcome;
import dev.stagedoor.domain.payments.CheckoutOutcome;
import dev.stagedoor.domain.payments.DeclineReason;
import dev.stagedoor.domain.payments.port.Checkouts;
import dev.stagedoor.domain.payments.port.PaymentLookup;
import org.junit.jupiter.api.Test;

/**
 * What the {@link Checkouts} of a provider do that can give a charge up, so that nobody can pay it
 * any more. A provider without that (its orders stay payable) does not run this one.
 */
public interface ChargeCancellationContract {
  Checkouts checkouts();

  PaymentLookup lookup();

  PaymentWorld world();

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
}
