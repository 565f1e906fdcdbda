package dev.stagedoor.application.memorials;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static dev.stagedoor.domain.fixture.BookingBuilder.choosing;
import static dev.stagedoor.domain.fixture.Samples.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.fake.InMemoryUnitOfWork;
import dev.stagedoor.application.payments.OpenedCheckout;
import dev.stagedoor.application.port.LiveUpdate;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.fixture.PriceBookBuilder;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.memorials.Booking;
import dev.stagedoor.domain.memorials.BookingStatus;
import dev.stagedoor.domain.memorials.MemorialError;
import dev.stagedoor.domain.memorials.Selection;
import dev.stagedoor.domain.memorials.Tier;
import dev.stagedoor.domain.messaging.OutgoingMessage;
import dev.stagedoor.domain.payments.Attention;
import dev.stagedoor.domain.payments.ChargeOutcome;
import dev.stagedoor.domain.payments.CheckoutOutcome;
import dev.stagedoor.domain.payments.CheckoutRequest;
import dev.stagedoor.domain.payments.Payment;
import dev.stagedoor.domain.payments.PaymentError;
import dev.stagedoor.domain.payments.PaymentEvent;
import dev.stagedoor.domain.payments.PaymentStatus;
import dev.stagedoor.domain.webhooks.RawWebhook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BookingServiceTest {
  private static final Money LIVE = usd(129_900);
  private static final Money LEGACY = usd(249_900);

  private InMemoryStagedoor house = new InMemoryStagedoor();
  private InMemoryStagedoor.Family family = house.aFamily("Grace Hopper");

  private BookingService bookings() {
    return house.stagedoor().bookings();
  }

  private ScheduleView schedule() {
    return bookings().schedule(family.actor(), family.memorial());
  }

  private ScheduleView choose(Tier tier) {
    return save(choosing(tier), schedule().version());
  }

  private ScheduleView save(Selection selection, long version) {
    return bookings()
        .save(
            family.actor(),
            family.memorial(),
            new BookingService.Edit(Optional.empty(), Optional.of(selection), version));
  }

  private BookingService.Checkout pay(Money... claimed) {
    return bookings()
        .pay(
            family.actor(),
            family.memorial(),
            claimed.length == 0 ? Optional.empty() : Optional.of(claimed[0]));
  }

  private OpenedCheckout open() {
    return pay().opened().orElseThrow();
  }

  private Booking booking() {
    return house.booking(family.memorial());
  }

  private RawWebhook news(OpenedCheckout checkout) {
    return house
        .webhooks()
        .delivery(
            new PaymentEvent.ChargeChanged(checkout.charge(), Optional.of(checkout.payment())));
  }

  /** The payer pays in the browser, and the provider tells. */
  private void payerPays(OpenedCheckout checkout) {
    house.payments().pay(checkout.charge());
    house.deliver(news(checkout));
  }

  private List<OutgoingMessage> confirmations() {
    return house.mailsTo(family.person().email()).stream()
        .filter(mail -> mail.content().text().contains("/livestream"))
        .toList();
  }

  private List<Object> toldStatuses() {
    return house.updates().all().stream()
        .filter(update -> update.channel().equals(Booking.subject(family.memorial())))
        .map(LiveUpdate::data)
        .map(data -> data.get("status"))
        .toList();
  }

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

  private void settleEverything() {
    for (int i = 0; i < 8; i++) {
      house.later(Duration.ofMinutes(11));
      house.runJobs();
    }
  }
}
