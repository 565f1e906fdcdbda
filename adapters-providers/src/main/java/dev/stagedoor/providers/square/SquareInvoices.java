package dev.stagedoor.providers.square;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.invoicing.InvoiceLine;
import dev.stagedoor.domain.invoicing.InvoiceOutcome;
import dev.stagedoor.domain.invoicing.InvoiceRequest;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.invoicing.port.Invoices;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.Cut;
import dev.stagedoor.providers.support.HttpRefusal;
import dev.stagedoor.providers.support.Json;
import dev.stagedoor.providers.support.Sha256;
import java.util.Currency;
import java.util.Optional;

/**
 * Writes bills as payment links, which Square makes for anybody, whatever is known of them: its
 * invoices need a customer's address for mail. A link has an order, made with it, by which it is
 * known here, for that is what webhooks tell of; how the order stands is how the bill does. What
 * broke off is found by the key, and by our id, the order's reference, when the key is forgotten.
 */
final class SquareInvoices implements Invoices {
  static final String OUR_ID = "stagedoor_invoice";
  static final String OUR_CUSTOMER = "stagedoor_customer";
  private static final int LONGEST_DESCRIPTION = 4096;

  private final SquareApi api;

  SquareInvoices(SquareApi api) {
    this.api = api;
  }

  @Override
  public InvoiceOutcome issue(InvoiceRequest request) {
    Secret token = SquareApi.token(request.merchant());
    String reference = request.invoice().value().toString();
    Optional<JsonNode> existing;
    Optional<SquareLink> made = Optional.empty();
    try {
      Optional<SquareLocation> location = api.location(token, site(request.merchant()));
      if (location.isEmpty()) {
        return new InvoiceOutcome.Refused("location_not_found");
      }
      if (!isIn(location.get().currency(), request)) {
        return new InvoiceOutcome.Refused("currency_not_supported");
      }
      existing = api.orderOf(token, location.get().id(), reference);
      if (existing.isEmpty()) {
        made = Optional.of(api.createLink(token, link(request, location.get())));
      }
    } catch (ProviderException problem) {
      return switch (problem.kind()) {
        case REJECTED -> SquareMapping.refused(code(problem));
        case UNREADABLE -> lost();
        default -> throw problem;
      };
    }
    try {
      return written(token, request, existing, made);
    } catch (ProviderException problem) {
      // Perhaps it can be paid already.
      return lost();
    }
  }

  private static String site(Merchant merchant) {
    return merchant instanceof Merchant.Keyed keyed ? keyed.site().orElse("") : "";
  }

  /** All that is sold at a location is in its currency. */
  private static boolean isIn(Optional<Currency> currency, InvoiceRequest request) {
    return request.lines().stream()
        .allMatch(line -> currency.equals(Optional.of(line.price().currency())));
  }

  private static InvoiceOutcome lost() {
    return new InvoiceOutcome.Unknown("Square's answer was lost or made no sense");
  }

  private static InvoiceOutcome without() {
    return new InvoiceOutcome.Unknown("Square does not list the link to it");
  }

  private static String code(ProviderException refusal) {
    return HttpRefusal.behind(refusal).flatMap(HttpRefusal::code).orElse("unspecified");
  }

  /** Prices are final: nothing is added to them and nobody takes a part off. */
  private static ObjectNode link(InvoiceRequest request, SquareLocation location) {
    String id = request.invoice().value().toString();
    ObjectNode body =
        Json.object()
            .put("idempotency_key", "stagedoor-link-" + Sha256.hex(request.key().value()))
            .put("payment_note", id);
    if (!request.memo().isBlank()) {
      body.put("description", Cut.to(LONGEST_DESCRIPTION, request.memo()));
    }
    body.putObject("checkout_options")
        .put("allow_tipping", false)
        .put("ask_for_shipping_address", false)
        .put("enable_coupon", false)
        .put("enable_loyalty", false);
    ObjectNode order =
        body.putObject("order").put("location_id", location.id()).put("reference_id", id);
    order
        .putObject("metadata")
        .put(OUR_ID, id)
        .put(OUR_CUSTOMER, customer(request.customer().reference()));
    ArrayNode lines = order.putArray("line_items");
    for (InvoiceLine line : request.lines()) {
      lines
          .addObject()
          .put("name", line.description())
          .put("quantity", Integer.toString(line.quantity()))
          .set("base_price_money", SquareAmounts.write(line.price()));
    }
    return body;
  }

