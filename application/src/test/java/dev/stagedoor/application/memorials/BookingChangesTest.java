package dev.stagedoor.application.memorials;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.payments.OpenedCheckout;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.memorials.BookingStatus;
import dev.stagedoor.domain.memorials.Tier;
import dev.stagedoor.domain.payments.PaymentStatus;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is saved while somebody pays. */
class BookingChangesTest extends BookingScene {
  @Test
  void onlyThoseWhoRunTheMemorialSeeSaveAndPay() {
    choose(Tier.LIVE);
    Actor stranger = house.aFamily().actor();
    Actor visitor = Actor.visitor();
    BookingService.Edit edit =
        new BookingService.Edit(Optional.empty(), Optional.empty(), schedule().version());

    assertRefused(CommonError.NOT_ALLOWED, () -> bookings().schedule(stranger, family.memorial()));
    assertRefused(
        CommonError.NOT_ALLOWED, () -> bookings().save(stranger, family.memorial(), edit));
    assertRefused(
        CommonError.NOT_ALLOWED,
        () -> bookings().pay(stranger, family.memorial(), Optional.empty()));
    assertRefused(CommonError.NOT_SIGNED_IN, () -> bookings().schedule(visitor, family.memorial()));
    assertRefused(
        CommonError.NOT_SIGNED_IN, () -> bookings().save(visitor, family.memorial(), edit));
    assertRefused(
        CommonError.NOT_SIGNED_IN,
        () -> bookings().pay(visitor, family.memorial(), Optional.empty()));
    assertThat(bookings().schedule(house.admin().actor(), family.memorial()).total())
        .isEqualTo(LIVE);
  }

  @Test
  void savingWhileAChargeIsOpenGivesItUp() {
    choose(Tier.LIVE);
    OpenedCheckout first = open();
    choose(Tier.LEGACY);
    house.runJobs();

    assertThat(house.payment(first.payment()).status()).isEqualTo(PaymentStatus.CANCELLED);
    assertThat(booking().status()).isEqualTo(BookingStatus.DRAFT);
    assertThat(booking().payment()).isEmpty();
    assertThat(toldStatuses()).containsExactly("draft");
  }

  @Test
  void savingTheSamePriceLeavesTheOpenChargeAlone() {
    choose(Tier.LIVE);
    OpenedCheckout first = open();
    choose(Tier.LEGACY);
    choose(Tier.LIVE);
    house.runJobs();

    assertThat(house.payment(first.payment()).status()).isEqualTo(PaymentStatus.AWAITING_PAYER);
    assertThat(open()).isEqualTo(first);
  }

  @Test
  void aProviderThatIsDownWhileSavingHasTheChargeGivenUpLater() {
    choose(Tier.LIVE);
    OpenedCheckout first = open();
    house.payments().setDown(true);
    choose(Tier.LEGACY);
    assertThat(house.runJobs()).isNotEmpty();
    house.payments().setDown(false);

    house.later(Duration.ofHours(1));

    assertThat(house.payment(first.payment()).status()).isEqualTo(PaymentStatus.CANCELLED);
  }

  @Test
  void aDearerChoiceMadeWhilePayingLeavesABalanceNotAPaidBooking() {
    choose(Tier.LIVE);
    OpenedCheckout first = open();
    choose(Tier.LEGACY);
    payerPays(first);

    assertThat(booking().status()).isEqualTo(BookingStatus.PENDING_PAYMENT);
    assertThat(schedule().balance()).isEqualTo(LEGACY.minus(LIVE));
  }
}
