package dev.stagedoor.providers.square;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.FaultyServer;
import dev.stagedoor.providers.support.HmacSha256;
import dev.stagedoor.providers.support.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A small Square in this process: checks tokens, version, required members and idempotency as
 * Square does, keeps its state, and lets a test do what people do at Square. Shapes are those of
 * the API's reference for 2026-08-19.
 */
public final class SquareStub extends FaultyServer {
  public static final Secret TOKEN = Secret.of("EAAAstub-token-of-the-first-merchant");
  public static final String LOCATION = "LSTUBFIRST";
  public static final Secret OTHER_TOKEN = Secret.of("EAAAstub-token-of-the-other-merchant");
  public static final String OTHER_LOCATION = "LSTUBOTHER";

  /** May see locations, and nothing else. */
  public static final Secret SMALL_TOKEN = Secret.of("EAAAstub-token-without-permissions");

  /** What a merchant's application signs with. */
  public static final Secret SIGNATURE_KEY = Secret.of("stub-signature-key-of-a-merchant");

  private static final String LINKS = "/v2/online-checkout/payment-links";

  private static final Map<String, String> MERCHANTS =
      Map.of(
          TOKEN.reveal(), "MSTUBFIRST",
          OTHER_TOKEN.reveal(), "MSTUBOTHER",
          SMALL_TOKEN.reveal(), "MSTUBSMALL");

  private final Clock clock;
  private final Map<String, ObjectNode> locations = new LinkedHashMap<>();
  private final Map<String, ObjectNode> things = new LinkedHashMap<>();
  private final Map<String, String> owners = new HashMap<>();
  private final Map<String, Done> keys = new HashMap<>();
  private final Map<String, String> notes = new HashMap<>();
  private final Set<String> searchable = new HashSet<>();
  private int made;
  private long surcharge;
  private int answersUntilOneIsLost = -1;
  private int thingsPerPage = 1000;
  private @Nullable URI webhook;

  private record Done(JsonNode body, Reply reply) {}

  /** A request that is refused as Square refuses it. */
  private static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Reply reply;

    private Refusal(int status, String category, String code) {
      super(code);
      ObjectNode body = Json.object();
      body.putArray("errors")
          .addObject()
          .put("category", category)
          .put("code", code)
          .put("detail", "Refused: " + code);
      reply = Reply.json(status, body);
    }

