package dev.stagedoor.providers.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.providers.support.FaultyServer;
import dev.stagedoor.providers.support.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A small Shopify in this process: several shops, each with its drafts, orders and what an app
 * keeps of its own. It knows the adapter's documents by their fields, checks what they are given,
 * and finds by search only what is a moment old. Written from the API's reference for 2026-01.
 */
final class ShopifyStub extends FaultyServer {
  static final String ADA = "ada-rings.myshopify.com";
  static final String BOB = "bobs-shop.myshopify.com";
  static final String ADAS_TOKEN = "shpat_stub0000000000000000000000000ada";
  static final String BOBS_TOKEN = "shpat_stub0000000000000000000000000bob";
  static final String POOR_TOKEN = "shpat_stub000000000000000000000000poor";

  private static final Pattern PATH =
      Pattern.compile("/([^/]+)/admin/api/([0-9]{4}-[0-9]{2})/graphql\\.json");
  private static final int LONGEST_TAG = 40;
  private static final Set<String> CURRENCIES = Set.of("USD", "EUR", "INR", "JPY");

  private final Map<String, String> shopsByToken = new HashMap<>();
  private final Map<String, Draft> drafts = new LinkedHashMap<>();
  private final Map<String, String> kept = new HashMap<>();
  private int made;
  private int answersUntilOneIsLost = -1;
  private @Nullable JsonNode nextErrors;
  private BigDecimal surcharge = BigDecimal.ZERO;
  private Runnable beforeNextDelete = () -> {};

  /** A draft order, and what became of it. */
  private static final class Draft {
    private final String shop;
    private final ObjectNode input;
    private String status = "OPEN";
    private @Nullable ObjectNode order;
    private boolean isIndexed;
    private boolean isDeleted;

    private Draft(String shop, ObjectNode input) {
      this.shop = shop;
      this.input = input;
    }
  }

  ShopifyStub() {
    shopsByToken.put(ADAS_TOKEN, ADA);
    shopsByToken.put(BOBS_TOKEN, BOB);
    shopsByToken.put(POOR_TOKEN, ADA);
  }

  @Override
  protected Reply refusal(int status) {
    return Reply.json(status, Json.object().put("errors", "[API] refused with " + status));
  }

  void loseAnswerAfter(int answers) {
    synchronized (this) {
      answersUntilOneIsLost = answers;
    }
  }

  @Override
  public synchronized void recover() {
    super.recover();
    answersUntilOneIsLost = -1;
    nextErrors = null;
  }

  /** Answers the next question with these errors in place of doing it. */
  synchronized void sayNext(ObjectNode body) {
    nextErrors = body;
  }

  static ObjectNode error(String code) {
    ObjectNode body = Json.object();
    body.putArray("errors")
        .addObject()
        .put("message", "said in words")
        .putObject("extensions")
        .put("code", code);
    return body;
  }

  // ---- the API

  @Override
  protected Reply answer(Asked asked) {
    Reply reply = done(asked);
    return answersUntilOneIsLost >= 0 && answersUntilOneIsLost-- == 0 ? Reply.empty(504) : reply;
  }

  private Reply done(Asked asked) {
    Matcher path = PATH.matcher(asked.path());
    if (!asked.method().equals("POST") || !path.matches()) {
      return refusal(404);
    }
    String shop = path.group(1);
    if (!shopsByToken.containsValue(shop) || !path.group(2).equals(ShopifyConfig.API_VERSION)) {
      return refusal(404);
    }
    String token = asked.header("X-Shopify-Access-Token").orElse("");
    if (!shop.equals(shopsByToken.get(token))) {
      return refusal(401);
    }
    if (nextErrors != null) {
      JsonNode errors = nextErrors;
      nextErrors = null;
      return Reply.json(200, errors);
    }
    JsonNode body = asked.json();
    return Reply.json(200, run(shop, token, body.path("query").asText(), body.path("variables")));
  }

  private ObjectNode run(String shop, String token, String document, JsonNode variables) {
    mustBeWhole(document, variables);
    if (token.equals(POOR_TOKEN) && !document.contains("shop {")) {
      return error("ACCESS_DENIED");
    }
    ObjectNode data = Json.object();
    if (document.contains("shop {")) {
      data.set("shop", shopOf(shop));
    }
    if (document.contains("currentAppInstallation {")) {
      data.set("currentAppInstallation", installation(shop, token, variables));
    }
    if (document.contains("draftOrder(id: $id) @include(if: $known)")
        && variables.path("known").asBoolean()) {
      data.set(
          "draftOrder",
          find(variables.path("id").asText())
              .filter(draft -> draft.shop.equals(shop))
              .map(draft -> (JsonNode) node(variables.path("id").asText(), draft))
              .orElse(null));
    }
    if (document.contains("newest: draftOrders(first: 50, sortKey: ID, reverse: true)")) {
      List<ObjectNode> all = drafts(shop, draft -> true);
      data.set("newest", connection(all.subList(Math.max(0, all.size() - 50), all.size())));
    }
    String tag = variables.path("tag").asText().replaceAll("^tag:'(.*)'$", "$1");
    if (document.contains("tagged: draftOrders(first: 3, query: $tag)")) {
      data.set("tagged", connection(drafts(shop, draft -> draft.isIndexed && has(draft, tag))));
    }
    if (document.contains("orders(first: 3, query: $tag)")) {
      data.set("orders", connection(orders(shop, tag)));
    }
    if (document.contains("metafieldsSet(")) {
      data.set("metafieldsSet", keep(shop, variables.path("kept")));
    }
    if (document.contains("draftOrderCreate(")) {
      data.set("draftOrderCreate", create(shop, (ObjectNode) variables.path("input")));
    }
    if (document.contains("draftOrderDelete(")) {
      data.set("draftOrderDelete", delete(shop, variables.path("input").path("id").asText()));
    }
    return Json.object().set("data", data);
  }

