package dev.stagedoor.application.payments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.memorials.BookingStatus;
import dev.stagedoor.domain.payments.ChargeOutcome;
import dev.stagedoor.domain.payments.Payment;
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.domain.payments.PaymentSnapshot;
import dev.stagedoor.domain.payments.PaymentStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is found out about payments by asking. */
class PaymentReconcilerTest extends ReconciliationScene {
  @Test
  void aPaymentIsAskedAboutAgainAndAgainUntilItIsKnown() {
    Bought bought = aBooking();
    house.payments().startPaying(bought.checkout().charge());
    house.later(Duration.ofMinutes(1));
    assertThat(payment(bought).status()).isEqualTo(PaymentStatus.PROCESSING);
    long looks = house.wire().count("PaymentLookup.find");

    house.later(Duration.ofMinutes(10));
    assertThat(house.wire().count("PaymentLookup.find")).isEqualTo(looks + 1);
    house.payments().pay(bought.checkout().charge());
    house.later(Duration.ofMinutes(10));

    assertThat(status(bought)).isEqualTo(BookingStatus.PAID);
  }

  @Test
  void whatIsKnownForGoodIsNotAskedAboutAnyMore() {
    aPaidBooking();
    long looks = house.wire().count("PaymentLookup.find");

    house.later(Duration.ofDays(1));

    assertThat(house.wire().count("PaymentLookup.find")).isEqualTo(looks);
  }

  @Test
  void aProviderThatIsDownWorsensNothing() {
    Bought bought = aPaidBooking();
    house.payments().setDown(true);

    house.stagedoor().reconciler().reconcile(bought.checkout().payment());

    assertThat(status(bought)).isEqualTo(BookingStatus.PAID);
  }

  @Test
  void onePaymentThatCannotBeLookedAtDoesNotKeepTheOthersWaiting() {
    Bought first = aBooking();
    Bought second = aBooking();
    house.payments().pay(first.checkout().charge());
    house.payments().pay(second.checkout().charge());
    house
        .wire()
        .before(
            "PaymentLookup.find",
            () -> {
              throw new IllegalStateException("made to fail");
            });

    house.later(Duration.ofMinutes(1));
    assertThat(status(first)).isEqualTo(BookingStatus.PENDING_PAYMENT);
    assertThat(status(second)).isEqualTo(BookingStatus.PAID);

    house.later(Duration.ofMinutes(10));
    assertThat(status(first)).isEqualTo(BookingStatus.PAID);
  }

  @Test
  void aDeclineNobodyToldUsOfIsFound() {
    Bought bought = aBooking();
    house.payments().decline(bought.checkout().charge(), "card_declined");

    house.later(Duration.ofMinutes(1));

    assertThat(status(bought)).isEqualTo(BookingStatus.FAILED);
  }

  @Test
  void whatNobodyPaidForADayIsGivenUpAtTheProviderToo() {
    Bought bought = aBooking();
    house.later(Duration.ofHours(23));
    assertThat(payment(bought).status()).isEqualTo(PaymentStatus.AWAITING_PAYER);

    house.later(Duration.ofHours(2));

    assertThat(payment(bought).status()).isEqualTo(PaymentStatus.CANCELLED);
    assertThat(status(bought)).isEqualTo(BookingStatus.DRAFT);
    assertThat(house.payments().stateOf(bought.checkout().charge()))
        .isEqualTo(new ChargeOutcome.Cancelled());
  }

  @Test
  void whatWasGivenUpBeforeItHadAChargeIsNotLookedAtOverAndOver() {
    Bought bought = aBooking();
    PaymentSnapshot open = payment(bought).snapshot();
    Payment unopened =
        Payment.open(
            new PaymentId(UUID.randomUUID()),
            open.subject(),
            open.payer(),
            open.amount(),
            open.description(),
            open.provider(),
            house.clock().instant());
    unopened.cancel();
    house.save(unopened);

    house.later(Duration.ofMinutes(1));
    Instant next = house.payment(unopened.id()).snapshot().nextCheckAt();
    assertThat(next).isAfter(house.clock().instant());
    house.later(Duration.ofDays(7));
    assertThat(house.payment(unopened.id()).snapshot().nextCheckAt()).isNull();
  }

  @Test
  void givingUpWhatTheProviderRefusesIsNoRefusalOfTheCaller() {
    Bought bought = aBooking();
    PaymentSnapshot open = payment(bought).snapshot();
    Payment refused =
        Payment.open(
            new PaymentId(UUID.randomUUID()),
            open.subject(),
            open.payer(),
            house.payments().inexpressible(),
            open.description(),
            open.provider(),
            house.clock().instant().minus(Duration.ofHours(25)));
    house.save(refused);

    assertThat(house.stagedoor().reconciler().reconcile(refused.id()).status())
        .isEqualTo(PaymentStatus.CANCELLED);
    assertThat(status(bought)).isEqualTo(BookingStatus.PENDING_PAYMENT);
  }
}
