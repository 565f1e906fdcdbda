package dev.stagedoor.domain.memorials;

import static dev.stagedoor.domain.contract.RepositoryContract.assertRefused;
import static dev.stagedoor.domain.contract.RepositoryContract.assertStale;
import static dev.stagedoor.domain.fixture.BookingBuilder.aBooking;
import static dev.stagedoor.domain.fixture.BookingBuilder.choosing;
import static dev.stagedoor.domain.fixture.PriceBookBuilder.aPriceBook;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aMemorialId;
import static dev.stagedoor.domain.fixture.Samples.aPaymentId;
import static dev.stagedoor.domain.fixture.Samples.usd;
import static dev.stagedoor.domain.fixture.ServiceBuilder.aPlan;
import static dev.stagedoor.domain.fixture.ServiceBuilder.aService;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.payments.PaymentId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BookingTest {
  private static final Instant LATER = NOW.plusSeconds(60);

  private final PriceBook prices = aPriceBook().build();

  private void save(Booking booking, Tier tier) {
    booking.save(booking.services(), choosing(tier), booking.version(), prices, LATER);
  }

  @Test
  void aDraftCostsNothingAndCannotBePaidYet() {
    Booking booking = aBooking().build();

    assertThat(booking.status()).isEqualTo(BookingStatus.DRAFT);
    assertThat(booking.balance()).isEqualTo(usd(0));
    assertRefused(MemorialError.BOOKING_INCOMPLETE, booking::due);
  }

  @Test
  void savingPricesWhatWasChosen() {
    Booking booking = aBooking().build();
    ServicePlan plan = aPlan(aService().lasting(4));
    booking.save(plan, choosing(Tier.LEGACY), 0, prices, LATER);

    assertThat(booking.services()).isEqualTo(plan);
    assertThat(booking.selection()).isEqualTo(choosing(Tier.LEGACY));
    assertThat(booking.quote().total()).isEqualTo(usd(249_900 + 2 * 12_500));
    assertThat(booking.due()).isEqualTo(booking.quote().total());
    assertThat(booking.savedAt()).isEqualTo(LATER);
  }

  @Test
  void aSaveBegunOnAnotherVersionChangesNothing() {
    Booking booking = aBooking().with(Tier.LIVE).build();
    Booking.Snapshot before = booking.snapshot();

    assertStale(() -> booking.save(ServicePlan.empty(), choosing(Tier.RECORD), 7, prices, LATER));
    assertThat(booking.snapshot()).isEqualTo(before);
  }

  @Test
  void aRefusedStaleSaveTellsTheCurrentVersion() {
    Booking booking = aBooking().build();

    assertThatThrownBy(
            () -> booking.save(ServicePlan.empty(), choosing(Tier.LIVE), 7, prices, LATER))
        .isInstanceOfSatisfying(
            DomainException.class,
            refused -> assertThat(refused.facts()).containsEntry("version", 0L));
  }

  @Test
  void anUnpaidBookingMayBecomeCheaper() {
    Booking booking = aBooking().with(Tier.LEGACY).build();
    save(booking, Tier.RECORD);

    assertThat(booking.due()).isEqualTo(usd(69_900));
  }

  @Test
  void aPaidBookingNeverBecomesCheaper() {
    Booking booking = aBooking().with(Tier.LIVE).paid().build();
    Booking.Snapshot before = booking.snapshot();

    assertThatThrownBy(() -> save(booking, Tier.RECORD))
        .isInstanceOfSatisfying(
            DomainException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(MemorialError.BOOKING_TOTAL_LOWERED);
              assertThat(refused.facts())
                  .containsEntry("paidMinor", 129_900L)
                  .containsEntry("wantedMinor", 69_900L)
                  .containsEntry("currency", "USD");
            });
    assertThat(booking.snapshot()).isEqualTo(before);
  }

  @Test
  void aPaidBookingCanBeEditedAtTheSamePrice() {
    Booking booking = aBooking().with(Tier.LIVE).paid().build();
    ServicePlan moved = aPlan(aService().on("2025-04-01").at("11:00"));
    booking.save(moved, booking.selection(), booking.version(), prices, LATER);

    assertThat(booking.services()).isEqualTo(moved);
    assertThat(booking.balance()).isEqualTo(usd(0));
  }

  @Test
  void aPriceBookThatChangedLeavesAPaidBookingAsItWas() {
    Booking booking = aBooking().with(Tier.LIVE).paid().build();
    Quote before = booking.quote();
    PriceBook dearer = aPriceBook().pricing(Tier.LIVE, before.total().times(3)).build();

    booking.save(booking.services(), booking.selection(), booking.version(), dearer, NOW);

    assertThat(booking.quote()).isEqualTo(before);
    assertThat(booking.balance().isZero()).isTrue();
  }

  @Test
  void aPaidBookingThatBecomesDearerHasABalance() {
    Booking booking = aBooking().with(Tier.LIVE).paid().build();
    save(booking, Tier.LEGACY);

    assertThat(booking.status()).isEqualTo(BookingStatus.PENDING_PAYMENT);
    assertThat(booking.due()).isEqualTo(usd(120_000));

    booking.awaitPayment(aPaymentId());
    assertThat(booking.status()).isEqualTo(BookingStatus.PENDING_PAYMENT);

    booking.received(usd(249_900), usd(249_900));
    assertThat(booking.status()).isEqualTo(BookingStatus.PAID);
    assertThat(booking.due()).isEqualTo(usd(0));
  }

  @Test
  void whatWasAddedAfterPayingCanBeTakenOutAgainAsLongAsItIsNotPaid() {
    Booking booking = aBooking().with(Tier.LIVE).paid().build();
    save(booking, Tier.LEGACY);
    save(booking, Tier.LIVE);

    assertThat(booking.status()).isEqualTo(BookingStatus.PAID);
    assertRefused(MemorialError.BOOKING_TOTAL_LOWERED, () -> save(booking, Tier.RECORD));
  }

  @Test
  void aPriceBookThatFellDoesNotTurnAnUpgradeIntoASurplus() {
    Booking booking = aBooking().with(Tier.LIVE).paid().build();
    PriceBook cheaper =
        aPriceBook().pricing(Tier.LIVE, usd(50_000)).pricing(Tier.LEGACY, usd(60_000)).build();

    assertRefused(
        MemorialError.BOOKING_TOTAL_LOWERED,
        () ->
            booking.save(
                booking.services(), choosing(Tier.LEGACY), booking.version(), cheaper, NOW));
  }

  @Test
  void waitsForItsPaymentAndIsPaid() {
    PaymentId payment = aPaymentId();
    Booking booking = aBooking().with(Tier.LIVE).awaiting(payment).build();
    assertThat(booking.status()).isEqualTo(BookingStatus.PENDING_PAYMENT);
    assertThat(booking.payment()).contains(payment);

    booking.received(usd(129_900), usd(129_900));
    assertThat(booking.status()).isEqualTo(BookingStatus.PAID);
    assertThat(booking.balance()).isEqualTo(usd(0));
  }

  @Test
  void aFailedAttemptCanBeTriedAgain() {
    PaymentId payment = aPaymentId();
    Booking booking = aBooking().with(Tier.LIVE).awaiting(payment).build();
    assertThat(booking.paymentFailed(payment)).isTrue();
    assertThat(booking.status()).isEqualTo(BookingStatus.FAILED);
    assertThat(booking.paymentFailed(payment)).as("known already").isFalse();

    booking.awaitPayment(aPaymentId());
    assertThat(booking.status()).isEqualTo(BookingStatus.PENDING_PAYMENT);
  }

  @Test
  void aFailedAttemptNeverUndoesAPayment() {
    PaymentId payment = aPaymentId();
    Booking booking = aBooking().with(Tier.LIVE).awaiting(payment).build();
    booking.received(usd(129_900), usd(129_900));

    assertThat(booking.paymentFailed(payment)).isFalse();
    assertThat(booking.status()).isEqualTo(BookingStatus.PAID);
  }

  @Test
  void aFailureOfAnEarlierAttemptIsNoNews() {
    PaymentId earlier = aPaymentId();
    Booking booking = aBooking().with(Tier.LIVE).awaiting(earlier).awaiting(aPaymentId()).build();

    assertThat(booking.paymentFailed(earlier)).isFalse();
    assertThat(booking.status()).isEqualTo(BookingStatus.PENDING_PAYMENT);
  }

  @Test
  void whatCostsNothingIsSettledWithoutAProvider() {
    PriceBook free = aPriceBook().pricing(Tier.RECORD, usd(0)).build();
    Booking booking = aBooking().pricedBy(free).with(Tier.RECORD).build();
    assertThat(booking.due()).isEqualTo(usd(0));

    booking.settleFree();
    assertThat(booking.status()).isEqualTo(BookingStatus.PAID);
  }

  @Test
  void whatCostsSomethingIsNotSettledForFree() {
    Booking booking = aBooking().with(Tier.RECORD).build();
    booking.settleFree();

    assertThat(booking.status()).isEqualTo(BookingStatus.DRAFT);
  }

  @Test
  void aRefundedPaymentIsOwedAgain() {
    Booking booking = aBooking().with(Tier.LIVE).paid().build();
    booking.received(usd(129_900), usd(0));

    assertThat(booking.status()).isEqualTo(BookingStatus.REFUNDED);
    assertThat(booking.paid()).isEqualTo(usd(0));
    assertThat(booking.due()).isEqualTo(usd(129_900));
  }

  @Test
  void whatSomebodyGaveBackOfThePriceIsNotAskedForAgain() {
    Booking booking = aBooking().with(Tier.LIVE).paid().build();
    booking.received(usd(129_900), usd(100_000));

    assertThat(booking.status()).isEqualTo(BookingStatus.PAID);
    assertThat(booking.paid()).isEqualTo(usd(100_000));
    assertThat(booking.balance()).isEqualTo(usd(0));
    assertThat(booking.surplus()).isEqualTo(usd(0));

    save(booking, Tier.LEGACY);
    assertThat(booking.status()).isEqualTo(BookingStatus.PENDING_PAYMENT);
    assertThat(booking.due()).as("only what was added").isEqualTo(usd(120_000));
  }

  @Test
  void aSurplusThatWentBackIsOwedWhenMoreIsOrderedLater() {
    Booking booking = aBooking().with(Tier.LIVE).build();
    booking.received(usd(159_900), usd(159_900));
    booking.received(usd(129_900), usd(129_900));
    assertThat(booking.balance()).isEqualTo(usd(0));

    save(booking, Tier.LEGACY);
    assertThat(booking.due()).isEqualTo(usd(120_000));
  }

  @Test
  void aSurplusThatSomebodyGaveBackByHandIsOwedWhenMoreIsOrderedLater() {
    Booking booking = aBooking().with(Tier.LIVE).build();
    booking.received(usd(159_900), usd(159_900));
    booking.received(usd(159_900), usd(129_900));
    assertThat(booking.status()).isEqualTo(BookingStatus.PAID);
    assertThat(booking.surplus()).isEqualTo(usd(0));

    save(booking, Tier.LEGACY);
    assertThat(booking.due()).isEqualTo(usd(120_000));
    booking.received(usd(159_900), usd(119_900));
    assertThat(booking.due()).as("what goes back of the price now").isEqualTo(usd(120_000));
  }

  @Test
  void onlyWhatWasGivenBackOverTheSurplusIsForgiven() {
    Booking booking = aBooking().with(Tier.LIVE).build();
    booking.received(usd(159_900), usd(119_900));
    assertThat(booking.balance()).isEqualTo(usd(0));

    save(booking, Tier.LEGACY);
    assertThat(booking.due()).isEqualTo(usd(120_000));
  }

  @Test
  void aReturnOfTheSurplusThatFailsIsASurplusAgain() {
    Booking booking = aBooking().with(Tier.LIVE).build();
    booking.received(usd(159_900), usd(129_900));
    booking.received(usd(159_900), usd(159_900));

    assertThat(booking.surplus()).isEqualTo(usd(30_000));
    save(booking, Tier.LEGACY);
    assertThat(booking.due()).isEqualTo(usd(90_000));
  }

  @Test
  void whatIsBoughtAnewAfterEverythingWentBackIsAllThatCounts() {
    Booking booking = aBooking().with(Tier.LIVE).paid().build();
    booking.received(usd(129_900), usd(0));
    booking.received(usd(259_800), usd(129_900));
    assertThat(booking.status()).isEqualTo(BookingStatus.PAID);

    save(booking, Tier.LEGACY);
    assertThat(booking.due()).isEqualTo(usd(120_000));
  }

  @Test
  void anOverpaymentIsNoDebtButASurplus() {
    Booking booking = aBooking().with(Tier.RECORD).build();
    booking.received(usd(100_000), usd(100_000));

    assertThat(booking.status()).isEqualTo(BookingStatus.PAID);
    assertThat(booking.balance()).isEqualTo(usd(0));
    assertThat(booking.surplus()).isEqualTo(usd(30_100));
    save(booking, Tier.RECORD);
    assertThat(booking.surplus()).as("saving the same again").isEqualTo(usd(30_100));
  }

  @Test
  void lessThanIsOwedIsNotPaid() {
    Booking booking = aBooking().with(Tier.LIVE).build();

    assertThat(booking.received(usd(129_899), usd(129_899))).isTrue();
    assertThat(booking.received(usd(129_899), usd(129_899))).isFalse();

    assertThat(booking.status()).isEqualTo(BookingStatus.PENDING_PAYMENT);
    assertThat(booking.due()).isEqualTo(usd(1));
  }

  @Test
  void aPaymentThatWasGivenUpLeavesADraft() {
    PaymentId payment = aPaymentId();
    Booking booking = aBooking().with(Tier.LIVE).awaiting(payment).build();

    assertThat(booking.paymentCancelled(aPaymentId())).as("an earlier one").isFalse();
    assertThat(booking.status()).isEqualTo(BookingStatus.PENDING_PAYMENT);
    assertThat(booking.paymentCancelled(payment)).isTrue();
    assertThat(booking.status()).isEqualTo(BookingStatus.DRAFT);
    assertThat(booking.payment()).isEmpty();
  }

  @Test
  void whatWasFreeAndNowCostsSomethingIsADraftAgain() {
    PriceBook free = aPriceBook().pricing(Tier.RECORD, usd(0)).build();
    Booking booking = aBooking().pricedBy(free).with(Tier.RECORD).build();
    booking.settleFree();
    booking.save(booking.services(), choosing(Tier.LIVE), booking.version(), free, LATER);

    assertThat(booking.status()).isEqualTo(BookingStatus.DRAFT);
  }

  @Test
  void theSubjectOfABookingLeadsBackToItsMemorial() {
    MemorialId memorial = aMemorialId();

    assertThat(Booking.of(Booking.subject(memorial))).contains(memorial);
    assertThat(Booking.of(Memorial.subject(memorial))).isEmpty();
    assertThat(Memorial.of(Memorial.subject(memorial))).contains(memorial);
    assertThat(Memorial.of(Booking.subject(memorial))).isEmpty();
  }

  @Test
  void aStoredBookingIsTheSameBooking() {
    Booking booking = aBooking().with(Tier.LIVE).paid().build();

    assertThat(Booking.restore(booking.snapshot()).snapshot()).isEqualTo(booking.snapshot());
  }
}