  /** Refuses what no parser of GraphQL would take. */
  private static void mustBeWhole(String document, JsonNode variables) {
    long opened = document.chars().filter(c -> c == '{').count();
    long closed = document.chars().filter(c -> c == '}').count();
    Matcher declared = Pattern.compile("\\$([a-z]+):").matcher(document);
    boolean isGiven = opened == closed && opened > 0;
    while (declared.find()) {
      isGiven &= variables.has(declared.group(1));
    }
    for (String fragment : List.of("D", "O")) {
      isGiven &=
          document.contains("..." + fragment + " ")
              == document.contains("fragment " + fragment + " on ");
    }
    if (!isGiven) {
      throw new IllegalStateException("no GraphQL: " + document);
    }
  }

  private static ObjectNode shopOf(String domain) {
    ObjectNode shop =
        Json.object()
            .put("name", domain.equals(ADA) ? "Ada's rings" : "Bob's")
            .put("myshopifyDomain", domain)
            .put("currencyCode", "USD");
    shop.putObject("plan").put("partnerDevelopment", true);
    return shop;
  }

  private ObjectNode installation(String shop, String token, JsonNode variables) {
    ObjectNode installation =
        Json.object().put("id", "gid://shopify/AppInstallation/" + Math.abs(shop.hashCode()));
    ArrayNode scopes = installation.putArray("accessScopes");
    scopes.addObject().put("handle", "read_orders");
    if (!token.equals(POOR_TOKEN)) {
      scopes.addObject().put("handle", "write_draft_orders");
    }
    String value = kept.get(shop + " " + variables.path("key").asText());
    if (value == null) {
      installation.putNull("metafield");
    } else {
      installation.putObject("metafield").put("value", value);
    }
    return installation;
  }

  private ObjectNode keep(String shop, JsonNode fields) {
    for (JsonNode field : fields) {
      if (!field.path("ownerId").asText().startsWith("gid://shopify/AppInstallation/")
          || !field.path("namespace").asText().equals("stagedoor")
          || field.path("key").asText().length() > 64) {
        return payload("metafields", "ownerId");
      }
      kept.put(shop + " " + field.path("key").asText(), field.path("value").asText());
    }
    return payload();
  }

  private static ObjectNode payload(String... field) {
    ObjectNode payload = Json.object();
    ArrayNode errors = payload.putArray("userErrors");
    if (field.length > 0) {
      ArrayNode path = errors.addObject().put("message", "said in words").putArray("field");
      List.of(field).forEach(path::add);
    }
    return payload;
  }

  private ObjectNode create(String shop, ObjectNode input) {
    String currency = input.path("presentmentCurrencyCode").asText();
    if (!CURRENCIES.contains(currency)) {
      return payload("presentmentCurrencyCode");
    }
    for (JsonNode tag : input.path("tags")) {
      if (tag.asText().length() > LONGEST_TAG) {
        return payload("tags");
      }
    }
    int at = 0;
    for (JsonNode line : input.path("lineItems")) {
      JsonNode price = line.path("originalUnitPriceWithCurrency");
      if (line.path("title").asText().isBlank()
          || line.path("title").asText().length() > 255
          || !price.path("currencyCode").asText().equals(currency)
          || !price.path("amount").isTextual()) {
        return payload("lineItems", String.valueOf(at), "title");
      }
      at++;
    }
    Draft draft = new Draft(shop, input);
    String id = "gid://shopify/DraftOrder/" + (1_069_920_000 + ++made);
    drafts.put(id, draft);
    ObjectNode payload = payload();
    payload.set("draftOrder", node(id, draft));
    return payload;
  }

  private ObjectNode delete(String shop, String id) {
    beforeNextDelete.run();
    beforeNextDelete = () -> {};
    Optional<Draft> draft = find(id).filter(one -> one.shop.equals(shop) && one.order == null);
    draft.ifPresent(one -> one.isDeleted = true);
    return draft.isPresent() ? payload().put("deletedId", id) : payload("id");
  }