  /** Says whether two are one and the same, and not who: Square forbids personal data there. */
  static String customer(String reference) {
    return Sha256.hex(reference);
  }

  /** The answer to a key that Square knows is that of the first time: the order is asked for. */
  private InvoiceOutcome written(
      Secret token,
      InvoiceRequest request,
      Optional<JsonNode> existing,
      Optional<SquareLink> made) {
    JsonNode order =
        existing.orElseGet(() -> api.order(token, made.map(SquareLink::order).orElseThrow()));
    InvoiceOutcome standing = SquareMapping.outcome(order, Optional.empty());
    Money total = SquareMapping.total(order);
    if (standing instanceof InvoiceOutcome.Voided && !total.equals(request.total())) {
      return ofAnother();
    }
    if (!(standing instanceof InvoiceOutcome.Open open)) {
      return standing;
    }
    Optional<SquareLink> link = made.or(() -> api.linkOf(token, open.ref().value()));
    if (link.isEmpty()) {
      return without();
    }
    if (!total.equals(request.total())) {
      return discarded(token, order, link.get());
    }
    return SquareMapping.outcome(order, link.map(SquareLink::page));
  }

  private static InvoiceOutcome ofAnother() {
    return new InvoiceOutcome.Refused("total_differs");
  }

  /** Takes back what asks for another amount than was wanted, and which nobody has seen. */
  private InvoiceOutcome discarded(Secret token, JsonNode order, SquareLink link) {
    if (SquareMapping.isUnderWay(order)) {
      return new InvoiceOutcome.Unknown("it is of another amount, and somebody is paying it");
    }
    return isCancelled(token, link) ? ofAnother() : lost();
  }

  private boolean isCancelled(Secret token, SquareLink link) {
    return api.deleteLink(token, link).equals(Optional.of(link.order()));
  }

  @Override
  public InvoiceOutcome find(Merchant merchant, ProviderRef invoice) {
    Secret token = SquareApi.token(merchant);
    try {
      JsonNode order = api.order(token, id(invoice));
      InvoiceOutcome standing = SquareMapping.outcome(order, Optional.empty());
      return standing instanceof InvoiceOutcome.Open
          ? api.linkOf(token, invoice.value())
              .map(link -> SquareMapping.outcome(order, Optional.of(link.page())))
              .orElseGet(SquareInvoices::without)
          : standing;
    } catch (ProviderException problem) {
      if (problem.kind() == Kind.UNAUTHORISED) {
        throw problem;
      }
      return new InvoiceOutcome.Unknown("Square does not know it, or did not answer");
    }
  }

  private static String id(ProviderRef invoice) {
    if (!invoice.provider().equals(Square.ID)) {
      throw new ProviderException(Square.ID, Kind.REJECTED, "not one of Square's orders");
    }
    return invoice.value();
  }

  @Override
  public InvoiceOutcome cancel(Merchant merchant, ProviderRef invoice) {
    Secret token = SquareApi.token(merchant);
    String id = id(invoice);
    try {
      JsonNode order = api.order(token, id);
      InvoiceOutcome standing = SquareMapping.outcome(order, Optional.empty());
      if (!(standing instanceof InvoiceOutcome.Open)) {
        return standing;
      }
      if (SquareMapping.isUnderWay(order)) {
        throw new ProviderException(
            Square.ID, Kind.REJECTED, "a part of it is paid, or somebody is paying it");
      }
      Optional<SquareLink> link = api.linkOf(token, id);
      return link.isPresent() ? cancelled(token, invoice, link.get()) : without();
    } catch (ProviderException problem) {
      if (problem.kind() == Kind.UNREADABLE) {
        return lost();
      }
      throw problem;
    }
  }

  private InvoiceOutcome cancelled(Secret token, ProviderRef invoice, SquareLink link) {
    try {
      return isCancelled(token, link) ? new InvoiceOutcome.Voided(invoice) : lost();
    } catch (ProviderException refusal) {
      if (refusal.kind() != Kind.REJECTED) {
        throw refusal;
      }
      // Perhaps it was paid, or taken back, in this very moment.
      InvoiceOutcome standing =
          SquareMapping.outcome(api.order(token, invoice.value()), Optional.empty());
      if (standing instanceof InvoiceOutcome.Open) {
        throw refusal;
      }
      return standing;
    }
  }

  @Override
  public String toString() {
    return "invoices of " + api;
  }
}
