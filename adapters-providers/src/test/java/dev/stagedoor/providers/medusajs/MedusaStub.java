package dev.stagedoor.providers.medusajs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.FaultyServer;
import dev.stagedoor.providers.support.Json;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A small Medusa in this process, of two stores, each with a key of its own: checks bodies as
 * strictly as Medusa does, searches where it searches, and computes the status of payments only
 * where it does. Written from the routes, validators and workflows of @medusajs 2.21.2.
 */
final class MedusaStub extends FaultyServer {
  static final String ADAS_KEY = "sk_stub_0000000000000ada";
  static final String BOBS_KEY = "sk_stub_0000000000000bob";
  static final String POOR_KEY = "sk_stub_000000000000poor";

  private static final Pattern ORDER = Pattern.compile("/admin/orders/([^/]+)");
  private static final Pattern CANCEL = Pattern.compile("/admin/orders/([^/]+)/cancel");
  private static final Pattern DRAFT = Pattern.compile("/admin/draft-orders/([^/]+)");
  private static final Pattern CONVERT =
      Pattern.compile("/admin/draft-orders/([^/]+)/convert-to-order");
  private static final Set<String> DRAFT_MEMBERS =
      Set.of(
          "sales_channel_id",
          "email",
          "customer_id",
          "billing_address",
          "shipping_address",
          "items",
          "region_id",
          "promo_codes",
          "currency_code",
          "no_notification_order",
          "shipping_methods",
          "locale",
          "metadata");

  private final Map<String, String> storesByKey =
      Map.of(ADAS_KEY, "store_ada", BOBS_KEY, "store_bob", POOR_KEY, "store_ada");
  private final Map<String, ObjectNode> orders = new LinkedHashMap<>();
  private final Map<String, String> stores = new LinkedHashMap<>();
  private BigDecimal taxes = BigDecimal.ONE;
  private boolean paysByCard;
  private int made;
  private int answersUntilOneIsLost = -1;

  private static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Reply reply;

