package dev.stagedoor.providers.square;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.invoicing.Customer;
import dev.stagedoor.domain.invoicing.InvoiceLine;
import dev.stagedoor.domain.invoicing.InvoiceOutcome;
import dev.stagedoor.domain.invoicing.InvoiceRequest;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.invoicing.port.Invoices;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.HttpRefusal;
import dev.stagedoor.providers.support.Json;
import dev.stagedoor.providers.support.Sha256;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.Optional;

/**
 * Writes invoices: the customer, an order with the lines, a draft, and then the draft is published,
 * for only that can be paid. What broke off anywhere is gone on with: each step has a key of its
 * own made from the request's, and a draft that exists is found by our id, which is its number.
 * Square has one invoice of a number at a location.
 */
final class SquareInvoices implements Invoices {
  private static final int LONGEST_REFERENCE = 100;
  private static final int LONGEST_NAME = 300;

  private final SquareApi api;
  private final Clock clock;

  SquareInvoices(SquareApi api, Clock clock) {
    this.api = api;
    this.clock = clock;
  }

  /** An invoice that can be written: whose, where, and for whom. */
  private record Wanted(
      InvoiceRequest request, Secret token, SquareLocation location, EmailAddress email) {
    /** Names a step so that Square knows it again. */
    String key(String step) {
      return step(step, request.key().value());
    }

    LocalDate due(Clock clock) {
      return SquareInvoices.due(clock, request.due(), location.zone());
    }
  }

  private static String step(String step, String key) {
    return "stagedoor-" + step + "-" + Sha256.hex(key);
  }

  /**
   * A day is over when it is over at the location, so nobody gets less time than they were told.
   */
  private static LocalDate due(Clock clock, Duration due, ZoneId zone) {
    return clock.instant().plus(due).atZone(zone).toLocalDate();
  }

