package dev.stagedoor.application.fake;

import dev.stagedoor.application.liveselling.BuyerView;
import dev.stagedoor.application.liveselling.ClaimView;
import dev.stagedoor.application.liveselling.CommentView;
import dev.stagedoor.application.liveselling.DeliveryView;
import dev.stagedoor.application.liveselling.InvoiceView;
import dev.stagedoor.application.liveselling.ShowItemView;
import dev.stagedoor.application.port.ShowQueries;
import dev.stagedoor.domain.fake.InMemoryLiveSelling;
import dev.stagedoor.domain.invoicing.Invoice;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.invoicing.InvoiceStatus;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.liveselling.Buyer;
import dev.stagedoor.domain.liveselling.Claim;
import dev.stagedoor.domain.liveselling.ItemId;
import dev.stagedoor.domain.liveselling.Show;
import dev.stagedoor.domain.liveselling.ShowId;
import dev.stagedoor.domain.liveselling.ShowItem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks through what the repositories of one show keep in memory. */
public final class InMemoryShowQueries implements ShowQueries {
  private static final Comparator<BuyerView> BY_HANDLE =
      Comparator.<BuyerView, String>comparing(buyer -> folded(buyer.handle()))
          .thenComparing(BuyerView::platformUserId);
  private static final Comparator<Invoice> BY_BUYER =
      Comparator.<Invoice, String>comparing(invoice -> folded(invoice.customer().name()))
          .thenComparing(invoice -> invoice.customer().reference())
          .thenComparing(Invoice::createdAt)
          .thenComparing(invoice -> invoice.id().value().toString());

  private final InMemoryLiveSelling kept;
  private final AtomicInteger looksAtInvoices = new AtomicInteger();

  public InMemoryShowQueries(InMemoryLiveSelling kept) {
    this.kept = kept;
  }

  /** Returns how often invoices were asked for. */
  public int looksAtInvoices() {
    return looksAtInvoices.get();
  }

  @Override
  public List<ShowItemView> items(ShowId show) {
    return itemsOf(show)
        .sorted(Comparator.comparing(ShowItem::number))
        .map(InMemoryShowQueries::view)
        .toList();
  }

  @Override
  public Page<ClaimView> claims(ShowId show, Optional<String> status, PageRequest page) {
    Map<ItemId, ShowItem> items = byId(show);
    return Pages.of(
        claimsOf(show)
            .filter(claim -> status.isEmpty() || status.get().equals(claim.status()))
            .sorted(
                Comparator.<Claim, Integer>comparing(claim -> items.get(claim.item()).number())
                    .thenComparing(Claim::place))
            .map(claim -> view(claim, items.get(claim.item())))
            .toList(),
        page);
  }

  @Override
  public Page<CommentView> comments(ShowId show, PageRequest page) {
    return Pages.of(
        kept.comments()
            .newestFirst()
            .filter(comment -> comment.show().equals(show))
            .map(
                comment ->
                    new CommentView(
                        comment.id(),
                        comment.author().map(Buyer::userId),
                        comment.author().map(Buyer::handle),
                        comment.text(),
                        comment.postedAt(),
                        comment.ignored().map(why -> why.code())))
            .toList(),
        page);
  }

  @Override
  public int itemCount(ShowId show) {
    return Math.toIntExact(itemsOf(show).count());
  }

  @Override
  public Page<BuyerView> buyers(ShowId show, PageRequest page) {
    return Pages.of(buyers(show), page);
  }

  @Override
  public Page<InvoiceView> invoices(ShowId show, PageRequest page) {
    return Pages.of(invoices(show, Optional.empty()), page);
  }

  @Override
  public List<BuyerView> buyers(ShowId show) {
    Map<ItemId, ShowItem> items = byId(show);
    List<BuyerView> buyers = new ArrayList<>();
    claimsOf(show)
        .filter(claim -> claim.granted() > 0)
        .collect(Collectors.groupingBy(claim -> claim.buyer().userId()))
        .forEach((buyer, claims) -> buyers.add(buyer(show, buyer, claims, items)));
    buyers.sort(BY_HANDLE);
    return List.copyOf(buyers);
  }

  private BuyerView buyer(
      ShowId show, String buyer, List<Claim> claims, Map<ItemId, ShowItem> items) {
    Claim last =
        claims.stream()
            .max(
                Comparator.comparing(Claim::createdAt)
                    .thenComparing(claim -> claim.id().value().toString()))
            .orElseThrow();
    Map<Integer, BuyerView.Item> bought = new TreeMap<>();
    for (Claim claim : claims) {
      ShowItem item = items.get(claim.item());
      int before =
          Optional.ofNullable(bought.get(item.number())).map(BuyerView.Item::quantity).orElse(0);
      bought.put(
          item.number(),
          new BuyerView.Item(
              item.number(),
              item.details().title(),
              before + claim.granted(),
              item.details().priceMinor()));
    }
    return new BuyerView(
        buyer,
        last.buyer().handle(),
        List.copyOf(bought.values()),
        worth(claims, items, claim -> true),
        worth(claims, items, claim -> claim.state() == Claim.State.OPEN),
        currencyOf(show),
        invoicesOf(show)
            .filter(invoice -> invoice.customer().reference().equals(buyer))
            .filter(invoice -> invoice.status() != InvoiceStatus.VOID)
            .max(BY_BUYER)
            .map(invoice -> invoice.id().value()));
  }

  private static long worth(
      List<Claim> claims, Map<ItemId, ShowItem> items, Predicate<Claim> which) {
    return claims.stream()
        .filter(which)
        .mapToLong(
            claim -> claim.granted() * items.get(claim.item()).details().priceMinor().orElse(0L))
        .sum();
  }

  @Override
  public List<InvoiceView> invoices(ShowId show, Optional<InvoiceId> only) {
    looksAtInvoices.incrementAndGet();
    return invoicesOf(show)
        .filter(invoice -> only.isEmpty() || only.get().equals(invoice.id()))
        .sorted(BY_BUYER)
        .map(
            invoice ->
                InvoiceView.of(
                    show,
                    invoice,
                    kept.deliveries().of(invoice.id()).stream().findFirst().map(DeliveryView::of)))
        .toList();
  }

  private Currency currencyOf(ShowId show) {
    return kept.shows().find(show).map(Show::currency).orElseThrow();
  }

  private Stream<ShowItem> itemsOf(ShowId show) {
    return kept.items().all().filter(item -> item.show().equals(show));
  }

  private Map<ItemId, ShowItem> byId(ShowId show) {
    return itemsOf(show).collect(Collectors.toMap(ShowItem::id, Function.identity()));
  }

  private Stream<Claim> claimsOf(ShowId show) {
    return kept.claims().all().filter(claim -> claim.show().equals(show));
  }

  private Stream<Invoice> invoicesOf(ShowId show) {
    return kept.invoices().all().filter(one -> one.subject().equals(Show.subject(show)));
  }

  private static String folded(String handle) {
    return handle.toLowerCase(Locale.ROOT);
  }

  private static ShowItemView view(ShowItem item) {
    return new ShowItemView(
        item.id().value(),
        item.number(),
        item.details().title(),
        item.details().priceMinor(),
        item.details().quantity(),
        item.granted() + item.billed(),
        item.wanted() - item.granted());
  }

  private static ClaimView view(Claim claim, ShowItem item) {
    return new ClaimView(
        claim.id().value(),
        item.number(),
        item.details().title(),
        claim.quantity(),
        claim.granted(),
        claim.status(),
        claim.buyer().userId(),
        claim.buyer().handle(),
        claim.comment(),
        claim.place().postedAt(),
        claim.createdAt());
  }
}
