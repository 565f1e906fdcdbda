package dev.stagedoor.providers.medusajs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.invoicing.InvoiceLine;
import dev.stagedoor.domain.invoicing.InvoiceOutcome;
import dev.stagedoor.domain.invoicing.InvoiceRequest;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.invoicing.MerchantReading.Why;
import dev.stagedoor.domain.invoicing.port.Invoices;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.providers.support.Cut;
import dev.stagedoor.providers.support.Json;
import dev.stagedoor.providers.support.ProviderHttp;
import dev.stagedoor.providers.support.ProviderRequest;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/**
 * Writes invoices as draft orders, which nobody can pay, and then makes orders of them. Medusa
 * knows no key for making one, so before one is made it is looked for by our id, which stands where
 * Medusa searches: it searches its database, so what is there is found at once. What broke off is
 * gone on with.
 */
final class MedusaInvoices implements Invoices {
  static final String OUR_ID = "stagedoor_invoice";
  static final String OUR_CUSTOMER = "stagedoor_customer";
  private static final String OUR_MEMO = "stagedoor_memo";
  private static final int LONGEST = 250;

  private final MedusaApi api;
  private final MedusaMapping mapping;

  MedusaInvoices(MedusaApi api, MedusaMapping mapping) {
    this.api = api;
    this.mapping = mapping;
  }

  @Override
  public InvoiceOutcome issue(InvoiceRequest request) {
    if (api.wrong(request.merchant()).equals(Optional.of(Why.WRONG_SITE))) {
      return new InvoiceOutcome.Refused("wrong_site");
    }
    for (InvoiceLine line : request.lines()) {
      if (MedusaMapping.MONEY.write(line.price()).isEmpty()) {
        return new InvoiceOutcome.Refused("currency_not_supported");
      }
    }
    ProviderHttp server = api.server(request.merchant());
    return orUnknown(
        () -> {
          try {
            return written(server, request);
          } catch (ProviderException problem) {
            if (problem.kind() == Kind.REJECTED) {
              return new InvoiceOutcome.Refused(MedusaApi.codeOf(problem));
            }
            throw problem;
          }
        });
  }

  private static InvoiceOutcome orUnknown(Supplier<InvoiceOutcome> work) {
    try {
      return work.get();
    } catch (ProviderException problem) {
      if (problem.kind() == Kind.UNREADABLE) {
        return new InvoiceOutcome.Unknown("Medusa's answer was lost or made no sense");
      }
      throw problem;
    }
  }

  private InvoiceOutcome written(ProviderHttp server, InvoiceRequest request) {
    Optional<JsonNode> order = search(server, "orders", request.invoice());
    if (order.isPresent()) {
      return mapping.outcome(read(server, MedusaMapping.id(order.get())));
    }
    Optional<JsonNode> left = search(server, "draft_orders", request.invoice());
    JsonNode draft;
    if (left.isPresent()) {
      draft = left.get();
    } else {
      Optional<String> region = region(server, request.total().currency());
      if (region.isEmpty()) {
        return new InvoiceOutcome.Refused("no_region_of_currency");
      }
      draft = drafted(server, request, region.get());
    }
    String id = MedusaMapping.id(draft);
    if (!MedusaMapping.sayable(draft).equals(Optional.of(request.total()))) {
      // The region adds taxes to prices.
      server.delete("draft_order.delete", "/admin/draft-orders/{}", id).expecting(404).send();
      return new InvoiceOutcome.Refused("total_differs");
    }
    return converted(server, id);
  }

  /** Finds what has our id, among all there are of a kind. */
  private static Optional<JsonNode> search(ProviderHttp server, String kind, InvoiceId invoice) {
    JsonNode found =
        MedusaApi.list(
            server
                .get(
                    kind.equals("orders") ? "order.search" : "draft_order.search",
                    "/admin/" + kind.replace('_', '-'))
                .query("q", tag(invoice))
                .query("limit", "10")
                .query("fields", "id,currency_code,total,metadata")
                .send(),
            kind);
    return StreamSupport.stream(found.spliterator(), false)
        .filter(
            one -> one.path("metadata").path(OUR_ID).asText().equals(invoice.value().toString()))
        .findFirst();
  }

  private static String tag(InvoiceId invoice) {
    return "sd-" + invoice.value().toString().replace("-", "");
  }

  /** Returns the oldest region of a currency. */
  private static Optional<String> region(ProviderHttp server, Currency currency) {
    String code = currency.getCurrencyCode().toLowerCase(Locale.ROOT);
    JsonNode regions =
        MedusaApi.list(
            server
                .get("region.list", "/admin/regions")
                .query("currency_code", code)
                .query("order", "created_at")
                .query("limit", "10")
                .query("fields", "id,currency_code")
                .send(),
            "regions");
    return StreamSupport.stream(regions.spliterator(), false)
        .filter(region -> region.path("currency_code").asText().equals(code))
        .map(MedusaMapping::id)
        .findFirst();
  }

