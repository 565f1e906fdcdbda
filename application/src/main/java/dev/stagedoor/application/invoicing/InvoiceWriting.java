package dev.stagedoor.application.invoicing;

import dev.stagedoor.application.jobs.Job;
import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.jobs.NotYet;
import dev.stagedoor.application.port.Outbox;
import dev.stagedoor.application.port.StoreUnavailable;
import dev.stagedoor.domain.announcements.Announcement;
import dev.stagedoor.domain.invoicing.Invoice;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.invoicing.InvoiceOutcome;
import dev.stagedoor.domain.invoicing.InvoiceRequest;
import dev.stagedoor.domain.invoicing.InvoiceStatus;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.kernel.ProviderException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes invoices to their providers: whoever has the lease asks, and what breaks off is asked
 * again under the same key.
 */
final class InvoiceWriting {
  private static final Logger LOG = LoggerFactory.getLogger(InvoiceWriting.class);
  private static final String WRITE = "write-invoice";
  private static final Duration SIGN_OF_LIFE = Invoice.LEASE.dividedBy(3);

  private final Outbox outbox;
  private final KeptInvoices invoices;
  private final MerchantCalls calls;
  private final UnwantedInvoices unwanted;
  private final Heartbeat heartbeat;
  private final Clock clock;

  InvoiceWriting(
      Outbox outbox,
      KeptInvoices invoices,
      MerchantCalls calls,
      UnwantedInvoices unwanted,
      Heartbeat heartbeat,
      Clock clock) {
    this.outbox = outbox;
    this.invoices = invoices;
    this.calls = calls;
    this.unwanted = unwanted;
    this.heartbeat = heartbeat;
    this.clock = clock;
  }

  /** Has an invoice that is to be written written after the open unit of work. */
  void later(Invoice invoice) {
    if (waits(invoice)) {
      outbox.add(
          new Job(WRITE, invoice.id().value(), clock.instant().plus(InvoiceService.HEAD_START)));
    }
  }

  private static boolean waits(Invoice invoice) {
    return invoice.status() == InvoiceStatus.DRAFT && !invoice.isWritten();
  }

  JobHandler job() {
    return new JobHandler(
        WRITE,
        subject -> {
          Invoice invoice = write(new InvoiceId(subject));
          if (waits(invoice)) {
            throw new NotYet(invoice.id() + " is not written yet");
          }
        });
  }

  Invoice write(InvoiceId id) {
    Invoice known = invoices.find(id);
    if (!waits(known)) {
      return known;
    }
    Optional<Merchant> merchant = calls.merchant(known);
    if (merchant.isEmpty()) {
      return invoices.change(id, invoice -> invoice.learnNotAuthorised(clock.instant()));
    }
    Optional<InvoiceRequest> request =
        invoices.quietly(id, invoice -> invoice.beginWriting(merchant.get(), clock.instant()));
    return request.isEmpty() ? invoices.find(id) : ask(request.get(), known);
  }

  private Invoice ask(InvoiceRequest request, Invoice known) {
    InvoiceOutcome outcome;
    try {
      outcome = issued(request, known);
    } catch (ProviderException problem) {
      LOG.warn("{} was not written", request.invoice(), problem);
      return unanswered(
          request,
          switch (problem.kind()) {
            case UNAUTHORISED -> invoice -> invoice.learnNotAuthorised(clock.instant());
            case UNREADABLE ->
                invoice ->
                    invoice.learn(
                        new InvoiceOutcome.Unknown(problem.kind().name()), clock.instant());
            case REJECTED, RATE_LIMITED, UNAVAILABLE ->
                invoice -> {
                  invoice.couldNotAsk(clock.instant());
                  return List.of();
                };
          });
    }
    Invoice invoice =
        invoices.change(
            request.invoice(), locked -> locked.answer(request, outcome, clock.instant()));
    return unwanted.tryNow(invoice, request.merchant());
  }

  /** Has the lease for as long as the provider takes, which may be asked in several calls. */
  private InvoiceOutcome issued(InvoiceRequest request, Invoice known) {
    Runnable end = heartbeat.every(SIGN_OF_LIFE, () -> giveSignOfLife(request));
    try {
      return calls.ask(known, request.merchant(), provider -> provider.issue(request));
    } finally {
      end.run();
    }
  }

  private void giveSignOfLife(InvoiceRequest request) {
    try {
      var unused =
          invoices.quietly(
              request.invoice(),
              invoice ->
                  Optional.of(invoice)
                      .filter(one -> one.isStillBeingWritten(request, clock.instant())));
    } catch (StoreUnavailable next) {
      // The next sign of life may still come in time.
      LOG.warn("who writes {} could not say so: {}", request.invoice(), next.getMessage());
    }
  }

  /** Takes in that there is no answer, unless nobody waits for it any more. */
  private Invoice unanswered(InvoiceRequest request, Function<Invoice, List<Announcement>> change) {
    return invoices.change(
        request.invoice(), invoice -> invoice.wants(request) ? change.apply(invoice) : List.of());
  }
}
