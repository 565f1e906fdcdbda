package dev.stagedoor.application.payments;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static dev.stagedoor.domain.fixture.Samples.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.fake.InMemoryUnitOfWork;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.memorials.BookingStatus;
import dev.stagedoor.domain.payments.PaymentError;
import dev.stagedoor.domain.payments.PaymentEvent;
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.domain.payments.PaymentStatus;
import dev.stagedoor.domain.payments.Refund;
import dev.stagedoor.domain.payments.RefundStatus;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How refunds are made, and followed to their end. */
class RefundReconciliationTest extends ReconciliationScene {
  private final Actor admin = house.admin().actor();
  private final RefundService refunds = house.stagedoor().refunds();

  @Test
  void aRefundGivesBackWhatWasAskedFor() {
    Bought bought = aPaidBooking();

    assertThat(refunds.refundable(admin, bought.checkout().payment()))
        .isEqualTo(bought.checkout().amount());

    RefundView refund =
        refunds.refund(
            admin, bought.checkout().payment(), Optional.of(usd(100)), "sorry", Optional.empty());

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
    refunds.refund(admin, bought.checkout().payment(), Optional.of(usd(100)), "", Optional.empty());

    assertRefused(
        PaymentError.REFUND_EXCEEDS_PAYMENT,
        () ->
            refunds.refund(
                admin, bought.checkout().payment(), Optional.of(all), "", Optional.empty()));

    refunds.refund(admin, bought.checkout().payment(), Optional.empty(), "", Optional.empty());
    assertThat(house.payments().refundedOf(bought.checkout().charge())).isEqualTo(all);
    assertThat(status(bought)).isEqualTo(BookingStatus.REFUNDED);
  }

  @Test
  void whatIsNotPaidCannotBeRefunded() {
    Bought bought = aBooking();

    assertRefused(
        PaymentError.NOT_REFUNDABLE,
        () ->
            refunds.refund(
                admin, bought.checkout().payment(), Optional.empty(), "", Optional.empty()));
  }

  @Test
  void aRefundWhoseAnswerWasLostIsDoneOnceAndFoundByTheReconciler() {
    Bought bought = aPaidBooking();
    house.payments().loseNextAnswer();

    RefundView refund =
        refunds.refund(
            admin, bought.checkout().payment(), Optional.of(usd(500)), "", Optional.empty());
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
    RefundView asked =
        refunds.refund(admin, bought.checkout().payment(), Optional.empty(), "", Optional.empty());
    assertThat(asked.status()).isEqualTo("requested");
    house.payments().setDown(false);

    house.later(Duration.ofMinutes(10));

    assertThat(status(bought)).isEqualTo(BookingStatus.REFUNDED);
    assertThat(house.payments().refundedOf(bought.checkout().charge()))
        .isEqualTo(bought.checkout().amount());
  }

  @Test
  void oneKeyRefundsOnceAlsoWhileTheProviderIsDown() {
    Bought bought = aPaidBooking();
    PaymentId payment = bought.checkout().payment();
    Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey("once"));
    house.payments().setDown(true);
    RefundView first = refunds.refund(admin, payment, Optional.of(usd(500)), "", key);
    RefundView second = refunds.refund(admin, payment, Optional.of(usd(500)), "", key);
    house.payments().setDown(false);

    house.later(Duration.ofMinutes(10));

