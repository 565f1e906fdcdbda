package dev.stagedoor.providers.razorpay;

import static dev.stagedoor.domain.contract.CheckoutsContract.aCheckout;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.contract.CheckoutsContract;
import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.contract.PaymentLookupContract;
import dev.stagedoor.domain.contract.PaymentWorld;
import dev.stagedoor.domain.contract.RefundsContract;
import dev.stagedoor.domain.fake.MutableClock;
import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.payments.ChargeOutcome;
import dev.stagedoor.domain.payments.CheckoutOutcome;
import dev.stagedoor.domain.payments.CheckoutRequest;
import dev.stagedoor.domain.payments.Decline;
import dev.stagedoor.domain.payments.DeclineReason;
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.domain.payments.PaymentProvider;
import dev.stagedoor.domain.payments.ProviderRefund;
import dev.stagedoor.domain.payments.RefundId;
import dev.stagedoor.domain.payments.RefundOutcome;
import dev.stagedoor.domain.payments.RefundRequest;
import dev.stagedoor.domain.payments.port.Checkouts;
import dev.stagedoor.domain.payments.port.PaymentLookup;
import dev.stagedoor.domain.payments.port.Refunds;
import dev.stagedoor.providers.support.HttpLimits;
import dev.stagedoor.providers.support.ProviderRuntime;
import dev.stagedoor.providers.support.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Razorpay's orders, refunds and what became of them, against the little Razorpay. */
class RazorpayContractsTest implements CheckoutsContract, PaymentLookupContract, RefundsContract {
  private static final HttpLimits IMPATIENT =
      HttpLimits.DEFAULT.withExchange(Duration.ofMillis(300));

  private final RazorpayStub stub = RazorpayStub.start();
  private final MutableClock clock = new MutableClock(Instant.parse("2026-08-01T10:00:00Z"));
  private final Razorpay razorpay = open(HttpLimits.DEFAULT);
  private final World world = new World();

  private static final class PassingWaiting implements Waiting {
    private long now;

    @Override
    public synchronized long nanoTime() {
      return now;
    }

    @Override
    public synchronized void pause(Duration pause) {
      now += pause.toNanos();
    }
  }

  private Razorpay open(HttpLimits limits) {
    return Razorpay.open(
        stub.config(), ProviderRuntime.plain().with(clock).with(new PassingWaiting()), limits);
  }

  /** Returns the adapter some time later; one that is impatient where waiting is in vain. */
  private PaymentProvider provider() {
    someTimeLater();
    return (stub.isSlow() ? open(IMPATIENT) : razorpay).paymentProvider();
  }

  @AfterEach
  void stop() {
    stub.close();
  }

  /** What was lost before is over, and so is the circuit's rest. */
  private void someTimeLater() {
    stub.nextCall();
    clock.advance(Duration.ofMinutes(2));
  }

  @Override
  public Checkouts checkouts() {
    return provider().checkouts();
  }

  @Override
  public PaymentLookup lookup() {
    return provider().lookup();
  }

  @Override
  public Refunds refunds() {
    return provider().refunds().orElseThrow();
  }

  @Override
  public PaymentWorld world() {
    return world;
  }

  private final class World implements PaymentWorld {
    @Override
    public Money inexpressible() {
      return Money.of(1000, "XTS");
    }

    @Override
    public void pay(ProviderRef charge) {
      stub.pay(charge.value());
    }

    @Override
    public void pay(ProviderRef charge, Money instead) {
      stub.pay(charge.value(), instead.minor());
    }

    @Override
    public void refundElsewhere(ProviderRef charge, Money part) {
      stub.refundAtDashboard(charge.value(), part.minor());
    }

    @Override
    public void delayNextRefund() {
      stub.delayNextRefund();
    }

    @Override
    public void finishRefunds(ProviderRef charge) {
      stub.finishRefunds(charge.value());
    }

    @Override
    public void failRefunds(ProviderRef charge) {
      stub.failRefunds(charge.value());
    }

    @Override
    public void startPaying(ProviderRef charge) {
      stub.authorise(stub.begin(charge.value()));
    }

    @Override
    public void standStrangely(ProviderRef charge) {
      stub.order(charge.value()).put("status", "on_the_moon");
    }

    @Override
    public void decline(ProviderRef charge, String providerCode) {
      stub.decline(charge.value(), providerCode);
    }

