package dev.stagedoor.application.invoicing;

import dev.stagedoor.application.announcements.Announcements;
import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.port.Outbox;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.announcements.Announcement;
import dev.stagedoor.domain.invoicing.Invoice;
import dev.stagedoor.domain.invoicing.InvoiceDraft;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.invoicing.InvoiceLine;
import dev.stagedoor.domain.invoicing.InvoiceOutcome;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.invoicing.port.InvoiceRepository;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes invoices and takes them back. An area drafts one in its own unit of work ({@link #draft}),
 * and has it written after that has committed ({@link #write}); whatever breaks off between is
 * finished by a job, under the same key, so that nobody is billed twice.
 */
public final class InvoiceService {
  private static final Logger LOG = LoggerFactory.getLogger(InvoiceService.class);

  /**
   * How long an invoice is left to whoever drafted it, who answers with what the provider said. A
   * job that is faster would leave the answer with a draft.
   */
  public static final Duration HEAD_START = Duration.ofSeconds(20);

  private final KeptInvoices invoices;
  private final MerchantCalls calls;
  private final UnwantedInvoices unwanted;
  private final InvoiceWriting writing;
  private final InvoiceTakingBack takingBack;
  private final Clock clock;

  public InvoiceService(
      UnitOfWork work,
      Outbox outbox,
      InvoiceRepository invoices,
      InvoicingProviders providers,
      MerchantDirectory merchants,
      Announcements announcements,
      Clock clock) {
    this(work, outbox, invoices, providers, merchants, announcements, new TimerHeartbeat(), clock);
  }

  InvoiceService(
      UnitOfWork work,
      Outbox outbox,
      InvoiceRepository invoices,
      InvoicingProviders providers,
      MerchantDirectory merchants,
      Announcements announcements,
      Heartbeat heartbeat,
      Clock clock) {
    this.invoices = new KeptInvoices(work, outbox, invoices, announcements, clock);
    this.calls = new MerchantCalls(providers, merchants);
    this.unwanted = new UnwantedInvoices(this.invoices, calls, clock);
    this.writing = new InvoiceWriting(outbox, this.invoices, calls, unwanted, heartbeat, clock);
    this.takingBack = new InvoiceTakingBack(this.invoices, writing, calls, clock);
    this.clock = clock;
  }

  /** Returns what writes invoices whose writing broke off, and takes back what nobody wants. */
  public List<JobHandler> jobs() {
    return List.of(writing.job(), unwanted.job());
  }

  /** Drafts an invoice in the open unit of work, without asking the provider yet. */
  public Invoice draft(InvoiceDraft draft) {
    Invoice invoice = Invoice.draft(draft, clock.instant());
    invoices.add(invoice);
    writing.later(invoice);
    return invoice;
  }

  /**
   * Tries again in the open unit of work what failed, without asking the provider yet; false when
   * it did not fail.
   *
   * @param linesNow what it says from now on, unless the provider may have it already
   */
  public boolean retry(InvoiceId id, List<InvoiceLine> linesNow) {
    return invoices.changeIf(
        id,
        invoice -> {
          Optional<List<Announcement>> news = invoice.retry(linesNow, clock.instant());
          writing.later(invoice);
          return news;
        });
  }

  /**
   * Writes an invoice to its provider, unless it is written or somebody else is writing it, and
   * returns how it stands then. What the provider did is not thrown; repeating this is safe.
   */
  public Invoice write(InvoiceId id) {
    return writing.write(id);
  }

  /**
   * Asks the provider how an invoice stands, and has one written that is not. Repeatable; worsens
   * nothing that is known.
   */
  public Invoice refresh(InvoiceId id) {
    Invoice known = invoices.find(id);
    Optional<ProviderRef> ref = known.ref();
    if (ref.isEmpty()) {
      return write(id);
    }
    Optional<Merchant> merchant = calls.merchant(known);
    if (merchant.isEmpty()) {
      return notLearned(id);
    }
    InvoiceOutcome outcome;
    try {
      outcome =
          calls.ask(known, merchant.get(), provider -> provider.find(merchant.get(), ref.get()));
    } catch (ProviderException problem) {
      LOG.warn("{} could not be looked at", id, problem);
      return notLearned(id);
    }
    return invoices.change(id, invoice -> invoice.learn(outcome, clock.instant()));
  }

  /** Takes in what was read of an invoice under one reference, in the open unit of work. */
  void told(InvoiceId id, ProviderRef read, InvoiceOutcome outcome) {
    var unused =
        invoices.change(
            id,
            invoice ->
                invoice.ref().orElse(read).equals(read)
                    ? invoice.learn(outcome, clock.instant())
                    : List.of());
  }

  /** Notes that the next look at an invoice is later. */
  Invoice notLearned(InvoiceId id) {
    return invoices.change(
        id,
        invoice -> {
          invoice.notLearned(clock.instant());
          return List.of();
        });
  }

  /**
   * Takes an unpaid invoice back, and returns how it stands then: void, or paid where that came
   * first. Idempotent.
   *
   * @throws ProviderException when the provider could not be asked, or its answer was lost:
   *     repeating is safe
   */
  public Invoice cancel(InvoiceId id) {
    return takingBack.cancel(id);
  }
}
