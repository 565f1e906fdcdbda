package dev.stagedoor.application.invoicing;

import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.application.port.StoreUnavailable;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.application.webhooks.EventHandler;
import dev.stagedoor.domain.invoicing.Invoice;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.invoicing.InvoiceOutcome;
import dev.stagedoor.domain.invoicing.InvoicingEvent;
import dev.stagedoor.domain.invoicing.InvoicingProvider;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.invoicing.MerchantReading;
import dev.stagedoor.domain.invoicing.port.InvoiceRepository;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out what became of invoices by asking their provider: when a webhook points at one, and
 * again and again for those nobody told us about. It can run at any time, any number of times, on
 * any instance.
 */
public final class InvoiceReconciler {
  private static final Logger LOG = LoggerFactory.getLogger(InvoiceReconciler.class);
  private static final Duration EVERY = Duration.ofSeconds(5);
  private static final int BATCH = 100;

  private final UnitOfWork work;
  private final InvoiceRepository invoices;
  private final InvoicingProviders providers;
  private final InvoiceService service;
  private final MerchantDirectory merchants;
  private final MerchantCalls calls;
  private final Clock clock;

  public InvoiceReconciler(
      UnitOfWork work,
      InvoiceRepository invoices,
      InvoicingProviders providers,
      InvoiceService service,
      MerchantDirectory merchants,
      Clock clock) {
    this.work = work;
    this.invoices = invoices;
    this.providers = providers;
    this.service = service;
    this.merchants = merchants;
    this.calls = new MerchantCalls(providers, merchants);
    this.clock = clock;
  }

  public RecurringJob job() {
    return new RecurringJob("reconcile-invoices", EVERY, this::reconcileDue);
  }

  /** Asks about every invoice whose look at the provider is due. */
  public void reconcileDue() {
    List<InvoiceId> due = work.read(() -> invoices.dueForCheck(clock.instant(), BATCH));
    for (InvoiceId id : due) {
      try {
        var unused = service.refresh(id);
      } catch (StoreUnavailable e) {
        throw e;
      } catch (RuntimeException e) {
        // The edge to the scheduler: one invoice must not hold up the others.
        LOG.warn("could not reconcile {}", id, e);
        var unused = service.notLearned(id);
      }
    }
  }

  /** Lets webhooks in: each only points at an invoice or a merchant, who is then asked about. */
  public EventHandler<InvoicingEvent> events() {
    return new EventHandler<>(InvoicingEvent.class, this::prepare);
  }

  private Runnable prepare(InvoicingEvent event) {
    if (event instanceof InvoicingEvent.InvoiceChanged changed) {
      return changed(changed);
    }
    return left((InvoicingEvent.MerchantLeft) event);
  }

  private Runnable changed(InvoicingEvent.InvoiceChanged event) {
    Optional<Invoice> ours = work.read(() -> find(event));
    if (ours.isEmpty()) {
      LOG.info("a webhook tells of {}, which is no invoice of ours", event.ref());
      return () -> {};
    }
    Invoice invoice = ours.get();
    ProviderRef ref = invoice.ref().orElse(event.ref());
    Optional<Merchant> merchant = calls.merchant(invoice);
    if (!ref.equals(event.ref()) || merchant.isEmpty()) {
      LOG.warn("a webhook tells of {}, which {} is not asked about", event.ref(), invoice.id());
      return () -> {};
    }
    InvoiceOutcome outcome = read(invoice, merchant.get(), ref);
    // Nothing read is nothing learnt, and whoever is writing goes on.
    return outcome instanceof InvoiceOutcome.Unknown
        ? () -> {}
        : () -> service.told(invoice.id(), ref, outcome);
  }

  private InvoiceOutcome read(Invoice invoice, Merchant merchant, ProviderRef ref) {
    try {
      return calls.ask(invoice, merchant, provider -> provider.find(merchant, ref));
    } catch (ProviderException problem) {
      if (problem.kind() != ProviderException.Kind.UNAUTHORISED) {
        throw problem;
      }
      return new InvoiceOutcome.Unknown(problem.kind().name());
    }
  }

  private Optional<Invoice> find(InvoicingEvent.InvoiceChanged event) {
    return invoices
        .findByRef(event.ref())
        .or(() -> event.invoice().flatMap(invoices::find))
        .filter(invoice -> invoice.provider().equals(event.ref().provider()));
  }

  /**
   * The event names an account and no provider; no two give their accounts the same names. A leave
   * that was given again since is good.
   */
  private Runnable left(InvoicingEvent.MerchantLeft event) {
    Merchant.Connected merchant = new Merchant.Connected(event.account());
    List<Runnable> changes = new ArrayList<>();
    for (InvoicingProvider provider : providers.askingForLeave()) {
      if (provider.merchants().check(merchant) instanceof MerchantReading.Refused) {
        changes.add(() -> merchants.left(provider.id(), merchant));
      }
    }
    return () -> changes.forEach(Runnable::run);
  }
}