  private static JsonNode drafted(ProviderHttp server, InvoiceRequest request, String region) {
    ObjectNode draft =
        Json.object()
            .put("region_id", region)
            .put(
                "currency_code",
                request.total().currency().getCurrencyCode().toLowerCase(Locale.ROOT))
            .put("no_notification_order", true);
    request.customer().email().ifPresent(email -> draft.put("email", email.value()));
    ObjectNode address = draft.putObject("billing_address");
    // Medusa searches addresses and no metadata.
    address.put("company", tag(request.invoice()));
    if (!request.customer().name().isBlank()) {
      address.put("last_name", Cut.to(LONGEST, request.customer().name()));
    }
    ObjectNode metadata =
        draft
            .putObject("metadata")
            .put(OUR_ID, request.invoice().value().toString())
            .put(OUR_CUSTOMER, request.customer().reference());
    if (!request.memo().isBlank()) {
      metadata.put(OUR_MEMO, request.memo());
    }
    ArrayNode items = draft.putArray("items");
    for (InvoiceLine line : request.lines()) {
      items
          .addObject()
          .put("title", Cut.to(LONGEST, line.description()))
          .put("quantity", line.quantity())
          // As text: a number would go through binary fractions.
          .put("unit_price", MedusaMapping.MONEY.write(line.price()).orElseThrow().toPlainString());
    }
    return MedusaApi.object(
        server
            .post("draft_order.create", "/admin/draft-orders")
            .query("fields", "id,currency_code,total,metadata")
            .json(draft)
            .send(),
        "draft_order");
  }

  private InvoiceOutcome converted(ProviderHttp server, String id) {
    try {
      server.post("draft_order.convert", "/admin/draft-orders/{}/convert-to-order", id).send();
    } catch (ProviderException refusal) {
      if (refusal.kind() != Kind.REJECTED) {
        throw refusal;
      }
      // Who asks twice is refused: it is an order already.
      JsonNode order = readAfterwards(server, id);
      if (order.path("status").asText().equals("draft")) {
        throw refusal;
      }
      return mapping.outcome(order);
    }
    return mapping.outcome(readAfterwards(server, id));
  }

  /** Reads an order with what was paid; only this call tells the status of payments. */
  private static JsonNode read(ProviderHttp server, String id) {
    return order(reading(server, id));
  }

  private static ProviderRequest reading(ProviderHttp server, String id) {
    return server.get("order.read", "/admin/orders/{}", id).query("fields", MedusaMapping.FIELDS);
  }

  private static JsonNode order(ProviderRequest request) {
    return MedusaApi.object(request.send(), "order");
  }

  /** Reads what something was done to: whatever goes wrong now, that is done. */
  private static JsonNode readAfterwards(ProviderHttp server, String id) {
    try {
      return read(server, id);
    } catch (ProviderException problem) {
      throw MedusaApi.unreadable("it was done, and nobody told what came of it");
    }
  }

  @Override
  public InvoiceOutcome find(Merchant merchant, ProviderRef invoice) {
    try {
      return mapping.outcome(read(api.server(merchant), id(invoice)));
    } catch (ProviderException problem) {
      if (problem.kind() == Kind.UNAUTHORISED) {
        throw problem;
      }
      return new InvoiceOutcome.Unknown("Medusa does not know it, or did not answer");
    }
  }

  private static String id(ProviderRef invoice) {
    if (!invoice.provider().equals(Medusa.ID) || !MedusaMapping.isId(invoice.value())) {
      throw MedusaApi.rejected("no order of Medusa");
    }
    return invoice.value();
  }

  @Override
  public InvoiceOutcome cancel(Merchant merchant, ProviderRef invoice) {
    String id = id(invoice);
    ProviderHttp server = api.server(merchant);
    return orUnknown(
        () -> {
          JsonNode order = order(reading(server, id).withinAChange());
          InvoiceOutcome before = mapping.outcome(order);
          if (!(before instanceof InvoiceOutcome.Open)) {
            return before;
          }
          if (order.path("payment_status").asText().equals("partially_captured")) {
            throw MedusaApi.rejected("a part is paid, which cancelling would pay back");
          }
          try {
            server.post("order.cancel", "/admin/orders/{}/cancel", id).send();
          } catch (ProviderException refusal) {
            if (refusal.kind() != Kind.REJECTED) {
              throw refusal;
            }
            // Unless all is over already, the refusal stands.
            InvoiceOutcome now = mapping.outcome(readAfterwards(server, id));
            if (now instanceof InvoiceOutcome.Open) {
              throw refusal;
            }
            return now;
          }
          return mapping.outcome(readAfterwards(server, id));
        });
  }

  @Override
  public String toString() {
    return "invoices of " + api;
  }
}
