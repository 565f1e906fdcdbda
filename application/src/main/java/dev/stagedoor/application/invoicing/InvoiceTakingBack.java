package dev.stagedoor.application.invoicing;

import dev.stagedoor.domain.announcements.Announcement;
import dev.stagedoor.domain.invoicing.Invoice;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.invoicing.InvoiceOutcome;
import dev.stagedoor.domain.invoicing.InvoiceProblem;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Takes invoices back, from their providers where those have them or may have them. */
final class InvoiceTakingBack {
  private final KeptInvoices invoices;
  private final InvoiceWriting writing;
  private final MerchantCalls calls;
  private final Clock clock;

  InvoiceTakingBack(
      KeptInvoices invoices, InvoiceWriting writing, MerchantCalls calls, Clock clock) {
    this.invoices = invoices;
    this.writing = writing;
    this.calls = calls;
    this.clock = clock;
  }

  Invoice cancel(InvoiceId id) {
    Invoice invoice = voidUnwritten(id);
    if (invoice.status().isOver()) {
      return invoice;
    }
    if (!invoice.isWritten()) {
      // The provider may have it, and only its key tells: written is then what it was before.
      invoice = writing.write(id);
    }
    return invoice.isWritten() ? cancelThere(invoice) : cancelUnwritten(invoice);
  }

  private Invoice voidUnwritten(InvoiceId id) {
    boolean unused =
        invoices.changeIf(
            id,
            invoice -> {
              Optional<List<Announcement>> news = invoice.voidUnwritten(clock.instant());
              if (news.isEmpty() && !invoice.isWritten()) {
                news = invoice.retry(invoice.lines(), clock.instant());
              }
              writing.later(invoice);
              return news;
            });
    return invoices.find(id);
  }

  /** Ends what was asked for just now, and did not come about. */
  private Invoice cancelUnwritten(Invoice asked) {
    InvoiceId id = asked.id();
    Invoice invoice =
        invoices.change(id, locked -> locked.voidRefused(clock.instant()).orElseGet(List::of));
    if (!invoice.status().isOver()) {
      invoice = voidUnwritten(id);
    }
    if (!invoice.status().isOver()) {
      throw isNotAuthorised(asked)
          ? notAuthorised(invoice)
          : unavailable(invoice, "whether it has " + id + " is not known");
    }
    return invoice;
  }

  private Invoice cancelThere(Invoice invoice) {
    ProviderRef ref = invoice.ref().orElseThrow();
    Merchant merchant = calls.merchant(invoice).orElseThrow(() -> notAuthorised(invoice));
    InvoiceOutcome outcome =
        calls.ask(invoice, merchant, provider -> provider.cancel(merchant, ref));
    Invoice learnt =
        invoices.change(invoice.id(), locked -> locked.learn(outcome, clock.instant()));
    if (!learnt.status().isOver()) {
      throw unavailable(invoice, "whether " + ref + " is taken back is not known");
    }
    return learnt;
  }

  private static boolean isNotAuthorised(Invoice invoice) {
    return invoice
        .problem()
        .filter(problem -> problem.kind() == InvoiceProblem.Kind.NOT_AUTHORISED)
        .isPresent();
  }

  private static ProviderException notAuthorised(Invoice invoice) {
    return new ProviderException(
        invoice.provider(),
        ProviderException.Kind.UNAUTHORISED,
        "no merchant in whose name it could be asked");
  }

  private static ProviderException unavailable(Invoice invoice, String what) {
    return new ProviderException(invoice.provider(), ProviderException.Kind.UNAVAILABLE, what);
  }
}