    @Override
    public String codeFor(DeclineReason reason) {
      return switch (reason) {
        case CARD_DECLINED -> "card_declined";
        case INSUFFICIENT_FUNDS -> "insufficient_funds";
        case EXPIRED_CARD -> "card_expired";
        case AUTHENTICATION_FAILED -> "authentication_failed";
        case NETWORK_ERROR -> "gateway_technical_error";
        case OTHER -> throw new IllegalArgumentException("there is no code for it");
      };
    }

    @Override
    public void loseNextAnswer() {
      stub.loseNextAnswer();
    }

    @Override
    public void setDown(boolean down) {
      if (down) {
        fail(FarSideFailure.DOWN);
      } else {
        recover();
      }
    }

    @Override
    public void fail(FarSideFailure how) {
      stub.fail(how);
    }

    @Override
    public void recover() {
      stub.recover();
      someTimeLater();
    }

    @Override
    public int chargesOf(PaymentId payment) {
      return stub.ordersOf(payment.value().toString());
    }

    @Override
    public Money refundedOf(ProviderRef charge) {
      return Money.of(stub.refundedOf(charge.value()), "USD");
    }
  }

  // ---- what Razorpay alone does

  private static Money rupees(long paise) {
    return Money.of(paise, "INR");
  }

  private ProviderRef anOrder() {
    return ((CheckoutOutcome.Opened) checkouts().open(aCheckout(rupees(50_000)))).ref();
  }

  private static RefundRequest aRefund(ProviderRef charge, long paise) {
    UUID id = UUID.randomUUID();
    return new RefundRequest(
        charge, new RefundId(id), rupees(paise), "asked", new IdempotencyKey("refund-" + id));
  }

  @Test
  void theBrowserNeedsTheOrderAndThePublicIdOfTheKey() {
    CheckoutOutcome.Opened opened =
        (CheckoutOutcome.Opened) checkouts().open(aCheckout(rupees(50_000)));

    assertThat(opened.clientSecret()).isEmpty();
    assertThat(checkouts().publishableKey()).contains(RazorpayStub.KEY_ID);
    assertThat(stub.order(opened.ref().value()).path("notes").path("description").asText())
        .isEqualTo("Live package");
    assertThat(opened + " " + razorpay + " " + stub.config())
        .doesNotContain(RazorpayStub.KEY_SECRET.reveal(), RazorpayStub.WEBHOOK_SECRET.reveal());
  }

  @Test
  void ofTwoOrdersWithOneReceiptTheOlderIsTheCharge() {
    CheckoutRequest request = aCheckout(rupees(50_000));
    ProviderRef first = ((CheckoutOutcome.Opened) checkouts().open(request)).ref();
    ProviderRef second = anOrder();
    stub.order(second.value()).put("receipt", request.payment().value().toString());

    assertThat(((CheckoutOutcome.Opened) checkouts().open(request)).ref()).isEqualTo(first);
  }

  @Test
  void anAmountBelowTheSmallestIsRefusedWithRazorpaysReason() {
    assertThat(checkouts().open(aCheckout(rupees(99))))
        .isEqualTo(new CheckoutOutcome.Refused("input_validation_failed"));
  }

  @Test
  void givingUpAsksNothing() {
    ProviderRef order = anOrder();
    int asked = stub.asked().size();
    checkouts().cancel(order);

    assertThat(stub.asked()).hasSize(asked);
    assertThat(lookup().find(order)).isEqualTo(new ChargeOutcome.Pending(false));
  }

  @Test
  void aBanksLateYesMakesAFailedAttemptSucceed() {
    ProviderRef order = anOrder();
    String payment = stub.decline(order.value(), "payment_timed_out");
    assertThat(lookup().find(order)).isInstanceOf(ChargeOutcome.Declined.class);

    stub.authorise(payment);
    assertThat(lookup().find(order)).isEqualTo(new ChargeOutcome.Pending(true));

    stub.capture(payment);
    assertThat(lookup().find(order)).isEqualTo(new ChargeOutcome.Succeeded(rupees(50_000)));
  }

  @Test
  void whatWasAuthorisedAndNeverTakenIsAnAttemptThatFailed() {
    ProviderRef order = anOrder();
    String payment = stub.begin(order.value());
    stub.authorise(payment);
    stub.giveUp(payment);

    assertThat(lookup().find(order))
        .isEqualTo(
            new ChargeOutcome.Declined(
                new Decline(DeclineReason.OTHER, RazorpayMapping.AUTHORISATION_ENDED)));
  }