    assertThat(second).isEqualTo(first);
    assertThat(house.payments().refundedOf(bought.checkout().charge())).isEqualTo(usd(500));
    assertThat(refunds.refund(admin, payment, Optional.empty(), "", key).status())
        .isEqualTo("succeeded");
    assertRefused(
        CommonError.INVALID_VALUE,
        () -> refunds.refund(admin, payment, Optional.of(usd(501)), "", key));
  }

  @Test
  void anotherKeyAsksForAnotherRefund() {
    Bought bought = aPaidBooking();
    PaymentId payment = bought.checkout().payment();
    Optional<Money> part = Optional.of(usd(500));
    refunds.refund(admin, payment, part, "", Optional.of(new IdempotencyKey("once")));
    refunds.refund(admin, payment, part, "", Optional.of(new IdempotencyKey("twice")));

    assertThat(house.payments().refundedOf(bought.checkout().charge())).isEqualTo(usd(1000));
  }

  @Test
  void onlyAdminsRefund() {
    Bought bought = aPaidBooking();

    assertRefused(
        CommonError.NOT_ALLOWED,
        () ->
            refunds.refund(
                bought.by().actor(),
                bought.checkout().payment(),
                Optional.empty(),
                "",
                Optional.empty()));
    assertRefused(
        CommonError.NOT_SIGNED_IN,
        () ->
            refunds.refund(
                Actor.visitor(),
                bought.checkout().payment(),
                Optional.empty(),
                "",
                Optional.empty()));
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
                    admin,
                    bought.checkout().payment(),
                    Optional.of(Money.of(100, "EUR")),
                    "",
                    Optional.empty()))
        .isInstanceOfAny(DomainException.class, IllegalArgumentException.class);

    assertThat(payment(bought).refunds()).isEmpty();
  }

  @Test
  void anUnknownRefundIsSettledWithinAQuarterOfAnHourHoweverLongAgoItsPaymentWas() {
    Bought bought = aPaidBooking();
    for (int i = 0; i < 20; i++) {
      house.stagedoor().reconciler().reconcile(bought.checkout().payment());
    }
    house.payments().loseNextAnswer();
    refunds.refund(admin, bought.checkout().payment(), Optional.of(usd(500)), "", Optional.empty());
    house.payments().setDown(true);
    for (int i = 0; i < 12; i++) {
      house.later(Duration.ofMinutes(10));
    }
    house.payments().setDown(false);

    house.later(Duration.ofMinutes(15));

    assertThat(payment(bought).refunds())
        .extracting(Refund::status)
        .containsExactly(RefundStatus.SUCCEEDED);
    assertThat(house.payments().refundedOf(bought.checkout().charge())).isEqualTo(usd(500));
    assertThat(house.wire().count("Refunds.refund")).as("known from the list").isEqualTo(1);
  }

  @Test
  void aRefundThatWaitsAtTheProviderIsFollowedToItsEnd() {
    Bought bought = aPaidBooking();
    house.payments().delayNextRefund();
    assertThat(
            refunds
                .refund(
                    admin, bought.checkout().payment(), Optional.of(usd(500)), "", Optional.empty())
                .status())
        .isEqualTo("pending");
    house.payments().finishRefunds(bought.checkout().charge());

    house.later(Duration.ofMinutes(15));

    assertThat(payment(bought).refunded()).isEqualTo(usd(500));
  }

  @Test
  void aCrashWhileASurplusGoesBackSendsItOnce() {
    Bought bought = aBooking();
    house.payments().pay(bought.checkout().charge(), bought.checkout().amount().plus(usd(700)));
    house.stagedoor().reconciler().reconcile(bought.checkout().payment());
    house.runJobs();
    house.wire().after("Refunds.refund", house::crash);
    assertThatThrownBy(() -> house.later(Duration.ofMinutes(1)))
        .isInstanceOf(InMemoryUnitOfWork.Crash.class);
    house.restart();

    house.later(Duration.ofMinutes(15));

    assertThat(house.payments().refundedOf(bought.checkout().charge())).isEqualTo(usd(700));
    assertThat(payment(bought).refunds()).hasSize(1);
    assertThat(status(bought)).isEqualTo(BookingStatus.PAID);
  }

  private void tellWhileDown(Bought bought, Duration outage) {
    house.payments().setDown(true);
    house.deliver(
        house
            .webhooks()
            .delivery(
                new PaymentEvent.ChargeChanged(bought.checkout().charge(), Optional.empty())));
    house.later(outage);
    house.payments().setDown(false);
  }

  @Test
  void aRefundThatAWebhookPointsAtDuringAnOutageIsFoundAfterIt() {
    Bought bought = aPaidBooking();
    house.payments().refundElsewhere(bought.checkout().charge(), usd(500));
    tellWhileDown(bought, Duration.ofSeconds(1));

    house.later(Duration.ofMinutes(1));

    assertThat(payment(bought).refunded()).isEqualTo(usd(500));
    assertThat(payment(bought).snapshot().nextCheckAt()).isNull();
  }

  @Test
  void aRefundThatAWebhookPointsAtDuringALongOutageIsFoundWithinADay() {
    Bought bought = aPaidBooking();
    house.payments().refundElsewhere(bought.checkout().charge(), usd(500));
    tellWhileDown(bought, Duration.ofSeconds(1));
    house.payments().setDown(true);
    for (int hours = 0; hours < 72; hours++) {
      house.later(Duration.ofHours(1));
    }
    house.payments().setDown(false);

    house.later(Duration.ofDays(1));

    assertThat(payment(bought).refunded()).isEqualTo(usd(500));
  }
}
