package dev.stagedoor.providers.sandbox.payments;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.payments.CheckoutOutcome;
import dev.stagedoor.domain.payments.CheckoutRequest;
import dev.stagedoor.domain.payments.port.Checkouts;
import dev.stagedoor.providers.sandbox.SandboxLine;
import java.util.Optional;

/** Prepares charges at the sandbox. */
final class SandboxCheckouts implements Checkouts {
  private static final String PUBLISHABLE_KEY = "pk_sandbox_development";

  private final SandboxPayments farSide;
  private final SandboxLine line;

  SandboxCheckouts(SandboxPayments farSide, SandboxLine line) {
    this.farSide = farSide;
    this.line = line;
  }

  @Override
  public CheckoutOutcome open(CheckoutRequest request) {
    Optional<String> objection = SandboxCurrencies.objection(request.amount());
    if (objection.isPresent()) {
      return new CheckoutOutcome.Refused(objection.get());
    }
    try {
      return opened(line.ask(() -> farSide.open(request)), request);
    } catch (SandboxLine.AnswerLost lost) {
      return new CheckoutOutcome.Unknown("the answer was lost");
    }
  }

  private static CheckoutOutcome opened(Charge charge, CheckoutRequest request) {
    return charge.isFor(request)
        ? new CheckoutOutcome.Opened(
            new ProviderRef(SandboxLine.ID, charge.id()),
            Optional.of(Secret.of(charge.clientSecret())))
        : new CheckoutOutcome.Refused("idempotency_error");
  }

  @Override
  public Optional<String> publishableKey() {
    return Optional.of(PUBLISHABLE_KEY);
  }

  @Override
  public void cancel(ProviderRef charge) {
    try {
      line.ask(
          () -> {
            farSide.cancel(charge);
            return charge;
          });
    } catch (SandboxLine.AnswerLost lost) {
      throw SandboxPaymentLookup.unreadable();
    }
  }
}
