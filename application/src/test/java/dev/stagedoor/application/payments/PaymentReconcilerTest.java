package dev.stagedoor.application.payments;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static dev.stagedoor.domain.fixture.BookingBuilder.choosing;
import static dev.stagedoor.domain.fixture.Samples.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.memorials.BookingService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.memorials.BookingStatus;
import dev.stagedoor.domain.memorials.Tier;
import dev.stagedoor.domain.payments.Payment;
import dev.stagedoor.domain.payments.PaymentError;
import dev.stagedoor.domain.payments.PaymentStatus;
import dev.stagedoor.domain.payments.Refund;
import dev.stagedoor.domain.payments.RefundStatus;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaymentReconcilerTest {
  private final InMemoryStagedoor house = new InMemoryStagedoor();
  private final Actor admin = house.admin().actor();
  private final RefundService refunds = house.stagedoor().refunds();

  private record Bought(InMemoryStagedoor.Family by, OpenedCheckout checkout) {}

  private Bought aBooking() {
    InMemoryStagedoor.Family family = house.aFamily();
    BookingService bookings = house.stagedoor().bookings();
    long version = bookings.schedule(family.actor(), family.memorial()).version();
    bookings.save(
        family.actor(),
        family.memorial(),
        new BookingService.Edit(Optional.empty(), Optional.of(choosing(Tier.LIVE)), version));
    return new Bought(
        family,
        bookings.pay(family.actor(), family.memorial(), Optional.empty()).opened().orElseThrow());
  }

  private Bought aPaidBooking() {
    Bought bought = aBooking();
    house.payments().pay(bought.checkout().charge());
    house.stagedoor().reconciler().reconcile(bought.checkout().payment());
    return bought;
  }

  private Payment payment(Bought bought) {
    return house.payment(bought.checkout().payment());
  }

  private BookingStatus status(Bought bought) {
    return house.booking(bought.by().memorial()).status();
  }

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
  void aRefundGivesBackWhatWasAskedFor() {
    Bought bought = aPaidBooking();

    assertThat(refunds.refundable(admin, bought.checkout().payment()))
        .isEqualTo(bought.checkout().amount());

    RefundView refund =
        refunds.refund(admin, bought.checkout().payment(), Optional.of(usd(100)), "sorry");

    assertThat(refund.status()).isEqualTo("succeeded");
    assertThat(refund.refundedTotal()).isEqualTo(usd(100));
    assertThat(refund.amount()).isEqualTo(usd(100));
    assertThat(payment(bought).status()).isEqualTo(PaymentStatus.PARTIALLY_REFUNDED);
    assertThat(house.payments().refundedOf(bought.checkout().charge())).isEqualTo(usd(100));
  }

  @Test
  void moreThanIsLeftCannotBeRefunded() {
    Bought bought = aPaidBooking();
    Money all = bought.checkout().amount();
    refunds.refund(admin, bought.checkout().payment(), Optional.of(usd(100)), "");

    assertRefused(
        PaymentError.REFUND_EXCEEDS_PAYMENT,
        () -> refunds.refund(admin, bought.checkout().payment(), Optional.of(all), ""));

    refunds.refund(admin, bought.checkout().payment(), Optional.empty(), "");
    assertThat(house.payments().refundedOf(bought.checkout().charge())).isEqualTo(all);
    assertThat(status(bought)).isEqualTo(BookingStatus.REFUNDED);
  }

  @Test
  void whatIsNotPaidCannotBeRefunded() {
    Bought bought = aBooking();

    assertRefused(
        PaymentError.NOT_REFUNDABLE,
        () -> refunds.refund(admin, bought.checkout().payment(), Optional.empty(), ""));
  }

  @Test
  void aRefundWhoseAnswerWasLostIsDoneOnceAndFoundByTheReconciler() {
    Bought bought = aPaidBooking();
    house.payments().loseNextAnswer();

    RefundView refund =
        refunds.refund(admin, bought.checkout().payment(), Optional.of(usd(500)), "");
    assertThat(refund.status()).isEqualTo("requested");

    house.later(Duration.ofMinutes(10));

    assertThat(payment(bought).refunds())
        .extracting(Refund::status)
        .containsExactly(RefundStatus.SUCCEEDED);
    assertThat(house.payments().refundedOf(bought.checkout().charge())).isEqualTo(usd(500));
  }

  @Test
  void aRefundThatAProviderWhichIsDownWasAskedForIsDoneLater() {
    Bought bought = aPaidBooking();
    house.payments().setDown(true);
    assertThatThrownBy(
            () -> refunds.refund(admin, bought.checkout().payment(), Optional.empty(), ""))
        .isInstanceOf(ProviderException.class);
    house.payments().setDown(false);

    house.later(Duration.ofMinutes(10));

    assertThat(status(bought)).isEqualTo(BookingStatus.REFUNDED);
    assertThat(house.payments().refundedOf(bought.checkout().charge()))
        .isEqualTo(bought.checkout().amount());
  }

  @Test
  void onlyAdminsRefund() {
    Bought bought = aPaidBooking();

    assertRefused(
        CommonError.NOT_ALLOWED,
        () ->
            refunds.refund(bought.by().actor(), bought.checkout().payment(), Optional.empty(), ""));
    assertRefused(
        CommonError.NOT_SIGNED_IN,
        () -> refunds.refund(Actor.visitor(), bought.checkout().payment(), Optional.empty(), ""));
    assertRefused(
        CommonError.NOT_ALLOWED,
        () -> refunds.refundable(bought.by().actor(), bought.checkout().payment()));
  }

  @Test
  void aRefundInAnotherCurrencyIsRefused() {
    Bought bought = aPaidBooking();

    assertThatThrownBy(
            () ->
                refunds.refund(
                    admin, bought.checkout().payment(), Optional.of(Money.of(100, "EUR")), ""))
        .isInstanceOfAny(DomainException.class, IllegalArgumentException.class);

    assertThat(payment(bought).refunds()).isEmpty();
  }
}