  @Override
  public InvoiceOutcome issue(InvoiceRequest request) {
    Secret token = SquareApi.token(request.merchant());
    Optional<EmailAddress> email = request.customer().email();
    if (email.isEmpty()) {
      return new InvoiceOutcome.Refused("customer_email_needed");
    }
    try {
      Optional<SquareLocation> location = api.location(token, site(request.merchant()));
      if (location.isEmpty()) {
        return new InvoiceOutcome.Refused("location_not_found");
      }
      if (!isIn(location.get().currency(), request)) {
        return new InvoiceOutcome.Refused("currency_not_supported");
      }
      return SquareMapping.outcome(
          written(new Wanted(request, token, location.get(), email.get())));
    } catch (ProviderException problem) {
      return switch (problem.kind()) {
        case REJECTED -> SquareMapping.refused(code(problem));
        case UNREADABLE -> lost();
        default -> throw problem;
      };
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

  private static String code(ProviderException refusal) {
    return HttpRefusal.behind(refusal).flatMap(HttpRefusal::code).orElse("unspecified");
  }

  private JsonNode written(Wanted wanted) {
    String customer = customer(wanted);
    JsonNode invoice = existing(wanted, customer).orElseGet(() -> draft(wanted, customer));
    if (!SquareMapping.DRAFT.equals(invoice.path("status").textValue())) {
      return invoice;
    }
    JsonNode inTime = inTime(wanted, invoice);
    int version = SquareApi.whole(inTime, "version");
    return api.publish(
        wanted.token(),
        SquareApi.text(inTime, "id"),
        Json.object()
            .put("idempotency_key", wanted.key("publish-" + version))
            .put("version", version));
  }

  /**
   * Finds or makes the customer. Who is too young to be found is found by the key, whose call is
   * the same for everything that may be said of the customer later; the name it must have is the
   * merchant's own for the customer, until there is a better one.
   */
  private String customer(Wanted wanted) {
    Customer customer = wanted.request().customer();
    String reference = reference(customer);
    String id =
        api.customer(wanted.token(), reference)
            .orElseGet(
                () ->
                    api.createCustomer(
                        wanted.token(),
                        Json.object()
                            .put("idempotency_key", step("customer", customer.reference()))
                            .put("reference_id", reference)
                            .put("given_name", customer.reference())));
    ObjectNode said = Json.object().put("email_address", wanted.email().value());
    if (!customer.name().isBlank()) {
      said.put("given_name", cut(customer.name(), LONGEST_NAME));
    }
    api.updateCustomer(wanted.token(), id, said);
    return id;
  }

  private static String reference(Customer customer) {
    String reference = customer.reference();
    return reference.length() <= LONGEST_REFERENCE ? reference : Sha256.hex(reference);
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }

  private Optional<JsonNode> existing(Wanted wanted, String customer) {
    Optional<?> ours = Optional.of(wanted.request().invoice());
    return api.invoicesOf(wanted.token(), wanted.location().id(), customer).stream()
        .filter(one -> SquareMapping.ours(one).equals(ours))
        .findFirst();
  }

  private JsonNode draft(Wanted wanted, String customer) {
    InvoiceRequest request = wanted.request();
    ObjectNode invoice =
        Json.object()
            .put("location_id", wanted.location().id())
            .put("order_id", order(wanted, customer))
            .put("delivery_method", "SHARE_MANUALLY")
            .put("invoice_number", request.invoice().value().toString());
    invoice.putObject("primary_recipient").put("customer_id", customer);
    invoice
        .putArray("payment_requests")
        .addObject()
        .put("request_type", "BALANCE")
        .put("due_date", wanted.due(clock).toString());
    invoice.putObject("accepted_payment_methods").put("card", true);
    if (!request.memo().isBlank()) {
      invoice.put("description", request.memo());
    }
    ObjectNode body = Json.object().put("idempotency_key", wanted.key("draft"));
    body.set("invoice", invoice);
    return api.createInvoice(wanted.token(), body);
  }

  private String order(Wanted wanted, String customer) {
    InvoiceRequest request = wanted.request();
    ObjectNode order =
        Json.object()
            .put("location_id", wanted.location().id())
            .put("reference_id", request.invoice().value().toString())
            .put("customer_id", customer);
    ArrayNode lines = order.putArray("line_items");
    for (InvoiceLine line : request.lines()) {
      lines
          .addObject()
          .put("name", line.description())
          .put("quantity", Integer.toString(line.quantity()))
          .set("base_price_money", SquareAmounts.write(line.price()));
    }
    ObjectNode body = Json.object().put("idempotency_key", wanted.key("order"));
    body.set("order", order);
    return api.createOrder(wanted.token(), body);
  }

  /** Gives a draft that was left the time it would get if it were written now. */
  private JsonNode inTime(Wanted wanted, JsonNode draft) {
    JsonNode payment = draft.path("payment_requests").path(0);
    LocalDate due = wanted.due(clock);
    if (!date(payment).isBefore(due)) {
      return draft;
    }
    ObjectNode invoice = Json.object().put("version", SquareApi.whole(draft, "version"));
    invoice
        .putArray("payment_requests")
        .addObject()
        .put("uid", SquareApi.text(payment, "uid"))
        .put("due_date", due.toString());
    ObjectNode body = Json.object().put("idempotency_key", wanted.key("due-" + due));
    body.set("invoice", invoice);
    return api.updateInvoice(wanted.token(), SquareApi.text(draft, "id"), body);
  }

  private static LocalDate date(JsonNode payment) {
    try {
      return LocalDate.parse(SquareApi.text(payment, "due_date"));
    } catch (DateTimeParseException e) {
      throw SquareApi.unreadable("a due date that is none");
    }
  }

  @Override
  public InvoiceOutcome find(Merchant merchant, ProviderRef invoice) {
    Secret token = SquareApi.token(merchant);
    try {
      return SquareMapping.outcome(api.invoice(token, id(invoice)));
    } catch (ProviderException problem) {
      if (problem.kind() == Kind.UNAUTHORISED) {
        throw problem;
      }
      return new InvoiceOutcome.Unknown("Square does not know it, or did not answer");
    }
  }

  private static String id(ProviderRef invoice) {
    if (!invoice.provider().equals(Square.ID)) {
      throw new ProviderException(Square.ID, Kind.REJECTED, "not one of Square's invoices");
    }
    return invoice.value();
  }

  @Override
  public InvoiceOutcome cancel(Merchant merchant, ProviderRef invoice) {
    Secret token = SquareApi.token(merchant);
    String id = id(invoice);
    try {
      JsonNode now = api.invoice(token, id);
      InvoiceOutcome standing = SquareMapping.outcome(now);
      if (SquareMapping.PARTLY_PAID.equals(now.path("status").textValue())) {
        throw new ProviderException(
            Square.ID, Kind.REJECTED, "a part is paid, which cancelling would not pay back");
      }
      return isOver(standing) ? standing : cancelled(token, id, SquareApi.whole(now, "version"));
    } catch (ProviderException problem) {
      if (problem.kind() == Kind.UNREADABLE) {
        return lost();
      }
      throw problem;
    }
  }

  private InvoiceOutcome cancelled(Secret token, String id, int version) {
    try {
      return SquareMapping.outcome(api.cancel(token, id, Json.object().put("version", version)));
    } catch (ProviderException refusal) {
      if (refusal.kind() != Kind.REJECTED) {
        throw refusal;
      }
      // Perhaps it was paid, or taken back, in this very moment.
      InvoiceOutcome standing = SquareMapping.outcome(api.invoice(token, id));
      if (isOver(standing)) {
        return standing;
      }
      throw refusal;
    }
  }

  private static boolean isOver(InvoiceOutcome outcome) {
    return outcome instanceof InvoiceOutcome.Paid || outcome instanceof InvoiceOutcome.Voided;
  }

  @Override
  public String toString() {
    return "invoices of " + api;
  }
}
