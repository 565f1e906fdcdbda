package dev.stagedoor.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.payments.CheckoutOutcome;
import dev.stagedoor.domain.payments.CheckoutRequest;
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.domain.payments.port.Checkouts;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link Checkouts} does. */
public interface CheckoutsContract {
  Checkouts checkouts();

  PaymentWorld world();

  /** Asks for a charge under a key of its own. */
  static CheckoutRequest aCheckout(Money amount) {
    UUID id = UUID.randomUUID();
    return new CheckoutRequest(
        new PaymentId(id), amount, "Live package", new IdempotencyKey("payment-" + id));
  }

  private static Money price() {
    return Money.of(129_900, "USD");
  }

  private CheckoutOutcome.Opened opened(CheckoutRequest request) {
    return (CheckoutOutcome.Opened) checkouts().open(request);
  }

  @Test
  default void aChargeIsPreparedForThePayer() {
    CheckoutRequest request = aCheckout(price());

    CheckoutOutcome.Opened opened = opened(request);

    assertThat(opened.ref().value()).isNotBlank();
    opened.clientSecret().ifPresent(secret -> assertThat(secret.isBlank()).isFalse());
    assertThat(world().chargesOf(request.payment())).isEqualTo(1);
  }

  @Test
  default void theSameKeyGivesTheSameCharge() {
    CheckoutRequest request = aCheckout(price());

    CheckoutOutcome.Opened first = opened(request);
    CheckoutOutcome.Opened second = opened(request);

    assertThat(second).isEqualTo(first);
    assertThat(world().chargesOf(request.payment())).isEqualTo(1);
  }

  @Test
  default void theSameKeyGivesTheSameChargeAfterItWasPaid() {
    CheckoutRequest request = aCheckout(price());
    CheckoutOutcome.Opened first = opened(request);
    world().pay(first.ref());

    assertThat(opened(request).ref()).isEqualTo(first.ref());
    assertThat(world().chargesOf(request.payment())).isEqualTo(1);
  }

  @Test
  default void anotherKeyGivesAnotherCharge() {
    assertThat(opened(aCheckout(price())).ref()).isNotEqualTo(opened(aCheckout(price())).ref());
  }

  @Test
  default void aCurrencyItCannotExpressIsRefused() {
    CheckoutRequest request = aCheckout(world().inexpressible());

    assertThat(checkouts().open(request)).isInstanceOf(CheckoutOutcome.Refused.class);
    assertThat(world().chargesOf(request.payment())).isZero();
  }

  @Test
  default void aLostAnswerIsUnknownAndTheSameKeyFindsTheOneCharge() {
    CheckoutRequest request = aCheckout(price());
    world().loseNextAnswer();

    assertThat(checkouts().open(request)).isInstanceOf(CheckoutOutcome.Unknown.class);
    assertThat(checkouts().open(request)).isInstanceOf(CheckoutOutcome.Opened.class);
    assertThat(world().chargesOf(request.payment())).isEqualTo(1);
  }

  @Test
  default void aProviderThatIsDownPreparesNothing() {
    CheckoutRequest request = aCheckout(price());
    world().setDown(true);

    assertThatThrownBy(() -> checkouts().open(request))
        .isInstanceOfSatisfying(
            ProviderException.class,
            problem -> assertThat(problem.kind()).isEqualTo(ProviderException.Kind.UNAVAILABLE));

    world().setDown(false);
    assertThat(world().chargesOf(request.payment())).isZero();
  }

  @Test
  default void openingFailsAsEveryCallThatMayHaveActed() {
    CheckoutRequest request = aCheckout(price());

    FailureClauses.eachIsThrownOrUnknownAfterAsking(
        world(),
        () -> checkouts().open(request),
        outcome -> outcome instanceof CheckoutOutcome.Unknown,
        () -> assertThat(world().chargesOf(request.payment())).isLessThanOrEqualTo(1));

    assertThat(opened(request).ref()).isEqualTo(opened(request).ref());
    assertThat(world().chargesOf(request.payment())).isEqualTo(1);
  }

  @Test
  default void givingUpAnythingIsHarmlessHoweverOften() {
    ProviderRef charge = opened(aCheckout(price())).ref();
    checkouts().cancel(charge);
    checkouts().cancel(charge);
    checkouts().cancel(new ProviderRef(charge.provider(), "nobody"));

    assertThat(world().refundedOf(charge)).isEqualTo(Money.of(0, "USD"));
  }

  @Test
  default void theSameKeyForAnotherAmountIsRefusedAndMakesNoSecondCharge() {
    CheckoutRequest request = aCheckout(price());
    opened(request);
    CheckoutRequest changed =
        new CheckoutRequest(
            request.payment(), price().times(2), request.description(), request.key());

    assertThat(checkouts().open(changed)).isInstanceOf(CheckoutOutcome.Refused.class);
    assertThat(world().chargesOf(request.payment())).isEqualTo(1);
  }

  @Test
  default void theClientSecretIsNotPrinted() {
    CheckoutOutcome.Opened opened = opened(aCheckout(price()));

    opened
        .clientSecret()
        .ifPresent(
            secret -> assertThat(opened + " " + checkouts()).doesNotContain(secret.reveal()));
  }
}
