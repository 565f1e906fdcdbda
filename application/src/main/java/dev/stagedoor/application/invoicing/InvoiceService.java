package dev.stagedoor.application.invoicing;

import dev.stagedoor.application.announcements.Announcements;
import dev.stagedoor.application.jobs.Job;
import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.jobs.NotYet;
import dev.stagedoor.application.port.Outbox;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.announcements.Announcement;
import dev.stagedoor.domain.invoicing.Invoice;
import dev.stagedoor.domain.invoicing.InvoiceDraft;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.invoicing.InvoiceLine;
import dev.stagedoor.domain.invoicing.InvoiceOutcome;
import dev.stagedoor.domain.invoicing.InvoiceProblem;
import dev.stagedoor.domain.invoicing.InvoiceRequest;
import dev.stagedoor.domain.invoicing.InvoiceStatus;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.invoicing.port.InvoiceRepository;
import dev.stagedoor.domain.invoicing.port.Invoices;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes invoices and takes them back. An area drafts one in its own unit of work ({@link #draft}),
 * and has it written after that has committed ({@link #write}); whatever breaks off between is
 * finished by a job, under the same key, so that nobody is billed twice.
 */
public final class InvoiceService {
  private static final Logger LOG = LoggerFactory.getLogger(InvoiceService.class);
  private static final String WRITE = "write-invoice";

  /**
   * How long an invoice is left to whoever drafted it, who answers with what the provider said. A
   * job that is faster would leave the answer with a draft.
   */
  public static final Duration HEAD_START = Duration.ofSeconds(20);

  private final UnitOfWork work;
  private final Outbox outbox;
  private final InvoiceRepository invoices;
  private final InvoicingProviders providers;
  private final MerchantDirectory merchants;
  private final Announcements announcements;
  private final Clock clock;

  public InvoiceService(
      UnitOfWork work,
      Outbox outbox,
      InvoiceRepository invoices,
      InvoicingProviders providers,
      MerchantDirectory merchants,
      Announcements announcements,
      Clock clock) {
    this.work = work;
    this.outbox = outbox;
    this.invoices = invoices;
    this.providers = providers;
    this.merchants = merchants;
    this.announcements = announcements;
    this.clock = clock;
  }

  /** Drafts an invoice in the open unit of work, without asking the provider yet. */
  public Invoice draft(InvoiceDraft draft) {
    Invoice invoice = Invoice.draft(draft, clock.instant());
    invoices.save(invoice);
    writeLater(invoice);
    return invoice;
  }

  /**
   * Tries again in the open unit of work what failed, without asking the provider yet; false when
   * it did not fail.
   *
   * @param linesNow what it says from now on, unless the provider may have it already
   */
  public boolean retry(InvoiceId id, List<InvoiceLine> linesNow) {
    Invoice invoice = lock(id);
    Optional<List<Announcement>> news = invoice.retry(linesNow, clock.instant());
    if (news.isEmpty()) {
      return false;
    }
    invoices.save(invoice);
    writeLater(invoice);
    announcements.announce(news.get());
    return true;
  }

  private void writeLater(Invoice invoice) {
    if (waitsToBeWritten(invoice)) {
      outbox.add(new Job(WRITE, invoice.id().value(), clock.instant().plus(HEAD_START)));
    }
  }

  public JobHandler writing() {
    return new JobHandler(
        WRITE,
        subject -> {
          Invoice invoice = write(new InvoiceId(subject));
          if (waitsToBeWritten(invoice)) {
            throw new NotYet(invoice.id() + " is not written yet");
          }
        });
  }

  private static boolean waitsToBeWritten(Invoice invoice) {
    return invoice.status() == InvoiceStatus.DRAFT && !invoice.isWritten();
  }

  /**
   * Writes an invoice to its provider, unless it is written or somebody else is writing it, and
   * returns how it stands then. What the provider did is not thrown; repeating this is safe.
   */
  public Invoice write(InvoiceId id) {
    Invoice known = find(id);
    if (!waitsToBeWritten(known)) {
      return known;
    }
    Invoices provider = providers.of(known.provider()).invoices();
    Optional<Merchant> merchant = merchants.merchant(known.owner(), known.provider());
    if (merchant.isEmpty()) {
      return change(id, invoice -> invoice.learnNotAuthorised(clock.instant()));
    }
    Optional<InvoiceRequest> request = begin(id, merchant.get());
    return request.isEmpty() ? find(id) : ask(provider, request.get(), known);
  }

  private Optional<InvoiceRequest> begin(InvoiceId id, Merchant merchant) {
    return work.write(
        () -> {
          Invoice invoice = lock(id);
          Optional<InvoiceRequest> begun = invoice.beginWriting(merchant, clock.instant());
          if (begun.isPresent()) {
            invoices.save(invoice);
          }
          return begun;
        });
  }

  private Invoice ask(Invoices provider, InvoiceRequest request, Invoice known) {
    InvoiceOutcome outcome;
    try {
      outcome = provider.issue(request);
    } catch (ProviderException problem) {
      LOG.warn("{} was not written", request.invoice(), problem);
      return switch (problem.kind()) {
        case UNAUTHORISED -> {
          merchants.notAuthorised(known.owner(), known.provider(), request.merchant());
          yield answered(request, invoice -> invoice.learnNotAuthorised(clock.instant()));
        }
        case UNREADABLE ->
            answered(
                request,
                invoice ->
                    invoice.learn(
                        new InvoiceOutcome.Unknown(problem.kind().name()), clock.instant()));
        case REJECTED, RATE_LIMITED, UNAVAILABLE ->
            answered(
                request,
                invoice -> {
                  invoice.couldNotAsk(clock.instant());
                  return List.of();
                });
      };
    }
    Invoice invoice = answered(request, locked -> learned(locked, outcome));
    giveUpAnother(provider, request.merchant(), invoice, outcome);
    return invoice;
  }

  private List<Announcement> learned(Invoice invoice, InvoiceOutcome outcome) {
    return isOfAnother(invoice, outcome) ? List.of() : invoice.learn(outcome, clock.instant());
  }

  private static boolean isOfAnother(Invoice invoice, InvoiceOutcome outcome) {
    return invoice.ref().isPresent()
        && outcome instanceof InvoiceOutcome.Open open
        && !invoice.ref().get().equals(open.ref());
  }

  /** Takes an answer in, unless it comes so late that it is to something nobody wants any more. */
  private Invoice answered(InvoiceRequest request, Function<Invoice, List<Announcement>> change) {
    return change(
        request.invoice(), invoice -> invoice.wants(request) ? change.apply(invoice) : List.of());
  }

  /** Takes back what a late answer brought beside the invoice, or after it became void. */
  private static void giveUpAnother(
      Invoices provider, Merchant merchant, Invoice invoice, InvoiceOutcome outcome) {
    if (outcome instanceof InvoiceOutcome.Open open
        && (invoice.status() == InvoiceStatus.VOID
            || !invoice.ref().equals(Optional.of(open.ref())))) {
      try {
        InvoiceOutcome gone = provider.cancel(merchant, open.ref());
        LOG.warn(
            "{} came late for {}, which has no use for it: {}", open.ref(), invoice.id(), gone);
      } catch (ProviderException problem) {
        LOG.warn("{} of {} could not be taken back", open.ref(), invoice.id(), problem);
      }
    }
  }

  /**
   * Asks the provider how an invoice stands, and has one written that is not. Repeatable; worsens
   * nothing that is known.
   */
  public Invoice refresh(InvoiceId id) {
    Invoice known = find(id);
    Optional<ProviderRef> ref = known.ref();
    if (ref.isEmpty()) {
      return write(id);
    }
    Invoices provider = providers.of(known.provider()).invoices();
    Optional<Merchant> merchant = merchants.merchant(known.owner(), known.provider());
    if (merchant.isEmpty()) {
      return notLearned(id);
    }
    InvoiceOutcome outcome;
    try {
      outcome = asMerchant(known, merchant.get(), () -> provider.find(merchant.get(), ref.get()));
    } catch (ProviderException problem) {
      LOG.warn("{} could not be looked at", id, problem);
      return notLearned(id);
    }
    return change(id, invoice -> learned(invoice, outcome));
  }

  /** Notes that the next look at an invoice is later. */
  Invoice notLearned(InvoiceId id) {
    return change(
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
    Invoice invoice = voidUnwritten(id);
    if (invoice.status().isOver()) {
      return invoice;
    }
    if (!invoice.isWritten()) {
      // The provider may have it, and only its key tells: written is then what it was before.
      invoice = write(id);
    }
    if (!invoice.isWritten()) {
      boolean isNotAuthorised = isNotAuthorised(invoice);
      invoice = voidRefused(id);
      if (!invoice.status().isOver()) {
        invoice = voidUnwritten(id);
      }
      if (!invoice.status().isOver()) {
        throw isNotAuthorised
            ? notAuthorised(invoice)
            : unavailable(invoice, "whether it has " + id + " is not known");
      }
      return invoice;
    }
    return cancelThere(invoice);
  }

  private Invoice voidUnwritten(InvoiceId id) {
    return work.write(
        () -> {
          Invoice invoice = lock(id);
          Optional<List<Announcement>> news = invoice.voidUnwritten(clock.instant());
          if (news.isEmpty() && !invoice.isWritten()) {
            news = invoice.retry(invoice.lines(), clock.instant());
          }
          news.ifPresent(
              found -> {
                invoices.save(invoice);
                writeLater(invoice);
                announcements.announce(found);
              });
          return invoice;
        });
  }

  private Invoice voidRefused(InvoiceId id) {
    return change(id, invoice -> invoice.voidRefused(clock.instant()).orElseGet(List::of));
  }

  private Invoice cancelThere(Invoice invoice) {
    ProviderRef ref = invoice.ref().orElseThrow();
    Invoices provider = providers.of(invoice.provider()).invoices();
    Merchant merchant =
        merchants
            .merchant(invoice.owner(), invoice.provider())
            .orElseThrow(() -> notAuthorised(invoice));
    InvoiceOutcome outcome = asMerchant(invoice, merchant, () -> provider.cancel(merchant, ref));
    Invoice learnt = change(invoice.id(), locked -> learned(locked, outcome));
    if (!learnt.status().isOver()) {
      throw unavailable(invoice, "whether " + ref + " is taken back is not known");
    }
    return learnt;
  }

  private InvoiceOutcome asMerchant(
      Invoice invoice, Merchant merchant, Supplier<InvoiceOutcome> call) {
    try {
      return call.get();
    } catch (ProviderException problem) {
      if (problem.kind() == ProviderException.Kind.UNAUTHORISED) {
        merchants.notAuthorised(invoice.owner(), invoice.provider(), merchant);
      }
      throw problem;
    }
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

  private Invoice find(InvoiceId id) {
    return work.read(() -> invoices.find(id).orElseThrow(DomainException::notFound));
  }

  private Invoice lock(InvoiceId id) {
    return invoices.lock(id).orElseThrow(DomainException::notFound);
  }

  private Invoice change(InvoiceId id, Function<Invoice, List<Announcement>> change) {
    return work.write(
        () -> {
          Invoice invoice = lock(id);
          List<Announcement> news = change.apply(invoice);
          invoices.save(invoice);
          announcements.announce(news);
          return invoice;
        });
  }
}
