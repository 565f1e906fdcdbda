package dev.stagedoor.providers.sandbox.invoices;

import dev.stagedoor.domain.invoicing.InvoiceOutcome;
import dev.stagedoor.domain.invoicing.InvoiceRequest;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.invoicing.port.Invoices;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.providers.sandbox.SandboxLine;
import dev.stagedoor.providers.sandbox.payments.SandboxCurrencies;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes invoices at the sandbox. */
final class SandboxInvoices implements Invoices {
  private final SandboxInvoicing farSide;
  private final SandboxMerchants merchants;
  private final SandboxLine line;

  SandboxInvoices(SandboxInvoicing farSide, SandboxMerchants merchants, SandboxLine line) {
    this.farSide = farSide;
    this.merchants = merchants;
    this.line = line;
  }

  @Override
  public InvoiceOutcome issue(InvoiceRequest request) {
    Optional<String> objection =
        request.total().isZero() ? Optional.empty() : SandboxCurrencies.objection(request.total());
    if (objection.isPresent()) {
      return new InvoiceOutcome.Refused(objection.get());
    }
    return asked(
        () -> {
          Bill bill = farSide.issue(merchants.account(request.merchant()), request);
          return bill.isFor(request)
              ? outcome(bill)
              : new InvoiceOutcome.Refused("idempotency_error");
        });
  }

  @Override
  public InvoiceOutcome find(Merchant merchant, ProviderRef invoice) {
    try {
      return asked(
          () ->
              farSide
                  .of(merchants.account(merchant), invoice)
                  .map(this::outcome)
                  .orElseGet(() -> new InvoiceOutcome.Unknown("the sandbox has no such invoice")));
    } catch (ProviderException problem) {
      if (problem.kind() == Kind.UNAUTHORISED) {
        throw problem;
      }
      return new InvoiceOutcome.Unknown("the sandbox did not answer");
    }
  }

  @Override
  public InvoiceOutcome cancel(Merchant merchant, ProviderRef invoice) {
    return asked(
        () ->
            farSide
                .takeBack(merchants.account(merchant), invoice)
                .map(this::outcome)
                .orElseThrow(
                    () ->
                        new ProviderException(
                            SandboxLine.ID, Kind.REJECTED, "the sandbox has no such invoice")));
  }

  private InvoiceOutcome asked(Supplier<InvoiceOutcome> work) {
    try {
      return line.ask(work);
    } catch (SandboxLine.AnswerLost lost) {
      return new InvoiceOutcome.Unknown("the answer was lost");
    }
  }

  private InvoiceOutcome outcome(Bill bill) {
    ProviderRef ref = new ProviderRef(SandboxLine.ID, bill.id());
    return switch (bill.state()) {
      case Bill.OPEN ->
          new InvoiceOutcome.Open(
              ref, bill.total(), Optional.of(farSide.page(bill)), bill.failure() != null);
      case Bill.PAID -> new InvoiceOutcome.Paid(ref, bill.total(), Optional.of(farSide.page(bill)));
      case Bill.VOID -> new InvoiceOutcome.Voided(ref);
      default -> new InvoiceOutcome.Unknown("the sandbox says " + bill.state());
    };
  }
}
