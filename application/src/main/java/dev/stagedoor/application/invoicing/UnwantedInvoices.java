package dev.stagedoor.application.invoicing;

import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.jobs.NotYet;
import dev.stagedoor.domain.invoicing.Invoice;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.invoicing.InvoiceOutcome;
import dev.stagedoor.domain.invoicing.InvoiceStatus;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes back at the provider what a late answer brought beside an invoice, or what can be paid
 * there though the invoice is void. Its job is repeated until the provider has none of it.
 */
final class UnwantedInvoices {
  static final String TAKE_BACK = "take-back-invoice";

  private static final Logger LOG = LoggerFactory.getLogger(UnwantedInvoices.class);

  private final KeptInvoices invoices;
  private final MerchantCalls calls;
  private final Clock clock;

  UnwantedInvoices(KeptInvoices invoices, MerchantCalls calls, Clock clock) {
    this.invoices = invoices;
    this.calls = calls;
    this.clock = clock;
  }

  JobHandler job() {
    return new JobHandler(
        TAKE_BACK,
        subject -> {
          Invoice known = invoices.find(new InvoiceId(subject));
          Merchant merchant =
              calls
                  .merchant(known)
                  .orElseThrow(() -> new NotYet("nobody is connected who wrote " + known.id()));
          Invoice invoice = takeBack(known, merchant);
          if (!invoice.unwanted().isEmpty()) {
            throw new NotYet("the provider has more than is wanted for " + invoice.id());
          }
        });
  }

  /** Takes back at once what can be; the rest is left to the job. */
  Invoice tryNow(Invoice invoice, Merchant merchant) {
    try {
      return takeBack(invoice, merchant);
    } catch (ProviderException problem) {
      LOG.warn("{} could not be rid of {}", invoice.id(), invoice.unwanted(), problem);
      return invoices.find(invoice.id());
    }
  }

  private Invoice takeBack(Invoice invoice, Merchant merchant) {
    Invoice now = invoice;
    for (ProviderRef bill : invoice.unwanted()) {
      now = takeBack(invoice, merchant, bill);
    }
    return now;
  }

  private Invoice takeBack(Invoice invoice, Merchant merchant, ProviderRef bill) {
    InvoiceOutcome outcome =
        calls.ask(invoice, merchant, provider -> provider.cancel(merchant, bill));
    LOG.warn("{} had no use for {}: {}", invoice.id(), bill, outcome);
    return invoices.change(
        invoice.id(),
        locked -> {
          if (outcome instanceof InvoiceOutcome.Paid && locked.status() == InvoiceStatus.PAID) {
            LOG.error("{} was paid twice, the second time as {}", locked.id(), bill);
          }
          return locked.learnUnwanted(bill, outcome, clock.instant());
        });
  }
}