  private Optional<Draft> find(String id) {
    return Optional.ofNullable(drafts.get(id)).filter(draft -> !draft.isDeleted);
  }

  private List<ObjectNode> drafts(String shop, Predicate<Draft> which) {
    List<ObjectNode> found = new ArrayList<>();
    drafts.forEach(
        (id, draft) -> {
          if (draft.shop.equals(shop) && !draft.isDeleted && which.test(draft)) {
            found.add(node(id, draft));
          }
        });
    return found;
  }

  private List<ObjectNode> orders(String shop, String tag) {
    return drafts.values().stream()
        .filter(draft -> draft.shop.equals(shop) && draft.isIndexed && has(draft, tag))
        .map(draft -> draft.order)
        .filter(order -> order != null)
        .toList();
  }

  private static boolean has(Draft draft, String tag) {
    for (JsonNode one : draft.input.path("tags")) {
      if (one.asText().equals(tag)) {
        return true;
      }
    }
    return false;
  }

  private static ObjectNode connection(List<ObjectNode> nodes) {
    ObjectNode connection = Json.object();
    connection.putArray("nodes").addAll(nodes);
    return connection;
  }

  private ObjectNode node(String id, Draft draft) {
    ObjectNode node =
        Json.object()
            .put("id", id)
            .put("status", draft.status)
            .put("invoiceUrl", "https://" + draft.shop + "/invoices/" + id.replaceAll("\\D", ""));
    node.set("tags", draft.input.path("tags"));
    money(node, draft);
    node.set("order", draft.order);
    return node;
  }

  private void money(ObjectNode node, Draft draft) {
    BigDecimal total = surcharge;
    for (JsonNode line : draft.input.path("lineItems")) {
      BigDecimal price =
          new BigDecimal(line.path("originalUnitPriceWithCurrency").path("amount").asText());
      total = total.add(price.multiply(BigDecimal.valueOf(line.path("quantity").asLong())));
    }
    node.putObject("totalPriceSet")
        .putObject("presentmentMoney")
        .put("amount", total.toPlainString())
        .put("currencyCode", draft.input.path("presentmentCurrencyCode").asText());
  }

  // ---- what people do at Shopify, and what a test looks at

  /** Lets the search learn of all there is. */
  synchronized void minutePasses() {
    drafts.values().forEach(draft -> draft.isIndexed = true);
  }

  /** Turns a draft into an order, which stands like this. */
  synchronized void complete(String number, String financialStatus) {
    Draft draft = find("gid://shopify/DraftOrder/" + number).orElseThrow();
    draft.status = "COMPLETED";
    if (draft.order == null) {
      ObjectNode order = Json.object().put("id", "gid://shopify/Order/" + number);
      order.set("tags", draft.input.path("tags"));
      order.putNull("cancelledAt");
      order.putArray("transactions");
      money(order, draft);
      draft.order = order;
    }
    draft.order.put("displayFinancialStatus", financialStatus);
    if (financialStatus.equals("PAID")) {
      transaction(draft, "SUCCESS");
    }
  }

  synchronized void decline(String number) {
    complete(number, "PENDING");
    transaction(find("gid://shopify/DraftOrder/" + number).orElseThrow(), "FAILURE");
  }

  private static void transaction(Draft draft, String status) {
    ((ArrayNode) draft.order.path("transactions")).addObject().put("status", status);
  }

  synchronized void cancelOrder(String number) {
    find("gid://shopify/DraftOrder/" + number)
        .orElseThrow()
        .order
        .put("cancelledAt", "2026-08-01T10:00:00Z");
  }

  synchronized void stand(String number, String status) {
    find("gid://shopify/DraftOrder/" + number).orElseThrow().status = status;
  }

  /** Deletes a draft, as merchants and time do. */
  synchronized void purge(String number) {
    find("gid://shopify/DraftOrder/" + number).orElseThrow().isDeleted = true;
  }

  /** Asks for more than the lines do, as Shopify should not. */
  synchronized void surcharge(String amount) {
    surcharge = new BigDecimal(amount);
  }

  synchronized void beforeNextDelete(Runnable work) {
    beforeNextDelete = work;
  }

  /** Returns what drafts of a shop were made from and are there still. */
  synchronized List<ObjectNode> inputs(String shop) {
    return drafts.values().stream()
        .filter(draft -> draft.shop.equals(shop) && !draft.isDeleted)
        .map(draft -> draft.input)
        .toList();
  }

  /** Counts the drafts and orders of a shop with an attribute of this value. */
  synchronized List<String> attributes(String shop, String key) {
    return inputs(shop).stream()
        .flatMap(
            input -> {
              List<String> values = new ArrayList<>();
              for (JsonNode one : input.path("customAttributes")) {
                if (one.path("key").asText().equals(key)) {
                  values.add(one.path("value").asText());
                }
              }
              return values.stream();
            })
        .toList();
  }
}
