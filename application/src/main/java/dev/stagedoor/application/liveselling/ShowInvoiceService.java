package dev.stagedoor.application.liveselling;

import dev.stagedoor.application.PersistencePorts;
import dev.stagedoor.application.announcements.Announcements;
import dev.stagedoor.application.channels.ChannelProviders;
import dev.stagedoor.application.invoicing.InvoiceService;
import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.language.Translations;
import dev.stagedoor.application.port.ShowQueries;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.invoicing.Invoice;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.invoicing.InvoiceStatus;
import dev.stagedoor.domain.invoicing.port.InvoiceRepository;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.liveselling.Delivery;
import dev.stagedoor.domain.liveselling.Integration;
import dev.stagedoor.domain.liveselling.IntegrationId;
import dev.stagedoor.domain.liveselling.LiveSellingError;
import dev.stagedoor.domain.liveselling.Show;
import dev.stagedoor.domain.liveselling.ShowId;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import dev.stagedoor.domain.liveselling.port.IntegrationRepository;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The invoices of a show: one for each buyer. */
public final class ShowInvoiceService {
  private final UnitOfWork work;
  private final ShowService shows;
  private final Integrations integrations;
  private final IntegrationRepository repository;
  private final IntegrationCatalog catalog;
  private final InvoiceRepository kept;
  private final InvoiceService invoices;
  private final ShowBilling billing;
  private final InvoiceSending sending;
  private final ShowQueries queries;
  private final InvoiceGeneration generation;

  public ShowInvoiceService(
      PersistencePorts ports,
      ConnectedAccounts accounts,
      ShowService shows,
      InvoiceService invoices,
      ChannelProviders channels,
      Announcements announcements,
      Translations translations,
      Clock clock,
      Ids ids) {
    var selling = ports.liveSelling();
    this.work = ports.unitOfWork();
    this.shows = shows;
    this.integrations = accounts.integrations();
    this.repository = selling.integrations();
    this.catalog = accounts.catalog();
    this.kept = ports.invoices();
    this.invoices = invoices;
    this.queries = selling.showQueries();
    InvoiceNews news = new InvoiceNews(queries, ports.liveUpdates());
    this.billing =
        new ShowBilling(
            selling.shows(),
            selling.items(),
            selling.claims(),
            new ItemKeeper(selling.items(), selling.claims(), ports.liveUpdates()),
            kept,
            invoices,
            news,
            ids);
    this.sending =
        new InvoiceSending(
            work,
            ports.outbox(),
            new InvoiceDeliveries(
                ports.outbox(),
                kept,
                selling.shows(),
                selling.deliveries(),
                selling.contacts(),
                new SendFacts(
                    selling.workspaces(),
                    ports.accounts(),
                    repository,
                    integrations,
                    selling.comments(),
                    selling.deliveries(),
                    selling.contacts(),
                    translations,
                    clock),
                announcements,
                news,
                clock,
                ids),
            channels,
            clock);
    this.generation =
        new InvoiceGeneration(
            work, shows, integrations, catalog, invoices, billing, sending, queries, clock);
    billing.listen(announcements);
  }

  /** Returns what sends invoices, and what ends tries that broke off. */
  public List<JobHandler> jobs() {
    return List.of(sending.sending(), sending.settling());
  }

  /**
   * Writes the invoices of buyers that have none, and returns how those of all who are meant stand.
   * Repeating it bills nobody twice. What is not written when the answer must come is written by
   * jobs.
   *
   * @throws DomainException {@code PLAN_REQUIRED}, {@code NOT_CONNECTED}, {@code
   *     INTEGRATION_BROKEN}, {@code PROVIDER_NOT_AVAILABLE} or {@code SHOW_STATUS}
   */
  public List<InvoiceView> generate(Actor actor, ShowId show, GenerateInvoices wanted) {
    return generation.generate(actor, show, wanted);
  }

  /** Lists a show's invoices by buyer. For any plan. */
  public List<InvoiceView> list(Actor actor, ShowId show) {
    return work.read(() -> queries.invoices(shows.operated(actor, show).id(), Optional.empty()));
  }

