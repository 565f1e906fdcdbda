package dev.stagedoor.application.memorials;

import static dev.stagedoor.domain.fixture.Samples.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.payments.OpenedCheckout;
import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.memorials.BookingStatus;
import dev.stagedoor.domain.memorials.Tier;
import dev.stagedoor.domain.payments.Attention;
import dev.stagedoor.domain.payments.CheckoutOutcome;
import dev.stagedoor.domain.payments.CheckoutRequest;
import dev.stagedoor.domain.payments.PaymentEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Money that goes back, or that a person must see to. */
class BookingMoneyBackTest extends BookingScene {
  @Test
  void whatWasPaidTooMuchIsSeenAndGoesBack() {
    choose(Tier.LEGACY);
    OpenedCheckout first = open();
    choose(Tier.LIVE);
    payerPays(first);
    assertThat(schedule().surplus()).isEqualTo(LEGACY.minus(LIVE));
    assertThat(booking().status()).isEqualTo(BookingStatus.PAID);

    settleEverything();

    assertThat(house.payments().refundedOf(first.charge())).isEqualTo(LEGACY.minus(LIVE));
    assertThat(schedule().surplus()).isEqualTo(usd(0));
    assertThat(schedule().paid()).isEqualTo(LIVE);
    assertThat(booking().status()).isEqualTo(BookingStatus.PAID);
  }

  @Test
  void aLateSuccessOfAnAbandonedChargeBesideAnotherGoesBackOnceWhateverIsLost() {
    choose(Tier.LIVE);
    OpenedCheckout first = open();
    choose(Tier.LEGACY);
    OpenedCheckout second = open();
    payerPays(second);
    payerPays(first);
    house.payments().loseNextAnswer();
    house.runJobs();
    house.runJobs();

    settleEverything();

    Money back =
        house
            .payments()
            .refundedOf(first.charge())
            .plus(house.payments().refundedOf(second.charge()));
    assertThat(back).isEqualTo(LIVE);
    assertThat(schedule().paid()).isEqualTo(LEGACY);
  }

  @Test
  void aSurplusThatCannotGoBackIsShownToAdmins() {
    choose(Tier.LEGACY);
    OpenedCheckout first = open();
    choose(Tier.LIVE);
    payerPays(first);
    house.runJobs();
    house.later(Duration.ofMinutes(1));
    house.payments().failRefunds(first.charge());
    house.deliver(news(first));

    settleEverything();

    assertThat(schedule().surplus()).isEqualTo(LEGACY.minus(LIVE));
    assertThat(house.stagedoor().refunds().needingAttention(house.admin().actor()))
        .singleElement()
        .satisfies(
            seen -> {
              assertThat(seen.payment()).isEqualTo(first.payment().value());
              assertThat(seen.reasons()).containsExactly("refund_failed", "surplus_kept");
            });
    assertThat(house.payment(first.payment()).refunds()).as("tried once").hasSize(1);
  }

  @Test
  void refundsMadeAtTheProviderAreSeenAndNotAskedForAgain() {
    choose(Tier.LIVE);
    OpenedCheckout checkout = open();
    payerPays(checkout);
    house.payments().refundElsewhere(checkout.charge(), usd(100));
    house.deliver(news(checkout));
    house.payments().refundElsewhere(checkout.charge(), usd(200));
    house.deliver(news(checkout));

    assertThat(schedule().paid()).isEqualTo(LIVE.minus(usd(300)));
    assertThat(schedule().balance()).isEqualTo(usd(0));
    assertThat(toldStatuses()).containsExactly("paid", "paid", "paid");
  }

  @Test
  void aRefundThatFailsAfterAllMakesTheBookingPaidAgain() {
    choose(Tier.LIVE);
    OpenedCheckout checkout = open();
    payerPays(checkout);
    house
        .stagedoor()
        .refunds()
        .refund(
            house.admin().actor(), checkout.payment(), Optional.empty(), "asked", Optional.empty());
    assertThat(booking().status()).isEqualTo(BookingStatus.REFUNDED);
    house.payments().failRefunds(checkout.charge());
    house.deliver(news(checkout));

    assertThat(booking().status()).isEqualTo(BookingStatus.PAID);
    assertThat(house.stagedoor().refunds().needingAttention(house.admin().actor()))
        .singleElement()
        .extracting(seen -> seen.reasons())
        .isEqualTo(List.of("refund_failed"));
  }

  @Test
  void lessThanWasAskedForIsNotPaid() {
    choose(Tier.LIVE);
    OpenedCheckout checkout = open();
    house.payments().pay(checkout.charge(), usd(100));
    house.deliver(news(checkout));

    assertThat(booking().status()).isEqualTo(BookingStatus.PENDING_PAYMENT);
    assertThat(schedule().balance()).isEqualTo(LIVE.minus(usd(100)));
  }

  @Test
  void anotherCurrencyIsForAPersonAndDoesNotCount() {
    choose(Tier.LIVE);
    OpenedCheckout checkout = open();
    house.payments().pay(checkout.charge(), Money.of(129_900, "EUR"));
    house.deliver(news(checkout));

    assertThat(schedule().paid()).isEqualTo(usd(0));
    assertThat(house.stagedoor().refunds().needingAttention(house.admin().actor())).hasSize(1);
  }

  private ProviderRef aSecondCharge(OpenedCheckout first) {
    return ((CheckoutOutcome.Opened)
            house
                .payments()
                .open(
                    new CheckoutRequest(
                        first.payment(), LIVE, "again", new IdempotencyKey("another"))))
        .ref();
  }

  private void tell(PaymentEvent event) {
    house.deliver(house.webhooks().delivery(event));
  }

  @Test
  void moneyInASecondChargeOfAPaymentIsShownToAdmins() {
    choose(Tier.LIVE);
    OpenedCheckout first = open();
    ProviderRef second = aSecondCharge(first);
    PaymentEvent news = new PaymentEvent.ChargeChanged(second, Optional.of(first.payment()));
    tell(news);
    assertThat(house.payment(first.payment()).attention()).as("nobody paid it").isEmpty();

    house.payments().pay(second);
    tell(news);

    assertThat(house.stagedoor().refunds().needingAttention(house.admin().actor()))
        .singleElement()
        .satisfies(seen -> assertThat(seen.reasons()).containsExactly("second_charge"));
    assertThat(house.payment(first.payment()).ref()).contains(first.charge());
    assertThat(schedule().paid()).isEqualTo(usd(0));
  }

  @Test
  void aDisputedChargeIsShownToAdmins() {
    choose(Tier.LIVE);
    OpenedCheckout checkout = open();
    payerPays(checkout);
    tell(new PaymentEvent.ChargeDisputed(checkout.charge(), Optional.empty()));

    assertThat(house.payment(checkout.payment()).attention()).containsExactly(Attention.DISPUTED);
    assertThat(booking().status()).isEqualTo(BookingStatus.PAID);
  }
}
