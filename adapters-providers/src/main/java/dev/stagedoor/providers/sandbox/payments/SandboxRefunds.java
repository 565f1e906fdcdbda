package dev.stagedoor.providers.sandbox.payments;

import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.payments.RefundOutcome;
import dev.stagedoor.domain.payments.RefundRequest;
import dev.stagedoor.domain.payments.port.Refunds;
import dev.stagedoor.providers.sandbox.SandboxLine;
import java.util.Optional;

/** Gives money back at the sandbox. */
final class SandboxRefunds implements Refunds {
  private final SandboxPayments farSide;
  private final SandboxLine line;

  SandboxRefunds(SandboxPayments farSide, SandboxLine line) {
    this.farSide = farSide;
    this.line = line;
  }

  @Override
  public RefundOutcome refund(RefundRequest request) {
    try {
      return line.ask(() -> farSide.giveBack(request))
          .flatMap(charge -> outcome(charge, request))
          .orElseGet(() -> new RefundOutcome.Failed("no_such_charge"));
    } catch (SandboxLine.AnswerLost lost) {
      return new RefundOutcome.Unknown("the answer was lost");
    }
  }

  @Override
  public RefundOutcome find(RefundRequest request) {
    try {
      return line.ask(() -> farSide.find(request.charge()))
          .flatMap(charge -> outcome(charge, request))
          .orElseGet(() -> new RefundOutcome.Unknown("the sandbox has no such refund"));
    } catch (SandboxLine.AnswerLost | ProviderException problem) {
      return new RefundOutcome.Unknown("the sandbox did not answer");
    }
  }

  private static Optional<RefundOutcome> outcome(Charge charge, RefundRequest request) {
    return charge.returned(request).map(one -> outcome(one, request));
  }

  private static RefundOutcome outcome(Charge.Return one, RefundRequest request) {
    if (one.amount() != request.amount().minor()) {
      return new RefundOutcome.Failed("idempotency_error");
    }
    String refusal = one.refusal();
    if (refusal != null) {
      return new RefundOutcome.Failed(refusal);
    }
    ProviderRef ref = new ProviderRef(SandboxLine.ID, one.id());
    return switch (one.stage()) {
      case SUCCEEDED -> new RefundOutcome.Succeeded(ref);
      case REQUESTED, PENDING -> new RefundOutcome.Pending(ref);
      case FAILED -> new RefundOutcome.Failed("refund_failed", Optional.of(ref));
    };
  }
}
