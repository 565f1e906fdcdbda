package dev.stagedoor.application.payments;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static dev.stagedoor.domain.fixture.BookingBuilder.choosing;
import static dev.stagedoor.domain.fixture.Samples.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.memorials.BookingService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.fake.FakePayments;
import dev.stagedoor.domain.memorials.BookingStatus;
import dev.stagedoor.domain.memorials.Tier;
import dev.stagedoor.domain.payments.Payment;
import dev.stagedoor.domain.payments.PaymentError;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens where the payment provider gives no money back through us. */
class WithoutRefundsTest {
  private final InMemoryStagedoor house =
      new InMemoryStagedoor(new FakePayments().withoutRefunds());
  private final RefundService refunds = house.stagedoor().refunds();
  private final Actor admin = house.admin().actor();
  private final InMemoryStagedoor.Family family = house.aFamily();
  private OpenedCheckout checkout;

  @BeforeEach
  void open() {
    BookingService bookings = house.stagedoor().bookings();
    bookings.save(
        family.actor(),
        family.memorial(),
        new BookingService.Edit(
            Optional.empty(),
            Optional.of(choosing(Tier.LIVE)),
            bookings.schedule(family.actor(), family.memorial()).version()));
    checkout =
        bookings.pay(family.actor(), family.memorial(), Optional.empty()).opened().orElseThrow();
  }

  private Payment payment() {
    return house.payment(checkout.payment());
  }

  private BookingStatus status() {
    return house.booking(family.memorial()).status();
  }

  private void settle() {
    for (int i = 0; i < 4; i++) {
      house.later(Duration.ofMinutes(11));
    }
  }

  @Test
  void anAdminIsToldThatItCannotGoBackAndNothingIsRecorded() {
    house.payments().pay(checkout.charge());
    settle();

    assertRefused(
        PaymentError.NOT_REFUNDABLE,
        () ->
            refunds.refund(admin, checkout.payment(), Optional.empty(), "asked", Optional.empty()));

    assertThat(payment().refunds()).isEmpty();
    assertThat(status()).isEqualTo(BookingStatus.PAID);
    assertThat(refunds.needingAttention(admin)).isEmpty();
  }

  @Test
  void whatWasPaidTooMuchIsShownToAdminsAndStays() {
    house.payments().pay(checkout.charge(), checkout.amount().plus(usd(700)));
    settle();

    assertThat(status()).isEqualTo(BookingStatus.PAID);
    assertThat(payment().refunds()).isEmpty();
    assertThat(refunds.needingAttention(admin))
        .singleElement()
        .satisfies(seen -> assertThat(seen.payment()).isEqualTo(checkout.payment().value()));
  }

  @Test
  void whatSomebodyGaveBackAtTheProviderIsKnownAllTheSame() {
    house.payments().pay(checkout.charge());
    settle();
    house.payments().refundElsewhere(checkout.charge(), checkout.amount());

    house.stagedoor().reconciler().reconcile(checkout.payment());

    assertThat(payment().refunded()).isEqualTo(checkout.amount());
    assertThat(status()).isEqualTo(BookingStatus.REFUNDED);
    assertThat(house.wire().count("Refunds.refund")).isZero();
  }
}