    private static Refusal invalid(String code) {
      return new Refusal(400, "INVALID_REQUEST_ERROR", code);
    }
  }

  private SquareStub(Clock clock) {
    this.clock = clock;
    locate("MSTUBFIRST", LOCATION);
    locate("MSTUBOTHER", OTHER_LOCATION);
    locate("MSTUBSMALL", "LSTUBSMALL");
  }

  private void locate(String merchant, String id) {
    ObjectNode location =
        Json.object()
            .put("id", id)
            .put("name", "Main street")
            .put("business_name", "Shop of " + merchant)
            .put("merchant_id", merchant)
            .put("timezone", "America/Los_Angeles")
            .put("currency", "USD")
            .put("country", "US")
            .put("status", "ACTIVE");
    location.putArray("capabilities").add("CREDIT_CARD_PROCESSING").add("AUTOMATIC_TRANSFERS");
    locations.put(id, location);
  }

  /** Starts at a free port. */
  public static SquareStub start() {
    return start(Clock.systemUTC());
  }

  public static SquareStub start(Clock clock) {
    return new SquareStub(clock);
  }

  /** Returns the settings of a server that shall use this stand-in. */
  public Map<String, Object> settings() {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put(SquareConfig.PREFIX + ".enabled", "true");
    settings.put(SquareConfig.PREFIX + ".base-url", baseUrl().toString());
    return settings;
  }

  // ---- what people do

  /** Sends webhooks, signed by {@link #SIGNATURE_KEY}, about orders of all merchants there. */
  public synchronized void tellTo(URI address) {
    webhook = address;
  }

  /** Lets the customer pay all of an order, which stays open until the merchant hands over. */
  public synchronized void payOrder(String id) {
    changed(id, "OPEN");
    tender(id, things.get(id).at("/total_money/amount").asLong(), "CAPTURED");
    tell("payment.updated", id);
    tell("order.updated", id);
  }

  /** Lets somebody pay a part of an order, or try to. */
  public synchronized void tender(String id, long amount, String status) {
    ObjectNode order = things.get(id);
    ObjectNode tender =
        order.withArray("tenders").addObject().put("id", "tender-" + made).put("type", "CARD");
    tender.putObject("card_details").put("status", status);
    String currency = order.at("/total_money/currency").asText();
    tender.putObject("amount_money").put("amount", amount).put("currency", currency);
    if (status.equals("CAPTURED")) {
      ObjectNode due = (ObjectNode) order.path("net_amount_due_money");
      due.put("amount", due.path("amount").asLong() - amount);
    }
  }

  /** Lets a seller change anything of a location. */
  public synchronized ObjectNode location(String id) {
    return locations.get(id);
  }

  /** Lets Square or a seller give an order another state. */
  public synchronized ObjectNode changed(String id, String state) {
    ObjectNode order = things.get(id);
    return order.put("state", state).put("version", order.path("version").asInt() + 1);
  }

  /** Lets all links of a merchant's be gone, and their orders stay. */
  public synchronized void dropLinks() {
    things.keySet().removeIf(id -> id.startsWith("link:"));
  }

  /** Adds so much to all that is ordered from now on, as taxes of a merchant's might. */
  public synchronized void addToTotals(long amount) {
    surcharge = amount;
  }

  /** Young orders are found from now on. */
  public synchronized void minutePasses() {
    things.keySet().forEach(searchable::add);
  }

  /** Keys of calls are forgotten. */
  public synchronized void forgetKeys() {
    minutePasses();
    keys.clear();
  }

  /** Makes pages of lists so short. */
  public synchronized void setThingsPerPage(int most) {
    thingsPerPage = most;
  }

  /** Returns what there is of a kind at a merchant's: {@code link}, {@code order}. */
  public synchronized List<ObjectNode> things(Secret token, String kind) {
    return ofKind(MERCHANTS.get(token.reveal()), kind);
  }

  /** Lets so many answers come, and the next get lost on its way. */
  public synchronized void loseAnswerAfter(int answers) {
    answersUntilOneIsLost = answers;
  }

  @Override
  public synchronized void recover() {
    super.recover();
    answersUntilOneIsLost = -1;
  }

  // ---- webhooks

  /** Returns the header by which Square signs what it posts to an address. */
  static String sign(Secret key, URI address, byte[] body) {
    return HmacSha256.of(key).base64(address.toString().getBytes(StandardCharsets.UTF_8), body);
  }

  /** Returns the body of an event about an order, or about its payment. */
  synchronized byte[] event(String type, String order) {
    made++;
    ObjectNode event =
        Json.object()
            .put("merchant_id", owners.get(order))
            .put("type", type)
            .put("event_id", "event-" + made)
            .put("created_at", clock.instant().toString());
    ObjectNode data = event.putObject("data");
    ObjectNode about = things.get(order);
    if (type.startsWith("payment.")) {
      String payment = "payment-of-" + order;
      data.put("type", "payment").put("id", payment);
      data.putObject("object")
          .putObject("payment")
          .put("id", payment)
          .put("status", "COMPLETED")
          .put("order_id", order)
          .put("note", notes.get(order));
    } else {
      data.put("type", "order").put("id", order);
      data.putObject("object")
          .putObject(type.replace('.', '_'))
          .put("order_id", order)
          .put("state", about.path("state").asText())
          .put("version", about.path("version").asInt())
          .put("location_id", about.path("location_id").asText());
    }
    return Json.write(event);
  }

  private void tell(String type, String id) {
    URI address = webhook;
    if (address != null) {
      byte[] body = event(type, id);
      String signature = sign(SIGNATURE_KEY, address, body);
      later(() -> post(address, body, Map.of(SquareWebhooks.SIGNATURE, signature)));
    }
  }

  // ---- the API

  @Override
  protected Reply refusal(int status) {
    return switch (status) {
      case 401 -> new Refusal(status, "AUTHENTICATION_ERROR", "ACCESS_TOKEN_EXPIRED").reply;
      case 403 -> new Refusal(status, "AUTHENTICATION_ERROR", "INSUFFICIENT_SCOPES").reply;
      case 429 -> new Refusal(status, "RATE_LIMIT_ERROR", "RATE_LIMITED").reply;
      default -> new Refusal(status, "API_ERROR", "INTERNAL_SERVER_ERROR").reply;
    };
  }

  @Override
  protected Reply answer(Asked asked) {
    Reply reply = done(asked);
    // What stands in between gave up waiting.
    return answersUntilOneIsLost >= 0 && answersUntilOneIsLost-- == 0 ? Reply.empty(504) : reply;
  }

  private Reply done(Asked asked) {
    try {
      String merchant = MERCHANTS.get(asked.bearer().orElse(""));
      if (merchant == null) {
        throw new Refusal(401, "AUTHENTICATION_ERROR", "ACCESS_TOKEN_REVOKED");
      }
      if (!asked.header("Square-Version").equals(Optional.of(SquareApi.VERSION))) {
        throw Refusal.invalid("INVALID_SQUARE_VERSION_FORMAT");
      }
      if (asked.call().equals("GET /v2/locations")) {
        return of("locations", ofMerchant(merchant));
      }
      if (merchant.equals("MSTUBSMALL")) {
        throw new Refusal(403, "AUTHENTICATION_ERROR", "INSUFFICIENT_SCOPES");
      }
      return asked.method().equals("GET") ? read(merchant, asked) : change(merchant, asked);
    } catch (Refusal refusal) {
      return refusal.reply;
    }
  }

  /** Square leaves out what is empty. */
  private static Reply of(String member, List<ObjectNode> list) {
    ObjectNode body = Json.object();
    if (!list.isEmpty()) {
      body.putArray(member).addAll(list);
    }
    return Reply.json(200, body);
  }

  private List<ObjectNode> ofMerchant(String merchant) {
    return locations.values().stream()
        .filter(one -> one.path("merchant_id").asText().equals(merchant))
        .toList();
  }

  private Reply read(String merchant, Asked asked) {
    if (asked.path().equals(LINKS)) {
      List<ObjectNode> links = ofKind(merchant, "link");
      return page("payment_links", links, asked.query().get("cursor"), asked.query().get("limit"));
    }
    return Reply.json(200, wrapped("order", mine(merchant, id(asked.path(), 2))));
  }

  private List<ObjectNode> ofKind(String merchant, String kind) {
    return things.entrySet().stream()
        .filter(one -> one.getKey().startsWith(kind + ":"))
        .filter(one -> owners.get(one.getKey()).equals(merchant))
        .map(Map.Entry::getValue)
        .toList();
  }

  private Reply page(
      String member, List<ObjectNode> all, @Nullable String cursor, @Nullable String limit) {
    int from = cursor == null ? 0 : Integer.parseInt(cursor);
    int most = Math.min(thingsPerPage, limit == null ? 100 : Integer.parseInt(limit));
    int to = Math.min(all.size(), from + most);
    Reply reply = of(member, all.subList(from, to));
    if (to == all.size()) {
      return reply;
    }
    ObjectNode body = (ObjectNode) Json.read(reply.body());
    return Reply.json(200, body.put("cursor", String.valueOf(to)));
  }

  private static String id(String path, int segment) {
    return path.split("/", -1)[segment + 1];
  }

  private static ObjectNode wrapped(String member, ObjectNode thing) {
    ObjectNode body = Json.object();
    body.set(member, thing.deepCopy());
    return body;
  }

  private ObjectNode mine(String merchant, String id) {
    if (!merchant.equals(owners.get(id))) {
      throw new Refusal(404, "INVALID_REQUEST_ERROR", "NOT_FOUND");
    }
    return things.get(id);
  }

  private void mustBeAt(String merchant, @Nullable String location) {
    boolean isMine =
        ofMerchant(merchant).stream().anyMatch(one -> one.path("id").asText().equals(location));
    if (!isMine) {
      throw Refusal.invalid("INVALID_VALUE");
    }
  }

  private Reply change(String merchant, Asked asked) {
    if (asked.method().equals("DELETE")) {
      return deleted(mine(merchant, id(asked.path(), 3)));
    }
    return switch (asked.path()) {
      case "/v2/orders/search" -> orders(merchant, asked.json());
      case LINKS -> once(merchant, asked);
      default -> throw new Refusal(404, "INVALID_REQUEST_ERROR", "NOT_FOUND");
    };
  }

  private Reply once(String merchant, Asked asked) {
    JsonNode body = asked.json();
    String key = merchant + " " + needed(body, "idempotency_key", 192);
    Done done = keys.get(key);
    if (done != null) {
      if (!done.body().equals(body)) {
        throw Refusal.invalid("IDEMPOTENCY_KEY_REUSED");
      }
      return done.reply();
    }
    Reply reply = linked(merchant, body);
    keys.put(key, new Done(body, reply));
    return reply;
  }

  private static String needed(JsonNode body, String member, int longest) {
    String value = body.path(member).textValue();
    if (value == null || value.isEmpty()) {
      throw Refusal.invalid("MISSING_REQUIRED_PARAMETER");
    }
    if (value.length() > longest) {
      throw Refusal.invalid("VALUE_TOO_LONG");
    }
    return value;
  }

  private ObjectNode keep(String merchant, String kind, ObjectNode thing) {
    made++;
    String id = kind + ":" + made;
    things.put(id, thing.put("id", id));
    owners.put(id, merchant);
    return thing;
  }

  // ---- orders and links

  private Reply orders(String merchant, JsonNode search) {
    mustBeAt(merchant, search.at("/location_ids/0").asText());
    if (!search.at("/query/sort/sort_field").asText().equals("CREATED_AT")
        || !search.at("/query/sort/sort_order").asText().equals("DESC")) {
      throw Refusal.invalid("BAD_REQUEST");
    }
    Set<String> states = new HashSet<>();
    search.at("/query/filter/state_filter/states").forEach(state -> states.add(state.asText()));
    List<ObjectNode> found =
        new ArrayList<>(
            ofKind(merchant, "order").stream()
                .filter(one -> searchable.contains(one.path("id").asText()))
                .filter(one -> states.contains(one.path("state").asText()))
                .filter(one -> one.path("location_id").equals(search.at("/location_ids/0")))
                .toList());
    Collections.reverse(found);
    return page(
        "orders", found, search.path("cursor").textValue(), search.path("limit").asText("500"));
  }

  private Reply linked(String merchant, JsonNode body) {
    ObjectNode order = order(merchant, body.path("order"));
    String orderId = order.path("id").asText();
    if (body.path("payment_note").asText().length() > 500
        || body.path("description").asText().length() > 4096) {
      throw Refusal.invalid("VALUE_TOO_LONG");
    }
    notes.put(orderId, body.path("payment_note").asText());
    ObjectNode link =
        keep(
            merchant,
            "link",
            Json.object()
                .put("version", 1)
                .put("order_id", orderId)
                .put("url", "https://square.example/u/" + made)
                .put("long_url", "https://checkout.square.example/order/" + orderId)
                .put("created_at", clock.instant().toString()));
    for (String member : List.of("description", "payment_note", "checkout_options")) {
      if (body.has(member)) {
        link.set(member, body.path(member));
      }
    }
    ObjectNode answer = wrapped("payment_link", link);
    answer.putObject("related_resources").putArray("orders").add(order.deepCopy());
    return Reply.json(200, answer);
  }

  private ObjectNode order(String merchant, JsonNode wanted) {
    mustBeAt(merchant, wanted.path("location_id").asText());
    if (wanted.path("reference_id").asText().length() > 40) {
      throw Refusal.invalid("VALUE_TOO_LONG");
    }
    wanted.path("metadata").forEach(value -> mustFit(value.asText()));
    String currency = locations.get(wanted.path("location_id").asText()).path("currency").asText();
    long total = surcharge;
    for (JsonNode line : wanted.path("line_items")) {
      needed(line, "name", 512);
      JsonNode price = line.path("base_price_money");
      if (!price.path("currency").asText().equals(currency)) {
        throw Refusal.invalid("UNSUPPORTED_CURRENCY");
      }
      total += Long.parseLong(needed(line, "quantity", 12)) * price.path("amount").longValue();
    }
    if (total == 0) {
      throw Refusal.invalid("VALUE_TOO_LOW");
    }
    ObjectNode order = wanted.deepCopy();
    order.put("state", "DRAFT").put("version", 1);
    order.putObject("total_money").put("amount", total).put("currency", currency);
    order.putObject("net_amount_due_money").put("amount", total).put("currency", currency);
    return keep(merchant, "order", order);
  }

  private static void mustFit(String value) {
    if (value.length() > 255) {
      throw Refusal.invalid("VALUE_TOO_LONG");
    }
  }

  private Reply deleted(ObjectNode link) {
    String orderId = link.path("order_id").asText();
    ObjectNode order = things.get(orderId);
    if (order.has("tenders")) {
      throw Refusal.invalid("BAD_REQUEST");
    }
    String id = link.path("id").asText();
    things.remove(id);
    owners.remove(id);
    changed(orderId, "CANCELED");
    tell("order.updated", orderId);
    return Reply.json(200, Json.object().put("id", id).put("cancelled_order_id", orderId));
  }
}