  /** Lists one page of them. For any plan. */
  public Page<InvoiceView> list(Actor actor, ShowId show, PageRequest page) {
    return work.read(() -> queries.invoices(shows.operated(actor, show).id(), page));
  }

  /**
   * Brings an invoice to its buyer, again where it was before.
   *
   * @throws DomainException {@code PLAN_REQUIRED}, or {@code INVOICE_STATUS} when there is nothing
   *     to pay any more or yet
   * @throws ProviderException when it is not written yet and cannot be now
   */
  public SentInvoice send(Actor actor, ShowId show, InvoiceId invoice) {
    Invoice found = work.read(() -> usable(actor, show, invoice));
    if (found.status() == InvoiceStatus.DRAFT && !found.isWritten()) {
      Invoice written = invoices.write(invoice);
      if (written.status() == InvoiceStatus.DRAFT && !written.isWritten()) {
        throw new ProviderException(
            found.provider(), ProviderException.Kind.UNAVAILABLE, "could not write " + invoice);
      }
    }
    Delivery delivery = sending.now(invoice);
    return new SentInvoice(view(show, invoice), DeliveryView.of(delivery));
  }

  /**
   * Tries an invoice again that failed, with the prices of now unless the provider may have it.
   *
   * @throws DomainException {@code PLAN_REQUIRED}, {@code NOT_CONNECTED}, {@code
   *     INTEGRATION_BROKEN}, or {@code INVOICE_STATUS} when it did not fail
   */
  public InvoiceView retry(Actor actor, ShowId show, InvoiceId invoice) {
    work.run(
        () -> {
          Invoice found = usable(actor, show, invoice);
          var unused = integration(found).mustWork();
          Invoice locked = kept.lock(invoice).orElseThrow(DomainException::notFound);
          if (!invoices.retry(invoice, billing.linesNow(show, locked))) {
            throw wrongStatus(locked);
          }
        });
    var unused = invoices.refresh(invoice);
    return view(show, invoice);
  }

  /**
   * Takes an unpaid invoice back; what was on it can be billed anew. Idempotent, and for any plan.
   *
   * @throws DomainException {@code INVOICE_STATUS} when it is paid; {@code NOT_CONNECTED} or {@code
   *     INTEGRATION_BROKEN} when the provider cannot be asked in the merchant's name
   * @throws ProviderException when the provider could not be asked; repeating is safe
   */
  public InvoiceView cancel(Actor actor, ShowId show, InvoiceId invoice) {
    Invoice found = work.read(() -> find(actor, show, invoice));
    Invoice cancelled;
    try {
      cancelled = invoices.cancel(invoice);
    } catch (ProviderException problem) {
      if (problem.kind() == ProviderException.Kind.UNAUTHORISED) {
        var unused = work.read(() -> integration(found).mustWork());
      }
      throw problem;
    }
    if (cancelled.status() == InvoiceStatus.PAID) {
      throw wrongStatus(cancelled);
    }
    return view(show, invoice);
  }

  private static DomainException wrongStatus(Invoice invoice) {
    return new DomainException(
        LiveSellingError.INVOICE_STATUS, Map.of("status", invoice.status().code()));
  }

  /** Finds an invoice of a show whose merchant the plan lets be used. */
  private Invoice usable(Actor actor, ShowId show, InvoiceId id) {
    Invoice invoice = find(actor, show, id);
    WorkspaceId workspace = shows.operated(actor, show).workspace();
    integrations
        .owned(actor, workspace)
        .allowance()
        .mustAllow(catalog.entry(integration(invoice).provider()));
    return invoice;
  }

  private Invoice find(Actor actor, ShowId show, InvoiceId id) {
    var unused = shows.operated(actor, show);
    return kept.find(id)
        .filter(invoice -> invoice.subject().equals(Show.subject(show)))
        .orElseThrow(DomainException::notFound);
  }

  private Integration integration(Invoice invoice) {
    IntegrationId id = Integration.of(invoice.owner()).orElseThrow();
    return repository.find(id).orElseThrow(DomainException::notFound);
  }

  private InvoiceView view(ShowId show, InvoiceId invoice) {
    return work.read(() -> queries.invoices(show, Optional.of(invoice)).get(0));
  }
}