    private Refusal(int status, String type) {
      super(type);
      reply = Reply.json(status, Json.object().put("type", type).put("message", "said in words"));
    }
  }

  @Override
  protected Reply refusal(int status) {
    return switch (status) {
      case 401 -> Reply.json(401, Json.object().put("message", "Unauthorized"));
      case 403 -> new Refusal(403, "forbidden").reply;
      default -> new Refusal(status, "unknown_error").reply;
    };
  }

  synchronized void loseAnswerAfter(int answers) {
    answersUntilOneIsLost = answers;
  }

  @Override
  public synchronized void recover() {
    super.recover();
    answersUntilOneIsLost = -1;
  }

  @Override
  protected Reply answer(Asked asked) {
    Reply reply;
    try {
      reply = done(asked);
    } catch (Refusal refusal) {
      reply = refusal.reply;
    }
    return answersUntilOneIsLost >= 0 && answersUntilOneIsLost-- == 0 ? Reply.empty(504) : reply;
  }

  private Reply done(Asked asked) {
    String key =
        storesByKey.keySet().stream()
            .filter(one -> asked.isFrom(one, Secret.of("")))
            .findFirst()
            .orElse("");
    if (key.isEmpty()) {
      return refusal(401);
    }
    String store = storesByKey.get(key);
    if (asked.call().equals("GET /admin/stores")) {
      return Reply.json(200, listed("stores", store(store)));
    }
    if (key.equals(POOR_KEY)) {
      return refusal(403);
    }
    return switch (asked.call()) {
      case "GET /admin/payments/payment-providers" ->
          Reply.json(200, listed("payment_providers", providers()));
      case "GET /admin/regions" -> Reply.json(200, listed("regions", regions(asked)));
      case "GET /admin/orders" -> Reply.json(200, search(store, asked, "orders", false));
      case "GET /admin/draft-orders" -> Reply.json(200, search(store, asked, "draft_orders", true));
      case "POST /admin/draft-orders" -> Reply.json(200, create(store, asked));
      default -> ofOne(store, asked);
    };
  }

  private Reply ofOne(String store, Asked asked) {
    Matcher path;
    if (asked.method().equals("GET") && (path = ORDER.matcher(asked.path())).matches()) {
      ObjectNode detail = find(store, path.group(1)).deepCopy();
      detail.put("payment_status", paymentStatus(detail));
      return Reply.json(200, Json.object().set("order", detail));
    }
    if (asked.method().equals("DELETE") && (path = DRAFT.matcher(asked.path())).matches()) {
      mustBeDraft(find(store, path.group(1)));
      orders.remove(path.group(1));
      return Reply.json(200, Json.object().put("id", path.group(1)).put("deleted", true));
    }
    if (asked.method().equals("POST") && (path = CONVERT.matcher(asked.path())).matches()) {
      ObjectNode order = find(store, path.group(1));
      mustBeDraft(order);
      order.put("status", "pending");
      return Reply.json(200, Json.object().set("order", order));
    }
    if (asked.method().equals("POST") && (path = CANCEL.matcher(asked.path())).matches()) {
      ObjectNode order = find(store, path.group(1));
      String status = order.path("status").asText();
      if (status.equals("canceled") || status.equals("completed")) {
        throw new Refusal(400, status.equals("canceled") ? "invalid_data" : "not_allowed");
      }
      order.put("status", "canceled");
      return Reply.json(200, Json.object().set("order", order));
    }
    throw new Refusal(404, "not_found");
  }

  private ObjectNode find(String store, String id) {
    if (!store.equals(stores.get(id)) || !orders.containsKey(id)) {
      throw new Refusal(404, "not_found");
    }
    return orders.get(id);
  }

  private static void mustBeDraft(ObjectNode order) {
    if (!order.path("status").asText().equals("draft")) {
      throw new Refusal(400, "invalid_data");
    }
  }

  private static ObjectNode listed(String member, JsonNode... things) {
    ObjectNode answer = Json.object();
    ArrayNode list = answer.putArray(member);
    for (JsonNode thing : things) {
      list.add(thing);
    }
    return answer.put("count", things.length).put("offset", 0).put("limit", 50);
  }

  private static ObjectNode store(String id) {
    ObjectNode store = Json.object().put("id", id).put("name", id.replace("store_", "Shop of "));
    ArrayNode currencies = store.putArray("supported_currencies");
    currencies.addObject().put("currency_code", "eur").put("is_default", false);
    currencies.addObject().put("currency_code", "usd").put("is_default", true);
    return store;
  }

  private JsonNode[] providers() {
    ObjectNode byHand = Json.object().put("id", "pp_system_default").put("is_enabled", true);
    ObjectNode card = Json.object().put("id", "pp_stripe_stripe").put("is_enabled", true);
    return paysByCard ? new JsonNode[] {byHand, card} : new JsonNode[] {byHand};
  }

  private static JsonNode[] regions(Asked asked) {
    return List.of("usd", "eur", "jpy", "huf").stream()
        .filter(code -> code.equals(asked.query().get("currency_code")))
        .map(code -> Json.object().put("id", "reg_" + code).put("currency_code", code))
        .toArray(JsonNode[]::new);
  }

  private ObjectNode search(String store, Asked asked, String member, boolean isDraft) {
    String q = asked.query().getOrDefault("q", "");
    JsonNode[] found =
        orders.values().stream()
            .filter(order -> store.equals(stores.get(order.path("id").asText())))
            .filter(order -> order.path("status").asText().equals("draft") == isDraft)
            .filter(
                order ->
                    order.path("email").asText().contains(q)
                        || order.path("billing_address").path("company").asText().contains(q))
            .toArray(JsonNode[]::new);
    return listed(member, found);
  }

  private ObjectNode create(String store, Asked asked) {
    ObjectNode draft = (ObjectNode) asked.json();
    Predicate<JsonNode> isText = JsonNode::isTextual;
    draft
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!DRAFT_MEMBERS.contains(name)) {
                throw new Refusal(400, "invalid_data");
              }
            });
    if (!isText.test(draft.path("region_id"))) {
      throw new Refusal(400, "invalid_data");
    }
    BigDecimal total = BigDecimal.ZERO;
    for (JsonNode item : draft.path("items")) {
      if (!item.path("quantity").isNumber() || item.path("title").asText().isBlank()) {
        throw new Refusal(400, "invalid_data");
      }
      total =
          total.add(
              new BigDecimal(item.path("unit_price").asText())
                  .multiply(item.path("quantity").decimalValue()));
    }
    String id = "order_01J" + String.format(java.util.Locale.ROOT, "%023d", ++made);
    draft.put("id", id).put("status", "draft");
    // A number of JavaScript: without zeros at its end.
    draft.set("total", Json.read(number(total.multiply(taxes))));
    draft.putArray("payment_collections");
    orders.put(id, draft);
    stores.put(id, store);
    return Json.object().set("draft_order", draft);
  }

  private static byte[] number(BigDecimal number) {
    return number
        .stripTrailingZeros()
        .toPlainString()
        .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  }

  private static String paymentStatus(ObjectNode order) {
    JsonNode collections = order.path("payment_collections");
    return collections.isEmpty() ? "not_paid" : collections.path(0).path("status").asText();
  }

  // ---- what people do at the shop, and what a test looks at

  /** Lets the payments of an order stand like this. */
  synchronized void pay(String id, String paymentStatus) {
    ArrayNode collections = orders.get(id).putArray("payment_collections");
    collections.addObject().put("status", paymentStatus);
  }

  /** Lets the customer try to pay, and fail. */
  synchronized void decline(String id) {
    ArrayNode collections = orders.get(id).putArray("payment_collections");
    collections
        .addObject()
        .put("status", "not_paid")
        .putArray("payment_sessions")
        .addObject()
        .put("status", "error");
  }

  synchronized void stand(String id, String status) {
    orders.get(id).put("status", status);
  }

  /** Adds taxes to prices, as regions may. */
  synchronized void tax(String factor) {
    taxes = new BigDecimal(factor);
  }

  synchronized void takeCards() {
    paysByCard = true;
  }

  synchronized List<ObjectNode> orders(String store) {
    return orders.values().stream()
        .filter(order -> store.equals(stores.get(order.path("id").asText())))
        .toList();
  }
}
