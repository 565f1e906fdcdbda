package dev.stagedoor.application.liveselling;

import dev.stagedoor.application.invoicing.InvoiceService;
import dev.stagedoor.application.jobs.NotYet;
import dev.stagedoor.application.liveselling.IntegrationCatalog.Entry;
import dev.stagedoor.application.port.ShowQueries;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.invoicing.Invoice;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.liveselling.Integration;
import dev.stagedoor.domain.liveselling.LiveSellingError;
import dev.stagedoor.domain.liveselling.Plan;
import dev.stagedoor.domain.liveselling.Show;
import dev.stagedoor.domain.liveselling.ShowId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Bills the buyers of a show at one go: drafts together, then writes and sends side by side. */
final class InvoiceGeneration {
  private static final int AT_A_TIME = 8;
  private static final int OF_ALL_AT_A_TIME = 32;
  private static final Duration LONGEST_ANSWER = InvoiceService.HEAD_START;

  private final UnitOfWork work;
  private final ShowService shows;
  private final Integrations integrations;
  private final IntegrationCatalog catalog;
  private final InvoiceService invoices;
  private final ShowBilling billing;
  private final InvoiceSending sending;
  private final ShowQueries queries;
  private final SideBySide sideBySide;

  InvoiceGeneration(
      UnitOfWork work,
      ShowService shows,
      Integrations integrations,
      IntegrationCatalog catalog,
      InvoiceService invoices,
      ShowBilling billing,
      InvoiceSending sending,
      ShowQueries queries,
      Clock clock) {
    this.work = work;
    this.shows = shows;
    this.integrations = integrations;
    this.catalog = catalog;
    this.invoices = invoices;
    this.billing = billing;
    this.sending = sending;
    this.queries = queries;
    this.sideBySide = new SideBySide(OF_ALL_AT_A_TIME, AT_A_TIME, LONGEST_ANSWER, clock);
  }

  List<InvoiceView> generate(Actor actor, ShowId show, GenerateInvoices wanted) {
    List<InvoiceId> drafted = work.write(() -> draft(actor, show, wanted));
    sideBySide.each(drafted, id -> write(id, wanted.send()));
    return work.read(
        () -> standing(show).stream().filter(invoice -> isMeant(invoice, wanted)).toList());
  }

  /** Returns the invoices that are not void. */
  private List<InvoiceView> standing(ShowId show) {
    return queries.invoices(show, Optional.empty()).stream()
        .filter(invoice -> !invoice.isVoid())
        .toList();
  }

  private static boolean isMeant(InvoiceView invoice, GenerateInvoices wanted) {
    return wanted.buyers().isEmpty() || wanted.buyers().get().contains(invoice.buyerPlatformId());
  }

  private List<InvoiceId> draft(Actor actor, ShowId id, GenerateInvoices wanted) {
    Show show = shows.lock(actor, id);
    show.mustHaveBegun();
    Integrations.Owned owned = integrations.owned(actor, show.workspace());
    Entry entry = wanted.provider().map(catalog::entry).orElseGet(() -> inUse(owned));
    Integration merchant = owned.connected(entry);
    var unused = merchant.mustWork();
    if (IntegrationMerchants.billing(merchant).isEmpty()) {
      throw Integrations.notConnected(entry);
    }
    ProviderId provider = catalog.invoicing(entry).id();
    List<InvoiceView> before = standing(id);
    List<InvoiceId> drafted =
        billing
            .bill(
                show,
                merchant,
                provider,
                wanted.buyers(),
                before.stream().map(InvoiceView::buyerPlatformId).collect(Collectors.toSet()))
            .stream()
            .map(Invoice::id)
            .toList();
    if (wanted.send()) {
      drafted.forEach(one -> sending.later(one, true));
      // Those of before, too, unless that was tried.
      before.stream()
          .filter(invoice -> isMeant(invoice, wanted))
          .forEach(invoice -> sending.later(new InvoiceId(invoice.id()), false));
    }
    return drafted;
  }

  /** Returns the first payment provider that is in use and works; if none works, the first. */
  private Entry inUse(Integrations.Owned owned) {
    owned.workspace().plan().mustInclude(Plan.PRO);
    List<Entry> entries = owned.allowance().payments().stream().map(catalog::entry).toList();
    return entries.stream()
        .filter(owned.allowance()::allows)
        .filter(entry -> owned.connected(entry).status() == Integration.Status.ACTIVE)
        .findFirst()
        .or(() -> entries.stream().findFirst())
        .orElseThrow(() -> new DomainException(LiveSellingError.NOT_CONNECTED));
  }

  private void write(InvoiceId id, boolean send) {
    Invoice invoice = invoices.write(id);
    if (send && invoice.isWritten()) {
      try {
        sending.byItself(id);
      } catch (NotYet later) {
        // Its job is there already.
        return;
      }
    }
  }
}
