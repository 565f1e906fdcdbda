package dev.stagedoor.application.liveselling;

import dev.stagedoor.application.announcements.Announcements;
import dev.stagedoor.application.invoicing.InvoiceService;
import dev.stagedoor.domain.invoicing.Customer;
import dev.stagedoor.domain.invoicing.Invoice;
import dev.stagedoor.domain.invoicing.InvoiceDraft;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.invoicing.InvoiceLine;
import dev.stagedoor.domain.invoicing.InvoiceMoved;
import dev.stagedoor.domain.invoicing.InvoiceStatus;
import dev.stagedoor.domain.invoicing.port.InvoiceRepository;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.liveselling.Buyer;
import dev.stagedoor.domain.liveselling.Claim;
import dev.stagedoor.domain.liveselling.Integration;
import dev.stagedoor.domain.liveselling.ItemId;
import dev.stagedoor.domain.liveselling.ItemLine;
import dev.stagedoor.domain.liveselling.Show;
import dev.stagedoor.domain.liveselling.ShowId;
import dev.stagedoor.domain.liveselling.ShowItem;
import dev.stagedoor.domain.liveselling.port.ClaimRepository;
import dev.stagedoor.domain.liveselling.port.ShowItemRepository;
import dev.stagedoor.domain.liveselling.port.ShowRepository;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Puts what buyers have on invoices and takes it off again, always in the unit of work that makes
 * or voids the invoice: so a claim is billed exactly while an invoice that is not void has it.
 */
final class ShowBilling {
  private final ShowRepository shows;
  private final ShowItemRepository items;
  private final ClaimRepository claims;
  private final ItemKeeper keeper;
  private final InvoiceRepository repository;
  private final InvoiceService invoices;
  private final InvoiceNews news;
  private final Ids ids;

  ShowBilling(
      ShowRepository shows,
      ShowItemRepository items,
      ClaimRepository claims,
      ItemKeeper keeper,
      InvoiceRepository repository,
      InvoiceService invoices,
      InvoiceNews news,
      Ids ids) {
    this.shows = shows;
    this.items = items;
    this.claims = claims;
    this.keeper = keeper;
    this.repository = repository;
    this.invoices = invoices;
    this.news = news;
    this.ids = ids;
  }

  /** Takes off invoices what was on those that become void, and tells what becomes of all. */
  void listen(Announcements announcements) {
    announcements.on(
        InvoiceMoved.class,
        moved -> Show.of(moved.subject()).ifPresent(show -> moved(show, moved)));
  }

  /** What one buyer has of each item. */
  private static final class Bill {
    private final InvoiceId id;
    private final Map<ShowItem, Integer> pieces =
        new TreeMap<>(Comparator.comparing(ShowItem::number));
    private Buyer buyer;

    private Bill(InvoiceId id, Buyer buyer) {
      this.id = id;
      this.buyer = buyer;
    }

    private void add(ShowItem item, Claim claim) {
      buyer = claim.buyer();
      pieces.merge(item, claim.granted(), Math::addExact);
    }
  }

  /**
   * Drafts an invoice for each buyer who has something and no invoice, and bills what they have.
   * The show must be locked.
   *
   * @param buyers for whom, by their ids; empty: for everybody
   * @param billed who has an invoice
   */
  List<Invoice> bill(
      Show show,
      Integration merchant,
      ProviderId provider,
      Optional<Set<String>> buyers,
      Set<String> billed) {
    Map<String, Bill> bills = new LinkedHashMap<>();
    Map<ShowItem, List<Claim>> lines = new LinkedHashMap<>();
    for (ShowItem item : items.lockAll(show.id())) {
      List<Claim> line = item.granted() > 0 ? claims.open(item.id()) : List.of();
      for (Claim claim : line) {
        String buyer = claim.buyer().userId();
        boolean isAsked = buyers.isEmpty() || buyers.get().contains(buyer);
        if (claim.granted() > 0 && isAsked && !billed.contains(buyer)) {
          bills
              .computeIfAbsent(buyer, fresh -> new Bill(new InvoiceId(ids.next()), claim.buyer()))
              .add(item, claim);
          lines.put(item, line);
        }
      }
    }
    List<Invoice> drafted =
        bills.values().stream()
            .map(bill -> invoices.draft(draft(show, merchant, provider, bill)))
            .toList();
    lines.forEach((item, line) -> bill(item, line, bills));
    drafted.forEach(invoice -> news.created(show.id(), invoice));
    return drafted;
  }

  private void bill(ShowItem item, List<Claim> open, Map<String, Bill> bills) {
    ItemLine line = new ItemLine(item, open);
    for (Claim claim : open) {
      Bill bill = bills.get(claim.buyer().userId());
      if (bill != null && claim.granted() > 0) {
        line.bill(claim.id(), bill.id);
      }
    }
    keeper.keep(item, line, Set.of());
  }

  private static InvoiceDraft draft(
      Show show, Integration merchant, ProviderId provider, Bill bill) {
    List<InvoiceLine> lines = new ArrayList<>();
    bill.pieces.forEach((item, pieces) -> lines.add(line(show, item, pieces)));
    return new InvoiceDraft(
        bill.id,
        Integration.subject(merchant.id()),
        Show.subject(show.id()),
        provider,
        new Customer(bill.buyer.userId(), bill.buyer.handle(), Optional.empty()),
        lines,
        merchant.settings().memo(show.name()),
        merchant.settings().due());
  }

  private static InvoiceLine line(Show show, ShowItem item, int pieces) {
    return new InvoiceLine(
        "#" + item.number() + " " + item.details().title(),
        pieces,
        new Money(item.details().priceMinor().orElse(0L), show.currency()));
  }

  /** Returns what an invoice would say now: the same pieces, at the prices of today. */
  List<InvoiceLine> linesNow(ShowId id, Invoice invoice) {
    Show show = shows.find(id).orElseThrow(DomainException::notFound);
    Map<ItemId, Integer> pieces =
        billedOn(id, invoice).stream()
            .collect(Collectors.toMap(Claim::item, Claim::granted, Math::addExact));
    return lock(pieces.keySet()).stream()
        .sorted(Comparator.comparing(ShowItem::number))
        .map(item -> line(show, item, pieces.getOrDefault(item.id(), 0)))
        .toList();
  }

  private List<Claim> billedOn(ShowId show, Invoice invoice) {
    return claims.ofBuyer(show, invoice.customer().reference()).stream()
        .filter(claim -> claim.invoice().equals(Optional.of(invoice.id())))
        .toList();
  }

  private List<ShowItem> lock(Set<ItemId> wanted) {
    return wanted.stream()
        .sorted(ClaimEngine.LOCKING_ORDER)
        .map(id -> items.lock(id).orElseThrow(DomainException::notFound))
        .toList();
  }

  private void moved(ShowId show, InvoiceMoved moved) {
    Invoice invoice = repository.find(moved.invoice()).orElseThrow(DomainException::notFound);
    if (moved.now() == InvoiceStatus.VOID) {
      unbill(show, invoice);
    }
    news.moved(show, invoice, moved.now());
  }

  private void unbill(ShowId show, Invoice invoice) {
    Map<ItemId, List<Claim>> byItem =
        billedOn(show, invoice).stream().collect(Collectors.groupingBy(Claim::item));
    for (ShowItem item : lock(byItem.keySet())) {
      ItemLine line = new ItemLine(item, claims.open(item.id()));
      byItem.getOrDefault(item.id(), List.of()).forEach(line::unbill);
      keeper.keep(item, line, Set.of());
    }
  }
}
