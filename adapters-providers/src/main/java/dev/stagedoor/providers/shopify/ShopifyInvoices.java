package dev.stagedoor.providers.shopify;

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
import dev.stagedoor.providers.shopify.ShopifyApi.Act;
import dev.stagedoor.providers.support.Cut;
import dev.stagedoor.providers.support.Json;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Writes invoices as draft orders. Shopify knows no key for making one, so before one is made it is
 * looked for by our id: among all by tag, which Shopify's search learns a moment later, and among
 * the newest, which are there at once. One that was taken back is gone; that it was is kept with
 * the installation of the merchant's app, for nothing else may be written without more rights.
 */
final class ShopifyInvoices implements Invoices {
  static final String OUR_ID = "stagedoor_invoice";
  static final String OUR_CUSTOMER = "stagedoor_customer";
  private static final String NAMESPACE = "stagedoor";
  private static final int LONGEST_TITLE = 255;
  private static final int LONGEST_NOTE = 5000;

  private static final String LOOK_FOR =
      "query($tag: String!, $key: String!) {"
          + " currentAppInstallation { metafield(namespace: \"stagedoor\", key: $key) { value } }"
          + " tagged: draftOrders(first: 3, query: $tag) { nodes { ...D } }"
          + " newest: draftOrders(first: 50, sortKey: ID, reverse: true) { nodes { id tags } }"
          + " orders(first: 3, query: $tag) { nodes { ...O } } } "
          + ShopifyMapping.DRAFT_FIELDS;
  private static final String READ =
      "query($id: ID!, $known: Boolean!, $tag: String!) {"
          + " currentAppInstallation { id }"
          + " draftOrder(id: $id) @include(if: $known) { ...D }"
          + " orders(first: 3, query: $tag) { nodes { ...O } } } "
          + ShopifyMapping.DRAFT_FIELDS;
  private static final String CREATE =
      "mutation($input: DraftOrderInput!) { draftOrderCreate(input: $input) {"
          + " draftOrder { ...D } userErrors { field message } } } "
          + ShopifyMapping.DRAFT_FIELDS;
  // Done in this order: what is deleted is known to have been.
  private static final String DELETE =
      "mutation($kept: [MetafieldsSetInput!]!, $input: DraftOrderDeleteInput!) {"
          + " metafieldsSet(metafields: $kept) { userErrors { field message } }"
          + " draftOrderDelete(input: $input) { deletedId userErrors { field message } } }";

  private static final String DISCARD =
      "mutation($input: DraftOrderDeleteInput!) { draftOrderDelete(input: $input) {"
          + " deletedId userErrors { field message } } }";

  private final ShopifyApi api;

  ShopifyInvoices(ShopifyApi api) {
    this.api = api;
  }

