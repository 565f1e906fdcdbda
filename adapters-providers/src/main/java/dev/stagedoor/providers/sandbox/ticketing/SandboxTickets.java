package dev.stagedoor.providers.sandbox.ticketing;

import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.sandbox.port.SandboxMemory;
import dev.stagedoor.domain.ticketing.SaleStatus;
import dev.stagedoor.domain.ticketing.TicketingProvider;
import dev.stagedoor.providers.sandbox.SandboxLine;
import dev.stagedoor.providers.sandbox.memory.Shelf;
import dev.stagedoor.providers.sandbox.webhooks.Deliveries;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The far side of tickets: a shop that organisers offer events in, and that can be down. */
public final class SandboxTickets {
  private static final String SHOP = "shop";
  private static final int RECENT = 200;

  // Numbers, as the shop it stands in for gives out; those for events of the product begin apart.
  private static final long FIRST_ID = 100_000_000L;
  private static final long FIRST_ID_FOR_EVENTS = 1_000_000_000L;

  private final Shelf<Sale> sales;
  private final Shelf<Shop> shop;
  private final Deliveries deliveries;
  private final TicketAddresses addresses;
  private final Clock clock;
  private final Ids ids;

  /** Whether the shop answers. */
  private record Shop(boolean down) {}

  public SandboxTickets(
      SandboxMemory memory, Deliveries deliveries, Supplier<URI> base, Clock clock, Ids ids) {
    this.sales = new Shelf<>(memory, "ticket-sales", Sale.class);
    this.shop = new Shelf<>(memory, "ticket-shop", Shop.class);
    this.deliveries = deliveries;
    this.addresses = new TicketAddresses(base);
    this.clock = clock;
    this.ids = ids;
  }

  /** Returns the ticketing provider over this far side. */
  public TicketingProvider provider(SandboxLine line) {
    return new TicketingProvider(
        SandboxLine.ID,
        new SandboxTicketCatalog(this, line, addresses),
        Optional.of(addresses::entrance));
  }

  /** Returns at most {@code limit} events, the newest first. */
  public List<Sale> newest(int limit) {
    return sales.newest(limit);
  }

  /** Offers an event, as a draft. */
  public Sale offer(NewSale wanted) {
    Instant now = now();
    for (long id = firstId(wanted); ; id++) {
      Sale sale = offered(id, wanted, now);
      if (sales.add(sale.id(), sale)) {
        return told(sale);
      }
    }
  }

  /**
   * Offers an event of the product as a draft, or tells once more of what is offered for it
   * already: there is one sale for each event, whoever comes at the same time or again.
   */
  Sale prepare(NewSale wanted) {
    UUID event = wanted.ours().orElseThrow();
    Instant now = now();
    for (long id = firstId(wanted); ; id++) {
      Sale fresh = offered(id, wanted, now);
      if (sales.add(fresh.id(), fresh)) {
        return told(fresh);
      }
      URI page = page(fresh.id());
      Optional<Sale> same =
          change(
                  fresh.id(),
                  sale -> sale.isFor(event) ? sale.preparedAgain(wanted, page, now) : sale)
              .filter(sale -> sale.isFor(event));
      if (same.isPresent()) {
        return same.get();
      }
    }
  }

  private Sale offered(long id, NewSale wanted, Instant now) {
    String text = Long.toString(id);
    return Sale.offered(text, wanted, page(text), now);
  }

  // The same for the same event, so that two who ask at once meet.
  private long firstId(NewSale wanted) {
    return wanted
        .ours()
        .map(event -> FIRST_ID_FOR_EVENTS + Math.floorMod(mixed(event), 1_000_000_000L))
        .orElseGet(() -> FIRST_ID + Math.floorMod(mixed(ids.next()), 900_000_000L));
  }

  private static long mixed(UUID id) {
    return id.getMostSignificantBits() ^ id.getLeastSignificantBits();
  }

  private URI page(String id) {
    return addresses.of(id).page();
  }

  public Optional<Sale> find(String id) {
    return sales.find(id);
  }

  /** Returns how a sale stands now, empty when nobody knows its status. */
  public Optional<SaleStatus> stands(Sale sale) {
    return sale.standsAt(now());
  }

  /** Moves a sale on, and tells so; empty when there is none. */
  public Optional<Sale> change(String id, ShopStatus status) {
    Instant now = now();
    URI page = page(id);
    return change(id, sale -> sale.moved(status, page, now));
  }

  /** Sells one ticket; empty when there is no such sale, or it is not live. */
  public Optional<Sale> sell(String id) {
    Instant now = now();
    return sales
        .change(
            id,
            sale ->
                sale.standsAt(now).filter(SaleStatus.LIVE::equals).isPresent()
                    ? sale.soldOneMore()
                    : sale)
        .filter(change -> !change.after().equals(change.before()))
        .map(Shelf.Change::after);
  }

  /** Closes the whole shop, or opens it again: it answers neither the product nor visitors. */
  public void setDown(boolean down) {
    if (!shop.add(SHOP, new Shop(down))) {
      shop.change(SHOP, before -> new Shop(down));
    }
  }

  public boolean isDown() {
    return shop.find(SHOP).filter(Shop::down).isPresent();
  }

  /** Makes the deliveries that a crash has kept from being made. */
  public void recover() {
    sales.newest(RECENT).forEach(this::told);
  }

  Optional<Sale> find(ProviderRef event) {
    return event.provider().equals(SandboxLine.ID) ? find(event.value()) : Optional.empty();
  }

  private Optional<Sale> change(String id, UnaryOperator<Sale> decision) {
    return sales.change(id, decision).map(change -> told(change.after()));
  }

  private Sale told(Sale sale) {
    deliveries.take(sale.notices());
    return sale;
  }

  // As precise as the product's own database, so that times can be compared.
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