  @Test
  void theLastOfSeveralDeclinesIsTold() {
    ProviderRef order = anOrder();
    stub.decline(order.value(), "card_declined");
    stub.decline(order.value(), "insufficient_funds");

    assertThat(lookup().find(order))
        .isEqualTo(
            new ChargeOutcome.Declined(
                new Decline(DeclineReason.INSUFFICIENT_FUNDS, "insufficient_funds")));
  }

  @Test
  void anOrderThatWasPaidTwiceTellsAllThatWasTakenAndRefundsEither() {
    ProviderRef order = anOrder();
    String first = stub.begin(order.value());
    stub.pay(order.value());
    stub.capture(first);

    assertThat(lookup().find(order)).isEqualTo(new ChargeOutcome.Succeeded(rupees(100_000)));
    assertThat(refunds().refund(aRefund(order, 50_000)))
        .isInstanceOf(RefundOutcome.Succeeded.class);
    assertThat(refunds().refund(aRefund(order, 50_000)))
        .isInstanceOf(RefundOutcome.Succeeded.class);
    assertThat(refunds().refund(aRefund(order, 1))).isInstanceOf(RefundOutcome.Failed.class);
  }

  @Test
  void aPaymentThatStandsStrangelyLeavesTheOrderUnknown() {
    ProviderRef order = anOrder();
    String payment = stub.pay(order.value());
    stub.payment(payment).put("status", "marinating");

    assertThat(lookup().find(order)).isInstanceOf(ChargeOutcome.Unknown.class);
  }

  @Test
  void aPaidOrderWithoutAPaymentIsUnknown() {
    ProviderRef order = anOrder();
    stub.order(order.value()).put("status", "paid");

    assertThat(lookup().find(order)).isInstanceOf(ChargeOutcome.Unknown.class);
  }

  @Test
  void aPaidOrderOfWhichOnlyFailedAttemptsAreListedIsUnknown() {
    ProviderRef order = anOrder();
    stub.decline(order.value(), "card_declined");
    stub.order(order.value()).put("status", "paid");

    assertThat(lookup().find(order)).isInstanceOf(ChargeOutcome.Unknown.class);
  }

  @Test
  void aPayerWhoOpenedTheWindowAndClosedItHoldsNothingUp() {
    ProviderRef order = anOrder();
    stub.begin(order.value());

    assertThat(lookup().find(order)).isEqualTo(new ChargeOutcome.Pending(false));
  }

  @Test
  void aRefundThatStandsStrangelyIsUnknownAndSoIsItsOrder() {
    ProviderRef order = anOrder();
    stub.pay(order.value());
    RefundRequest request = aRefund(order, 100);
    refunds().refund(request);
    stub.refunds(order.value()).get(0).put("status", "marinating");

    assertThat(refunds().find(request)).isInstanceOf(RefundOutcome.Unknown.class);
    assertThat(lookup().find(order)).isInstanceOf(ChargeOutcome.Unknown.class);
  }

  @Test
  void aRefundRazorpayIsStillBusyWithIsAskedForAgainAndThenUnknown() {
    ProviderRef order = anOrder();
    stub.pay(order.value());
    RefundRequest request = aRefund(order, 100);
    stub.busyFor(1);
    assertThat(refunds().refund(request)).isInstanceOf(RefundOutcome.Succeeded.class);

    RefundRequest another = aRefund(order, 100);
    stub.busyFor(3);
    assertThat(refunds().refund(another)).isInstanceOf(RefundOutcome.Unknown.class);
    assertThat(refunds().refund(another)).isInstanceOf(RefundOutcome.Succeeded.class);
    assertThat(stub.refundedOf(order.value())).isEqualTo(200);
  }

  @Test
  void moreRefundsThanOnePageHoldsAreAllListed() {
    ProviderRef order = anOrder();
    stub.pay(order.value());
    for (int i = 0; i < 101; i++) {
      stub.refundAtDashboard(order.value(), 100);
    }
    RefundRequest last = aRefund(order, 300);
    RefundOutcome.Succeeded made = (RefundOutcome.Succeeded) refunds().refund(last);

    assertThat(((ChargeOutcome.Succeeded) lookup().find(order)).refunds())
        .hasSize(102)
        .filteredOn(refund -> refund.ours().isPresent())
        .singleElement()
        .extracting(ProviderRefund::ref)
        .isEqualTo(made.ref());
  }

  @Test
  void aChargeOfAnotherProviderIsNotAskedFor() {
    assertThat(lookup().find(ProviderRef.of("stripe", "pi_1")))
        .isInstanceOf(ChargeOutcome.Unknown.class);
    assertThat(stub.asked()).isEmpty();
  }
}
