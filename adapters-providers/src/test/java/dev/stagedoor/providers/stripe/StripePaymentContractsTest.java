package dev.stagedoor.providers.stripe;

import static dev.stagedoor.domain.contract.CheckoutsContract.aCheckout;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.contract.ChargeCancellationContract;
import dev.stagedoor.domain.contract.CheckoutsContract;
import dev.stagedoor.domain.contract.EndingChargesWorld;
import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.contract.PaymentLookupContract;
import dev.stagedoor.domain.contract.RefundsContract;
import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.payments.ChargeOutcome;
import dev.stagedoor.domain.payments.CheckoutOutcome;
import dev.stagedoor.domain.payments.CheckoutRequest;
import dev.stagedoor.domain.payments.DeclineReason;
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.domain.payments.RefundId;
import dev.stagedoor.domain.payments.RefundOutcome;
import dev.stagedoor.domain.payments.RefundRequest;
import dev.stagedoor.domain.payments.port.Checkouts;
import dev.stagedoor.domain.payments.port.PaymentLookup;
import dev.stagedoor.domain.payments.port.Refunds;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripePaymentContractsTest
    implements CheckoutsContract,
        ChargeCancellationContract,
        PaymentLookupContract,
        RefundsContract {
  private final StripeFixture fixture = new StripeFixture();
  private final StripeStub stub = fixture.stub;
  private final World world = new World();

  @AfterEach
  void stop() {
    stub.close();
  }

  @Override
  public Checkouts checkouts() {
    return fixture.stripe().paymentProvider().checkouts();
  }

  @Override
  public PaymentLookup lookup() {
    return fixture.stripe().paymentProvider().lookup();
  }

  @Override
  public Refunds refunds() {
    return fixture.stripe().paymentProvider().refunds().orElseThrow();
  }

  @Override
  public EndingChargesWorld world() {
    return world;
  }

  private final class World implements EndingChargesWorld {
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
    public void expire(ProviderRef charge) {
      stub.put(charge.value(), "status", "canceled");
    }

    @Override
    public void refundElsewhere(ProviderRef charge, Money part) {
      stub.refundInDashboard(charge.value(), part.minor());
    }

    @Override
    public void delayNextRefund() {
      stub.delayNextRefund();
    }

    @Override
    public void finishRefunds(ProviderRef charge) {
      stub.moveRefunds(charge.value(), "pending", "succeeded");
    }

    @Override
    public void failRefunds(ProviderRef charge) {
      stub.moveRefunds(charge.value(), "succeeded", "failed");
    }

    @Override
    public void startPaying(ProviderRef charge) {
      stub.put(charge.value(), "status", "processing");
    }

    @Override
    public void standStrangely(ProviderRef charge) {
      stub.put(charge.value(), "status", "dreaming");
    }

    @Override
    public void decline(ProviderRef charge, String providerCode) {
      stub.decline(charge.value(), providerCode);
    }

    @Override
    public String codeFor(DeclineReason reason) {
      return switch (reason) {
        case CARD_DECLINED -> "do_not_honor";
        case INSUFFICIENT_FUNDS -> "insufficient_funds";
        case EXPIRED_CARD -> "expired_card";
        case AUTHENTICATION_FAILED -> "authentication_required";
        case NETWORK_ERROR -> "processing_error";
        case OTHER -> throw new IllegalArgumentException("never asked for");
      };
    }

    @Override
    public void loseNextAnswer() {
      stub.loseAnswerAfter(0);
    }

    @Override
    public void setDown(boolean down) {
      if (down) {
        stub.fail(FarSideFailure.DOWN);
      } else {
        fixture.recover();
      }
    }

    @Override
    public int chargesOf(PaymentId payment) {
      return (int)
          stub.things("acct_operator", "pi_").stream()
              .filter(
                  one ->
                      one.path("metadata")
                          .path("stagedoor_payment")
                          .asText()
                          .equals(payment.value().toString()))
              .count();
    }

    @Override
    public Money refundedOf(ProviderRef charge) {
      return Money.of(stub.refunded(charge.value()), "USD");
    }

    @Override
    public void fail(FarSideFailure how) {
      stub.fail(how);
    }

    @Override
    public void recover() {
      fixture.recover();
    }
  }

  private static Money price() {
    return Money.of(129_900, "USD");
  }

  private ProviderRef aCharge() {
    return ((CheckoutOutcome.Opened) checkouts().open(aCheckout(price()))).ref();
  }

  private static RefundRequest aRefund(ProviderRef charge) {
    UUID id = UUID.randomUUID();
    return new RefundRequest(
        charge,
        new RefundId(id),
        Money.of(400, "USD"),
        "changed their mind",
        new IdempotencyKey("refund-" + id));
  }

  @ParameterizedTest
  @CsvSource({
    "requires_payment_method, false",
    "requires_confirmation, false",
    "requires_action, false",
    "processing, true",
    "requires_capture, true"
  })
  void aChargeThatIsNotOverIsPending(String status, boolean processing) {
    ProviderRef charge = aCharge();
    stub.put(charge.value(), "status", status);

    assertThat(lookup().find(charge)).isEqualTo(new ChargeOutcome.Pending(processing));
  }

  @Test
  void aRefundThatStandsStrangelyMakesTheChargeUnknown() {
    ProviderRef charge = aCharge();
    world.pay(charge);
    RefundRequest request = aRefund(charge);
    refunds().refund(request);
    stub.moveRefunds(charge.value(), "succeeded", "dreaming");

    assertThat(lookup().find(charge)).isInstanceOf(ChargeOutcome.Unknown.class);
    assertThat(refunds().find(request)).isInstanceOf(RefundOutcome.Unknown.class);
  }

  @Test
  void aChargeSaysAllThatWasAsked() {
    CheckoutRequest request = aCheckout(Money.of(5, "ISK").times(100));

    CheckoutOutcome.Opened opened = (CheckoutOutcome.Opened) checkouts().open(request);

    JsonNode intent = stub.things("acct_operator", "pi_").get(0);
    assertThat(intent.path("amount").asLong()).isEqualTo(50_000);
    assertThat(intent.path("currency").asText()).isEqualTo("isk");
    assertThat(intent.path("description").asText()).isEqualTo("Live package");
    assertThat(opened.clientSecret().orElseThrow().reveal())
        .isEqualTo(intent.path("client_secret").asText());
    assertThat(checkouts().publishableKey()).contains(StripeStub.PUBLISHABLE_KEY);
  }

  @Test
  void anAmountTooSmallForStripeIsRefusedByItsCode() {
    assertThat(checkouts().open(aCheckout(Money.of(1, "USD"))))
        .isEqualTo(new CheckoutOutcome.Refused("amount_too_small"));
  }

  @Test
  void aLostAnswerIsAskedForAgainUnderTheSameKey() {
    StripeFixture patient = new StripeFixture(2);
    patient.stub.loseAnswerAfter(0);

    assertThat(patient.stripe().paymentProvider().checkouts().open(aCheckout(price())))
        .isInstanceOf(CheckoutOutcome.Opened.class);
    assertThat(patient.stub.things("acct_operator", "pi_")).hasSize(1);
    patient.stub.close();
  }
}