  @Override
  public InvoiceOutcome issue(InvoiceRequest request) {
    Optional<Why> wrong = ShopifyShop.wrong(request.merchant());
    if (wrong.equals(Optional.of(Why.WRONG_SITE))) {
      return new InvoiceOutcome.Refused("wrong_site");
    }
    for (InvoiceLine line : request.lines()) {
      if (ShopifyMapping.MONEY.write(line.price()).isEmpty()) {
        return new InvoiceOutcome.Refused("currency_not_supported");
      }
    }
    ShopifyShop shop = shop(request.merchant());
    return orUnknown(
        () -> {
          try {
            return existing(shop, request).orElseGet(() -> created(shop, request));
          } catch (ProviderException problem) {
            if (problem.kind() == Kind.REJECTED) {
              return new InvoiceOutcome.Refused(ShopifyApi.Refusal.of(problem));
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
        return new InvoiceOutcome.Unknown("Shopify's answer was lost or made no sense");
      }
      throw problem;
    }
  }

  private static ShopifyShop shop(Merchant merchant) {
    Optional<Why> wrong = ShopifyShop.wrong(merchant);
    if (wrong.isEmpty()) {
      return ShopifyShop.of(merchant);
    }
    throw new ProviderException(
        Shopify.ID,
        wrong.get() == Why.WRONG_SITE ? Kind.REJECTED : Kind.UNAUTHORISED,
        "no shop, or no token of one");
  }

  private Optional<InvoiceOutcome> existing(ShopifyShop shop, InvoiceRequest request) {
    InvoiceId invoice = request.invoice();
    String tag = ShopifyRef.tag(invoice);
    JsonNode found =
        api.ask(
            shop,
            "draft_order.search",
            Act.READ,
            LOOK_FOR,
            Json.object().put("tag", "tag:'" + tag + "'").put("key", tag));
    Optional<JsonNode> draft = tagged(found.path("tagged"), tag);
    if (draft.isPresent()) {
      return Optional.of(ofWantedAmount(shop, request, draft.get()));
    }
    Optional<JsonNode> young = tagged(found.path("newest"), tag);
    if (young.isPresent()) {
      ProviderRef ref = ShopifyMapping.ref(shop.domain(), invoice, young.get());
      JsonNode now = read(shop, ref, Act.READ);
      return Optional.of(
          now.path("draftOrder").isObject()
              ? ofWantedAmount(shop, request, now.path("draftOrder"))
              : outcome(shop, ref, now));
    }
    Optional<JsonNode> order = tagged(found.path("orders"), tag);
    if (order.isPresent()) {
      ProviderRef ref = new ShopifyRef(shop.domain(), Optional.empty(), invoice).toProviderRef();
      return Optional.of(ShopifyMapping.ofOrder(ref, order.get(), Optional.empty()));
    }
    String kept = found.path("currentAppInstallation").path("metafield").path("value").asText("");
    return Optional.of(kept)
        .filter(value -> !value.isBlank())
        .map(value -> new ProviderRef(Shopify.ID, value))
        .filter(ref -> ShopifyRef.read(ref).isPresent())
        .map(InvoiceOutcome.Voided::new);
  }

  /** Finds what has a tag; Shopify's search may find more than it was asked for. */
  private static Optional<JsonNode> tagged(JsonNode connection, String tag) {
    return nodes(connection)
        .filter(one -> nodes(one.path("tags"), "").anyMatch(has -> has.asText().equals(tag)))
        .findFirst();
  }

  private static Stream<JsonNode> nodes(JsonNode connection) {
    return nodes(connection, "nodes");
  }

  private static Stream<JsonNode> nodes(JsonNode parent, String member) {
    JsonNode list = member.isEmpty() ? parent : parent.path(member);
    return StreamSupport.stream(list.spliterator(), false);
  }

  private InvoiceOutcome created(ShopifyShop shop, InvoiceRequest request) {
    JsonNode payload =
        api.ask(
                shop,
                "draft_order.create",
                Act.CHANGE,
                CREATE,
                Json.object().set("input", input(request)))
            .path("draftOrderCreate");
    ShopifyApi.mustNotBeRefused("draft_order.create", payload);
    return ofWantedAmount(shop, request, payload.path("draftOrder"));
  }

  /** Deletes what asks for another amount than was wanted, and which nobody has seen. */
  private InvoiceOutcome ofWantedAmount(ShopifyShop shop, InvoiceRequest request, JsonNode draft) {
    InvoiceOutcome outcome = ShopifyMapping.ofDraft(shop.domain(), request.invoice(), draft);
    boolean isOfAnother =
        outcome instanceof InvoiceOutcome.Open open && !open.total().equals(request.total());
    // What became an order is not ours to delete any more.
    if (!isOfAnother || draft.path("order").isObject()) {
      return outcome;
    }
    discard(shop, draft.path("id").asText());
    return new InvoiceOutcome.Refused("total_differs");
  }

  /** Whatever goes wrong, it may be there still: then it is looked for again, and deleted. */
  private void discard(ShopifyShop shop, String draft) {
    ObjectNode variables = Json.object();
    variables.putObject("input").put("id", draft);
    JsonNode payload;
    try {
      payload =
          api.ask(shop, "draft_order.delete", Act.CHANGE, DISCARD, variables)
              .path("draftOrderDelete");
    } catch (ProviderException problem) {
      throw ShopifyApi.unreadable("a draft order of another amount may be left");
    }
    if (!payload.path("deletedId").isTextual()) {
      throw ShopifyApi.unreadable("a draft order of another amount is not deleted");
    }
  }

  /** Prices are final: no taxes, discounts or shipping are added to them. */
  private static ObjectNode input(InvoiceRequest request) {
    ObjectNode input =
        Json.object()
            .put("presentmentCurrencyCode", request.total().currency().getCurrencyCode())
            .put("taxExempt", true)
            .put("acceptAutomaticDiscounts", false)
            .put("allowDiscountCodesInCheckout", false);
    input.putArray("tags").add(ShopifyRef.tag(request.invoice()));
    ArrayNode attributes = input.putArray("customAttributes");
    attributes.addObject().put("key", OUR_ID).put("value", request.invoice().value().toString());
    attributes.addObject().put("key", OUR_CUSTOMER).put("value", request.customer().reference());
    request.customer().email().ifPresent(email -> input.put("email", email.value()));
    if (!request.memo().isBlank()) {
      input.put("note", Cut.to(LONGEST_NOTE, request.memo()));
    }
    ArrayNode lines = input.putArray("lineItems");
    for (InvoiceLine line : request.lines()) {
      lines
          .addObject()
          .put("title", Cut.to(LONGEST_TITLE, line.description()))
          .put("quantity", line.quantity())
          .put("taxable", false)
          .put("requiresShipping", false)
          .putObject("originalUnitPriceWithCurrency")
          .put("amount", ShopifyMapping.MONEY.write(line.price()).orElseThrow().toPlainString())
          .put("currencyCode", line.price().currency().getCurrencyCode());
    }
    return input;
  }

  @Override
  public InvoiceOutcome find(Merchant merchant, ProviderRef invoice) {
    ShopifyShop shop;
    try {
      shop = shop(merchant);
      if (isElsewhere(shop, invoice)) {
        return new InvoiceOutcome.Unknown("it is no invoice of this shop");
      }
      return outcome(shop, invoice, read(shop, invoice, Act.READ));
    } catch (ProviderException problem) {
      if (problem.kind() == Kind.UNAUTHORISED) {
        throw problem;
      }
      return new InvoiceOutcome.Unknown("Shopify does not know it, or did not answer");
    }
  }

  private static boolean isElsewhere(ShopifyShop shop, ProviderRef invoice) {
    return ShopifyRef.read(invoice).filter(ref -> ref.shop().equals(shop.domain())).isEmpty();
  }

  private JsonNode read(ShopifyShop shop, ProviderRef invoice, Act act) {
    ShopifyRef ref = ShopifyRef.read(invoice).orElseThrow();
    return api.ask(
        shop,
        "draft_order.read",
        act,
        READ,
        Json.object()
            .put("id", ref.gid())
            .put("known", ref.draft().isPresent())
            .put("tag", "tag:'" + ShopifyRef.tag(ref.invoice()) + "'"));
  }

  /** A draft that is gone was taken back, here or by the merchant, unless it became an order. */
  private static InvoiceOutcome outcome(ShopifyShop shop, ProviderRef invoice, JsonNode found) {
    ShopifyRef ref = ShopifyRef.read(invoice).orElseThrow();
    if (found.path("draftOrder").isObject()) {
      return ShopifyMapping.ofDraft(shop.domain(), ref.invoice(), found.path("draftOrder"));
    }
    Optional<JsonNode> order = tagged(found.path("orders"), ShopifyRef.tag(ref.invoice()));
    if (order.isPresent()) {
      return ShopifyMapping.ofOrder(invoice, order.get(), Optional.empty());
    }
    return ref.draft().isPresent()
        ? new InvoiceOutcome.Voided(invoice)
        : new InvoiceOutcome.Unknown("there is no such order yet");
  }

  @Override
  public InvoiceOutcome cancel(Merchant merchant, ProviderRef invoice) {
    ShopifyShop shop = shop(merchant);
    if (isElsewhere(shop, invoice)) {
      throw ShopifyApi.rejected("no invoice of this shop");
    }
    return orUnknown(
        () -> {
          JsonNode found = read(shop, invoice, Act.LOOK);
          InvoiceOutcome before = outcome(shop, invoice, found);
          if (!(before instanceof InvoiceOutcome.Open)) {
            return before;
          }
          if (found.path("draftOrder").path("order").isObject()
              || !found.path("draftOrder").isObject()) {
            throw ShopifyApi.rejected("it became an order, which only the merchant can cancel");
          }
          return deleted(shop, invoice, found.path("currentAppInstallation").path("id").asText());
        });
  }

  private InvoiceOutcome deleted(ShopifyShop shop, ProviderRef invoice, String installation) {
    ShopifyRef ref = ShopifyRef.read(invoice).orElseThrow();
    ObjectNode variables = Json.object();
    variables
        .putArray("kept")
        .addObject()
        .put("ownerId", installation)
        .put("namespace", NAMESPACE)
        .put("key", ShopifyRef.tag(ref.invoice()))
        .put("type", "single_line_text_field")
        .put("value", invoice.value());
    variables.putObject("input").put("id", ref.gid());
    JsonNode done = api.ask(shop, "draft_order.delete", Act.CHANGE, DELETE, variables);
    JsonNode payload = done.path("draftOrderDelete");
    if (payload.path("userErrors").isEmpty() && payload.path("deletedId").isTextual()) {
      return new InvoiceOutcome.Voided(invoice);
    }
    // Somebody paid it or deleted it in between, or it is really refused.
    InvoiceOutcome now = outcome(shop, invoice, read(shop, invoice, Act.LOOK));
    if (now instanceof InvoiceOutcome.Open) {
      ShopifyApi.mustNotBeRefused("draft_order.delete", payload);
      throw ShopifyApi.unreadable("neither deleted nor refused");
    }
    return now;
  }

  @Override
  public String toString() {
    return "invoices of " + api;
  }
}
