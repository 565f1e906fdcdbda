package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.contract.TicketingWorld;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.ticketing.SaleStatus;
import dev.stagedoor.domain.ticketing.TicketEmbed;
import dev.stagedoor.domain.ticketing.TicketOffer;
import dev.stagedoor.domain.ticketing.TicketedEventId;
import dev.stagedoor.domain.ticketing.TicketingProvider;
import dev.stagedoor.domain.ticketing.port.TicketCatalog;
import dev.stagedoor.domain.ticketing.port.TicketSetup;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A ticket shop in memory, both sides of it: the ports, and the world a test arranges. */
public final class FakeTicketing implements TicketCatalog, TicketSetup, TicketingWorld {
  private static final String SHOP = "https://tickets.fake.test/";

  private final ProviderId id;
  private final FakeLine line;
  private final Map<ProviderRef, Sale> sales = new LinkedHashMap<>();
  private Instant now = Instant.parse("2025-06-01T10:00:00Z");

  /** One event; without a status where it has one that nobody knows. */
  private record Sale(
      String title,
      @Nullable SaleStatus status,
      Optional<Instant> startsAt,
      Optional<Instant> endsAt) {
    private Sale with(@Nullable SaleStatus changed) {
      return new Sale(title, changed, startsAt, endsAt);
    }
  }

  public FakeTicketing() {
    this("fake");
  }

  public FakeTicketing(String provider) {
    this.id = new ProviderId(provider);
    this.line = new FakeLine(id);
  }

  /** Returns this provider as the registry takes it. */
  public TicketingProvider provider() {
    return new TicketingProvider(id, this, Optional.of(this));
  }

  @Override
  public synchronized Optional<TicketOffer> find(ProviderRef event) {
    return line.tell(
        () -> Optional.ofNullable(sales.get(event)).map(sale -> describe(event, sale)));
  }

  private TicketOffer describe(ProviderRef event, Sale sale) {
    SaleStatus status = sale.status();
    if (status == null) {
      throw new ProviderException(id, Kind.UNREADABLE, "a status nobody knows");
    }
    boolean isOver =
        status == SaleStatus.LIVE && sale.endsAt().filter(end -> !now.isBefore(end)).isPresent();
    return new TicketOffer(
        event,
        sale.title(),
        isOver ? SaleStatus.INACTIVE : status,
        sale.startsAt(),
        sale.endsAt(),
        embed(event));
  }

  @Override
  public TicketEmbed embed(ProviderRef event) {
    String name = "event-" + URLEncoder.encode(event.value(), StandardCharsets.UTF_8);
    return new TicketEmbed(URI.create(SHOP + name), URI.create(SHOP + name + "/widget"));
  }

  @Override
  public URI entrance(Secret token, Optional<TicketedEventId> event) {
    String why = event.map(tickets -> "&event_id=" + tickets.value()).orElse("");
    return URI.create(SHOP + "auth/cross-app?session_token=" + encoded(token) + why);
  }

  private static String encoded(Secret token) {
    return URLEncoder.encode(token.reveal(), StandardCharsets.UTF_8);
  }

  @Override
  public synchronized ProviderRef anEvent(
      String title, SaleStatus status, Optional<Instant> startsAt, Optional<Instant> endsAt) {
    ProviderRef event = new ProviderRef(id, Integer.toString(sales.size() + 1));
    sales.put(event, new Sale(title, status, startsAt, endsAt));
    return event;
  }

  @Override
  public ProviderRef nobody() {
    return new ProviderRef(id, "4711");
  }

  @Override
  public synchronized boolean shows(URI address) {
    return sales.keySet().stream()
        .filter(event -> sales.get(event).status() == SaleStatus.LIVE)
        .map(this::embed)
        .anyMatch(embed -> embed.page().equals(address) || embed.frame().equals(address));
  }

  @Override
  public synchronized Instant now() {
    return now;
  }

  /** Sets the time by which sales are over. */
  public synchronized void setNow(Instant instant) {
    now = instant;
  }

  @Override
  public synchronized void change(ProviderRef event, SaleStatus status) {
    sales.computeIfPresent(event, (ref, sale) -> sale.with(status));
  }

  @Override
  public synchronized void changeToSomethingNew(ProviderRef event) {
    sales.computeIfPresent(event, (ref, sale) -> sale.with(null));
  }

  @Override
  public synchronized void fail(FarSideFailure how) {
    line.fail(how);
  }

  @Override
  public synchronized void recover() {
    line.recover();
  }

  @Override
  public String toString() {
    return "the ticket shop of " + id;
  }
}
