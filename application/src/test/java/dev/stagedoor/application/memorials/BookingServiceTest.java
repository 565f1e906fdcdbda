package dev.stagedoor.application.memorials;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static dev.stagedoor.domain.fixture.BookingBuilder.choosing;
import static dev.stagedoor.domain.fixture.Samples.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.fake.InMemoryUnitOfWork;
import dev.stagedoor.application.payments.OpenedCheckout;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.memorials.BookingStatus;
import dev.stagedoor.domain.memorials.MemorialError;
import dev.stagedoor.domain.memorials.Tier;
import dev.stagedoor.domain.payments.ChargeOutcome;
import dev.stagedoor.domain.payments.Payment;
import dev.stagedoor.domain.payments.PaymentError;
import dev.stagedoor.domain.payments.PaymentStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is chosen, what it costs, and the one charge that is open over it. */
class BookingServiceTest extends BookingScene {
  @Test
  void aNewScheduleIsEmptyAndCostsNothing() {
    ScheduleView schedule = schedule();

    assertThat(schedule.bookingStatus()).isEqualTo("draft");
    assertThat(schedule.total()).isEqualTo(usd(0));
    assertThat(schedule.lineItems()).isEmpty();
  }

  @Test
  void whatIsSavedIsPricedHere() {
    ScheduleView saved = choose(Tier.LIVE);

    assertThat(saved.total()).isEqualTo(LIVE);
    assertThat(saved.balance()).isEqualTo(LIVE);
    assertThat(saved.lineItems()).extracting(LineItemView::code).containsExactly("tier_live");
    assertThat(schedule()).isEqualTo(saved);
  }

  @Test
  void ofTwoTabsThatBeganOnOneVersionTheSecondIsRefusedAndNothingIsLost() {
    long begun = schedule().version();
    ScheduleView first = save(choosing(Tier.LIVE), begun);

    assertRefused(CommonError.STALE_VERSION, () -> save(choosing(Tier.LEGACY), begun));

    assertThat(schedule()).isEqualTo(first);
  }

  @Test
  void withoutATierThereIsNothingToPay() {
    assertRefused(MemorialError.BOOKING_INCOMPLETE, this::pay);

    assertThat(house.allPayments()).isEmpty();
  }

  @Test
  void anAmountThatIsNotOwedIsRefusedAndOpensNothing() {
    choose(Tier.LIVE);

    assertRefused(PaymentError.AMOUNT_MISMATCH, () -> pay(LIVE.minus(usd(1))));

    assertThat(house.allPayments()).isEmpty();
    assertThat(booking().status()).isEqualTo(BookingStatus.DRAFT);
  }

  @Test
  void payingOpensOneChargeOverWhatIsOwed() {
    choose(Tier.LIVE);

    BookingService.Checkout checkout = pay(LIVE);

    assertThat(checkout.amount()).isEqualTo(LIVE);
    assertThat(checkout.opened()).isPresent();
    assertThat(booking().status()).isEqualTo(BookingStatus.PENDING_PAYMENT);
  }

  @Test
  void whatIsPaidForIsSaidInThePayersLanguageAndStaysSo() {
    speak(Language.FR);
    choose(Tier.LIVE);
    OpenedCheckout first = open();
    speak(Language.DE);
    OpenedCheckout again = open();

    assertThat(again).isEqualTo(first);
    assertThat(house.allPayments())
        .extracting(payment -> payment.snapshot().description())
        .singleElement()
        .asString()
        .startsWith("Retransmission en direct en hommage à ");
  }

  private void speak(Language language) {
    var unused =
        house.stagedoor().preferences().change(family.actor(), Map.of(), Optional.of(language));
  }

  @Test
  void askingAgainGivesTheSameCharge() {
    choose(Tier.LIVE);

    OpenedCheckout first = open();
    OpenedCheckout second = open();

    assertThat(second).isEqualTo(first);
    assertThat(house.allPayments()).hasSize(1);
  }

  @Test
  void anotherAmountGivesTheFirstChargeUpAndOpensAnother() {
    choose(Tier.LIVE);
    OpenedCheckout first = open();
    choose(Tier.LEGACY);

    OpenedCheckout second = open();

    assertThat(second.amount()).isEqualTo(LEGACY);
    assertThat(second.charge()).isNotEqualTo(first.charge());
    assertThat(house.payment(first.payment()).status()).isEqualTo(PaymentStatus.CANCELLED);
    payerPays(second);
    assertThat(booking().status()).isEqualTo(BookingStatus.PAID);
    assertThat(booking().balance()).isEqualTo(usd(0));
  }

