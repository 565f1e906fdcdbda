package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.CheckoutsContract.aCheckout;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.payments.ChargeOutcome;
import dev.stagedoor.domain.payments.CheckoutOutcome;
import dev.stagedoor.domain.payments.Decline;
import dev.stagedoor.domain.payments.DeclineReason;
import dev.stagedoor.domain.payments.port.Checkouts;
import dev.stagedoor.domain.payments.port.PaymentLookup;
import org.junit.jupiter.api.Test;

/** What every {@link PaymentLookup} tells, also of charges its {@link Checkouts} gave up. */
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

    assertThat(lookup().find(charge))
        .isEqualTo(new ChargeOutcome.Succeeded(price(), Money.of(0, "USD")));
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

  @Test
  default void aChargeThatWasGivenUpIsCancelled() {
    ProviderRef charge = aCharge();
    checkouts().cancel(charge);
    checkouts().cancel(charge);

    assertThat(lookup().find(charge)).isEqualTo(new ChargeOutcome.Cancelled());
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
  default void aProviderThatIsDownLeavesItUnknown() {
    ProviderRef charge = aCharge();
    world().setDown(true);

    assertThat(lookup().find(charge)).isInstanceOf(ChargeOutcome.Unknown.class);
  }
}
