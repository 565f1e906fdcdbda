package dev.stagedoor.providers.sandbox.payments;

import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.payments.ChargeOutcome;
import dev.stagedoor.domain.payments.ProviderRefund;
import dev.stagedoor.domain.payments.RefundId;
import dev.stagedoor.domain.payments.port.PaymentLookup;
import dev.stagedoor.providers.sandbox.SandboxLine;
import java.util.List;
import java.util.Optional;

/** Tells what became of a charge at the sandbox. */
final class SandboxPaymentLookup implements PaymentLookup {
  private final SandboxPayments farSide;
  private final SandboxLine line;

  SandboxPaymentLookup(SandboxPayments farSide, SandboxLine line) {
    this.farSide = farSide;
    this.line = line;
  }

  @Override
  public ChargeOutcome find(ProviderRef charge) {
    try {
      return line.ask(() -> farSide.find(charge))
          .map(SandboxPaymentLookup::outcome)
          .orElseGet(() -> new ChargeOutcome.Unknown("the sandbox has no such charge"));
    } catch (SandboxLine.AnswerLost | ProviderException problem) {
      return new ChargeOutcome.Unknown("the sandbox did not answer");
    }
  }

  private static ChargeOutcome outcome(Charge charge) {
    return switch (charge.state()) {
      case OPEN -> new ChargeOutcome.Pending(false);
      case PROCESSING -> new ChargeOutcome.Pending(true);
      case DECLINED ->
          new ChargeOutcome.Declined(
              SandboxDeclines.read(Optional.ofNullable(charge.failure()).orElse("unspecified")));
      case SUCCEEDED -> new ChargeOutcome.Succeeded(charge.captured(), refunds(charge));
      case CANCELLED -> new ChargeOutcome.Cancelled();
      case NOT_KNOWN -> new ChargeOutcome.Unknown("it stands in a way this version does not know");
    };
  }

  private static List<ProviderRefund> refunds(Charge charge) {
    return charge.returns().stream()
        .filter(Charge.Return::isMade)
        .map(
            one ->
                new ProviderRefund(
                    new ProviderRef(SandboxLine.ID, one.id()),
                    Money.of(one.amount(), charge.currency()),
                    one.stage(),
                    Optional.ofNullable(one.ours()).map(RefundId::new)))
        .toList();
  }

  static ProviderException unreadable() {
    return new ProviderException(
        SandboxLine.ID, ProviderException.Kind.UNREADABLE, "the answer was lost");
  }
}