  @Test
  void aChargeThatIsPaidWhileItIsGivenUpCountsAndOnlyTheRestIsOwed() {
    choose(Tier.LIVE);
    OpenedCheckout first = open();
    choose(Tier.LEGACY);
    house.wire().before("Checkouts.cancel", () -> house.payments().pay(first.charge()));

    OpenedCheckout second = open();

    assertThat(booking().paid()).isEqualTo(LIVE);
    assertThat(second.amount()).isEqualTo(LEGACY.minus(LIVE));
  }

  @Test
  void aChargeThatWasGivenUpAndIsPaidLaterAllTheSameCounts() {
    choose(Tier.LIVE);
    OpenedCheckout first = open();
    choose(Tier.LEGACY);
    OpenedCheckout second = open();

    payerPays(first);

    assertThat(booking().status()).as("part is owed").isEqualTo(BookingStatus.PENDING_PAYMENT);
    assertThat(booking().paid()).isEqualTo(LIVE);
    assertThat(open().amount()).isEqualTo(LEGACY.minus(LIVE));
    assertThat(house.payment(second.payment()).status()).isEqualTo(PaymentStatus.CANCELLED);
  }

  @Test
  void aPaymentThatIsWithTheBankMustBeWaitedForBeforeAnotherAmountCanBePaid() {
    choose(Tier.LIVE);
    OpenedCheckout first = open();
    house.payments().startPaying(first.charge());
    choose(Tier.LEGACY);

    assertRefused(PaymentError.PAYMENT_IN_PROGRESS, this::pay);

    payerPays(first);
    assertThat(open().amount()).isEqualTo(LEGACY.minus(LIVE));
  }

  @Test
  void aLostAnswerIsAskedForAgainAndStillThereIsOneCharge() {
    choose(Tier.LIVE);
    house.payments().loseNextAnswer();
    assertThatThrownBy(this::pay)
        .isInstanceOfSatisfying(
            ProviderException.class, failure -> assertThat(failure.isTransient()).isTrue());

    OpenedCheckout opened = open();

    assertThat(house.allPayments()).hasSize(1);
    assertThat(house.payments().chargesOf(opened.payment())).isEqualTo(1);
  }

  @Test
  void aCrashBeforeTheProviderAnsweredIsMendedByTheReconciler() {
    choose(Tier.LIVE);
    house.wire().after("Checkouts.open", house::crash);
    assertThatThrownBy(this::pay).isInstanceOf(InMemoryUnitOfWork.Crash.class);
    house.restart();

    house.later(Duration.ofMinutes(1));

    Payment payment = house.allPayments().get(0);
    assertThat(payment.status()).isEqualTo(PaymentStatus.AWAITING_PAYER);
    assertThat(house.payments().chargesOf(payment.id())).isEqualTo(1);
    assertThat(open().payment()).isEqualTo(payment.id());
  }

  @Test
  void aProviderThatIsDownLeavesAWishThatTheNextCallFulfils() {
    choose(Tier.LIVE);
    house.payments().setDown(true);
    assertThatThrownBy(this::pay).isInstanceOf(ProviderException.class);
    house.payments().setDown(false);

    assertThat(open().amount()).isEqualTo(LIVE);
    assertThat(house.allPayments()).hasSize(1);
  }

  @Test
  void aProviderThatCannotCancelLetsAnotherAmountBePaidAndItsLateSuccessIsFound() {
    house.payments().cannotCancel();
    choose(Tier.LIVE);
    OpenedCheckout first = open();
    choose(Tier.LEGACY);
    OpenedCheckout second = open();
    payerPays(second);
    house.payments().pay(first.charge());

    settleEverything();

    assertThat(schedule().paid()).isEqualTo(LEGACY);
    assertThat(schedule().surplus()).isEqualTo(usd(0));
  }

  @Test
  void twoWhoAskAtOnceAreShownOneChargeAndTheOtherIsGivenUp() {
    choose(Tier.LIVE);
    List<OpenedCheckout> faster = new ArrayList<>();
    house
        .wire()
        .after(
            "Checkouts.open",
            () -> {
              house.payments().forgetKeys();
              faster.add(open());
            });

    OpenedCheckout slower = open();

    assertThat(faster).containsExactly(slower);
    assertThat(house.payment(slower.payment()).ref()).contains(slower.charge());
    assertThat(house.payments().chargesOf(slower.payment())).isEqualTo(2);
    assertThat(house.payments().stateOf(ProviderRef.of("fake", "charge-1")))
        .isEqualTo(new ChargeOutcome.Cancelled());
  }
}
