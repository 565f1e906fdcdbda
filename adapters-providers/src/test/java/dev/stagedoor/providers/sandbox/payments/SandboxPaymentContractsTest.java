package dev.stagedoor.providers.sandbox.payments;

import dev.stagedoor.domain.contract.ChargeCancellationContract;
import dev.stagedoor.domain.contract.CheckoutsContract;
import dev.stagedoor.domain.contract.EndingChargesWorld;
import dev.stagedoor.domain.contract.PaymentLookupContract;
import dev.stagedoor.domain.contract.RefundsContract;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.payments.DeclineReason;
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.domain.payments.port.Checkouts;
import dev.stagedoor.domain.payments.port.PaymentLookup;
import dev.stagedoor.domain.payments.port.Refunds;
import dev.stagedoor.providers.sandbox.Sandbox;
import dev.stagedoor.providers.sandbox.SandboxFailures;
import dev.stagedoor.providers.sandbox.SandboxFixture;
import java.util.Locale;

class SandboxPaymentContractsTest
    implements CheckoutsContract,
        ChargeCancellationContract,
        PaymentLookupContract,
        RefundsContract {
  private final SandboxFixture fixture = new SandboxFixture();
  private final Sandbox sandbox = fixture.sandbox;
  private final World world = new World();

  @Override
  public Checkouts checkouts() {
    return sandbox.paymentProvider().checkouts();
  }

  @Override
  public PaymentLookup lookup() {
    return sandbox.paymentProvider().lookup();
  }

  @Override
  public Refunds refunds() {
    return sandbox.paymentProvider().refunds().orElseThrow();
  }

  @Override
  public EndingChargesWorld world() {
    return world;
  }

  private final class World extends SandboxFailures implements EndingChargesWorld {
    private World() {
      super(sandbox.line());
    }

    @Override
    public Money inexpressible() {
      return Money.of(1000, "XTS");
    }

    @Override
    public void pay(ProviderRef charge) {
      sandbox.payments().confirm(charge, Card.of("4242424242424242"));
    }

    @Override
    public void pay(ProviderRef charge, Money instead) {
      sandbox.payments().succeedWith(charge, instead);
    }

    @Override
    public void expire(ProviderRef charge) {
      sandbox.payments().expire(charge);
    }

    @Override
    public void refundElsewhere(ProviderRef charge, Money part) {
      sandbox.payments().refundHere(charge, part);
    }

    @Override
    public void delayNextRefund() {
      sandbox.payments().holdNextRefund();
    }

    @Override
    public void finishRefunds(ProviderRef charge) {
      sandbox.payments().finishRefunds(charge);
    }

    @Override
    public void failRefunds(ProviderRef charge) {
      sandbox.payments().failRefunds(charge);
    }

    @Override
    public void startPaying(ProviderRef charge) {
      sandbox.payments().confirm(charge, Card.of("4000000000000036"));
    }

    @Override
    public void standStrangely(ProviderRef charge) {
      fixture.rewrite("charges", charge.value(), "\"state\":\"OPEN\"", "\"state\":\"SOLD\"");
    }

    @Override
    public void decline(ProviderRef charge, String providerCode) {
      sandbox.payments().fail(charge, providerCode);
    }

    @Override
    public String codeFor(DeclineReason reason) {
      return reason.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void loseNextAnswer() {
      sandbox.line().loseNextAnswer();
    }

    @Override
    public void setDown(boolean down) {
      sandbox.line().setDown(down);
    }

    @Override
    public int chargesOf(PaymentId payment) {
      return (int)
          sandbox.payments().newest(1000).stream()
              .filter(charge -> charge.payment().equals(payment.value()))
              .count();
    }

    @Override
    public Money refundedOf(ProviderRef charge) {
      return sandbox.payments().find(charge).orElseThrow().refunded();
    }
  }
}
