package dev.stagedoor.application.memorials;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static dev.stagedoor.domain.fixture.Samples.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.payments.OpenedCheckout;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.fixture.PriceBookBuilder;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.memorials.BookingStatus;
import dev.stagedoor.domain.memorials.MemorialError;
import dev.stagedoor.domain.memorials.Tier;
import dev.stagedoor.domain.messaging.OutgoingMessage;
import dev.stagedoor.domain.payments.Payment;
import dev.stagedoor.domain.payments.PaymentError;
import dev.stagedoor.domain.payments.PaymentEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of a booking that is paid, or is not. */
class BookingPaymentsTest extends BookingScene {
  private List<OutgoingMessage> confirmations() {
    return house.mailsTo(family.person().email()).stream()
        .filter(mail -> mail.content().text().contains("/livestream"))
        .toList();
  }

  @Test
  void aPaidBookingIsConfirmedByOneMailHoweverOftenItIsTold() {
    choose(Tier.LIVE);
    OpenedCheckout checkout = open();

    payerPays(checkout);
    house.deliver(news(checkout));
    house.stagedoor().reconciler().reconcile(checkout.payment());
    house.later(Duration.ofHours(1));

    assertThat(booking().status()).isEqualTo(BookingStatus.PAID);
    assertThat(booking().paid()).isEqualTo(LIVE);
    assertThat(confirmations()).hasSize(1);
    assertThat(confirmations().get(0).content().text()).contains("$1,299.00", "Grace Hopper");
    assertThat(toldStatuses()).containsExactly("paid");
  }

  @Test
  void aBookingThatWasPaidWhileNobodyToldUsBecomesPaid() {
    choose(Tier.LIVE);
    house.payments().pay(open().charge());

    house.later(Duration.ofMinutes(1));

    assertThat(booking().status()).isEqualTo(BookingStatus.PAID);
    assertThat(confirmations()).hasSize(1);
  }

  @Test
  void aWebhookThatIsFasterThanTheAnswerOfTheCheckoutIsNotLost() {
    choose(Tier.LIVE);
    house
        .wire()
        .after(
            "Checkouts.open",
            () -> {
              Payment ours = house.allPayments().get(0);
              ProviderRef charge = ProviderRef.of("fake", "charge-1");
              house.payments().pay(charge);
              house.deliver(
                  house
                      .webhooks()
                      .delivery(new PaymentEvent.ChargeChanged(charge, Optional.of(ours.id()))));
            });

    open();

    assertThat(booking().status()).isEqualTo(BookingStatus.PAID);
    assertThat(confirmations()).hasSize(1);
  }

  @Test
  void aFailedAttemptIsToldAndTheSameChargeCanBeTriedAgain() {
    choose(Tier.LIVE);
    OpenedCheckout checkout = open();
    house.payments().decline(checkout.charge(), "insufficient_funds");
    house.deliver(news(checkout));
    assertThat(booking().status()).isEqualTo(BookingStatus.FAILED);

    assertThat(open()).isEqualTo(checkout);
    payerPays(checkout);

    assertThat(booking().status()).isEqualTo(BookingStatus.PAID);
    assertThat(toldStatuses()).containsExactly("failed", "paid");
  }

  @Test
  void whatIsPaidCannotBePaidAgain() {
    choose(Tier.LIVE);
    payerPays(open());

    assertRefused(PaymentError.ALREADY_PAID, this::pay);
  }

  @Test
  void aPaidBookingCannotBecomeCheaperAndGrowsABalanceWhenItBecomesDearer() {
    choose(Tier.LIVE);
    payerPays(open());

    assertRefused(MemorialError.BOOKING_TOTAL_LOWERED, () -> choose(Tier.RECORD));
    ScheduleView dearer = choose(Tier.LEGACY);

    assertThat(dearer.paid()).isEqualTo(LIVE);
    assertThat(dearer.balance()).isEqualTo(LEGACY.minus(LIVE));
    payerPays(open());
    assertThat(booking().paid()).isEqualTo(LEGACY);
  }

  @Test
  void whatCostsNothingIsBookedWithoutAProvider() {
    house =
        new InMemoryStagedoor(PriceBookBuilder.aPriceBook().pricing(Tier.RECORD, usd(0)).build());
    family = house.aFamily();
    choose(Tier.RECORD);

    BookingService.Checkout checkout = pay();

    assertThat(checkout.opened()).isEmpty();
    assertThat(booking().status()).isEqualTo(BookingStatus.PAID);
    assertThat(house.wire().count("Checkouts.open")).isZero();
    assertRefused(PaymentError.ALREADY_PAID, this::pay);
  }

  @Test
  void aPartialRefundIsNotAskedForAgainAndAFullOneLeavesARefundedBooking() {
    choose(Tier.LIVE);
    OpenedCheckout checkout = open();
    payerPays(checkout);
    Actor admin = house.admin().actor();

    house
        .stagedoor()
        .refunds()
        .refund(admin, checkout.payment(), Optional.of(usd(10_000)), "goodwill", Optional.empty());
    assertThat(booking().status()).isEqualTo(BookingStatus.PAID);
    assertThat(booking().paid()).isEqualTo(LIVE.minus(usd(10_000)));
    assertThat(booking().balance()).isEqualTo(usd(0));

    house
        .stagedoor()
        .refunds()
        .refund(admin, checkout.payment(), Optional.empty(), "cancelled", Optional.empty());

    assertThat(booking().status()).isEqualTo(BookingStatus.REFUNDED);
    assertThat(booking().paid()).isEqualTo(usd(0));
    assertThat(house.payments().refundedOf(checkout.charge())).isEqualTo(LIVE);
    assertThat(open().charge()).isNotEqualTo(checkout.charge());
  }

  @Test
  void aChargeThatRanOutLeavesADraftAndIsTold() {
    choose(Tier.LIVE);
    OpenedCheckout checkout = open();
    house.payments().expire(checkout.charge());
    house.deliver(news(checkout));

    assertThat(booking().status()).isEqualTo(BookingStatus.DRAFT);
    assertThat(toldStatuses()).containsExactly("draft");
    assertThat(open().charge()).isNotEqualTo(checkout.charge());
  }

  @Test
  void aChargeIsShownAgainAfterTheProviderForgotTheKey() {
    choose(Tier.LIVE);
    OpenedCheckout first = open();
    house.payments().forgetKeys();

    assertThat(open()).isEqualTo(first);
    assertThat(house.payments().chargesOf(first.payment())).isEqualTo(1);
    assertThat(house.wire().count("Checkouts.open")).isEqualTo(1);
  }

  @Test
  void whatTheBankHasIsNotShownToBePaidAgain() {
    choose(Tier.LIVE);
    OpenedCheckout first = open();
    house.payments().startPaying(first.charge());
    house.deliver(news(first));

    assertRefused(PaymentError.PAYMENT_IN_PROGRESS, this::pay);
  }
}
