package dev.stagedoor.providers.sandbox.ticketing;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.kernel.Tokens;
import dev.stagedoor.domain.sandbox.port.SandboxMemory;
import dev.stagedoor.providers.sandbox.memory.Shelf;
import dev.stagedoor.providers.support.ProviderHttp;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the shop lets organisers in who are signed in at the product: it exchanges their token
 * there, asks what they may, and does for them what the product allows.
 */
public final class OrganiserDesk {
  private final Shelf<Visit> visits;
  private final SandboxTickets tickets;
  private final Secret secret;
  private final Tokens tokens;
  private volatile @Nullable ProviderHttp product;

  /**
   * @param secret what proves to the product that the shop asks
   */
  public OrganiserDesk(SandboxMemory memory, SandboxTickets tickets, Secret secret, Tokens tokens) {
    this.visits = new Shelf<>(memory, "ticket-visits", Visit.class);
    this.tickets = tickets;
    this.secret = secret;
    this.tokens = tokens;
  }

  /** Says where the product is. Until then nobody is let in. */
  public void start(URI server) {
    product = ProductCalls.lineTo(server, secret);
  }

  /**
   * Lets somebody in, who then has a sale for their event; who comes again has the same.
   *
   * @param event what the address says that they came for, where the product does not say
   */
  public Arrival arrive(Secret token, Optional<UUID> event) {
    ProviderHttp http = product;
    if (http == null) {
      return closed();
    }
    ProductCalls calls = ProductCalls.over(http);
    Optional<Visit> visit =
        calls.validate(token).flatMap(guest -> begin(calls, guest, guest.event().or(() -> event)));
    return new Arrival(calls.said(), visit);
  }

  private Optional<Visit> begin(
      ProductCalls calls, ProductCalls.Guest guest, Optional<UUID> event) {
    calls.accounts(guest.reference());
    if (!calls.mayManage(guest.reference(), event)) {
      return Optional.empty();
    }
    Optional<Sale> sale = event.flatMap(calls::event).map(tickets::prepare);
    if (event.isPresent() && sale.isEmpty()) {
      return Optional.empty();
    }
    Visit visit =
        new Visit(
            tokens.next().reveal(),
            guest.reference().reveal(),
            guest.who(),
            event.map(UUID::toString).orElse(null),
            sale.map(Sale::id).orElse(null),
            calls.said());
    visits.add(visit.key(), visit);
    return Optional.of(visit);
  }

  public Optional<Visit> find(String key) {
    return visits.find(key);
  }

  /** Moves the visitor's sale on, where the product still lets them. */
  public Arrival move(Visit visit, ShopStatus status) {
    ProviderHttp http = product;
    if (http == null) {
      return closed();
    }
    ProductCalls calls = ProductCalls.over(http);
    if (visit.sale() == null || !calls.mayManage(visit.session(), visit.ours())) {
      return new Arrival(calls.said(), Optional.empty());
    }
    tickets.change(visit.sale(), status);
    return new Arrival(calls.said(), Optional.of(visit));
  }

  private static Arrival closed() {
    return new Arrival(
        List.of(new Said("the product", "not asked, for the sandbox has not been started")),
        Optional.empty());
  }

  @Override
  public String toString() {
    return "the organisers' desk of the ticket shop";
  }
}
