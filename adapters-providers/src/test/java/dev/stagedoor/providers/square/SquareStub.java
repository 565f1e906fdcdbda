package dev.stagedoor.providers.square;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.FaultyServer;
import dev.stagedoor.providers.support.HmacSha256;
import dev.stagedoor.providers.support.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A small Square in this process: checks tokens, version, required members, idempotency and
 * versions of things as Square does, keeps its state, and lets a test do what people do at Square.
 * Shapes are those of the API's reference for 2026-08-19.
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

  private static final Map<String, String> MERCHANTS =
      Map.of(
          TOKEN.reveal(), "MSTUBFIRST",
          OTHER_TOKEN.reveal(), "MSTUBOTHER",
          SMALL_TOKEN.reveal(), "MSTUBSMALL");
  private static final Set<String> FINAL = Set.of("PAID", "REFUNDED", "CANCELED", "FAILED");

  private final Clock clock;
  private final Map<String, ObjectNode> locations = new LinkedHashMap<>();
  private final Map<String, ObjectNode> things = new LinkedHashMap<>();
  private final Map<String, String> owners = new HashMap<>();
  private final Map<String, Done> keys = new HashMap<>();
  private final Set<String> searchable = new HashSet<>();
  private int made;
  private int answersUntilOneIsLost = -1;
  private int invoicesPerPage = 200;
  private @Nullable URI webhook;

  private record Done(String call, JsonNode body, Reply reply) {}

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
    locate("MSTUBFIRST", LOCATION, "America/Los_Angeles");
    locate("MSTUBOTHER", OTHER_LOCATION, "Asia/Tokyo");
    locate("MSTUBSMALL", "LSTUBSMALL", "Europe/London");
  }

  private void locate(String merchant, String id, String zone) {
    ObjectNode location =
        Json.object()
            .put("id", id)
            .put("name", "Main street")
            .put("business_name", "Shop of " + merchant)
            .put("merchant_id", merchant)
            .put("timezone", zone)
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

  /** Sends webhooks, signed by {@link #SIGNATURE_KEY}, about invoices of all merchants there. */
  public synchronized void tellTo(URI address) {
    webhook = address;
  }

  public synchronized void payInvoice(String id) {
    ObjectNode payment = (ObjectNode) changed(id, "PAID").path("payment_requests").path(0);
    payment.set("total_completed_amount_money", payment.path("computed_amount_money").deepCopy());
    tell("invoice.payment_made", id);
  }

  /** Lets a seller change anything of a location. */
  public synchronized ObjectNode location(String id) {
    return locations.get(id);
  }

  /** Lets Square or a seller give an invoice another status. */
  public synchronized ObjectNode changed(String id, String status) {
    ObjectNode invoice = things.get(id);
    return invoice.put("status", status).put("version", invoice.path("version").asInt() + 1);
  }

  /** Young customers are found from now on. */
  public synchronized void minutePasses() {
    things.keySet().forEach(searchable::add);
  }

  /** Keys of calls are forgotten. */
  public synchronized void forgetKeys() {
    minutePasses();
    keys.clear();
  }

  /** Makes pages of lists so short. */
  public synchronized void setInvoicesPerPage(int most) {
    invoicesPerPage = most;
  }

  /** Returns what there is of a kind at a merchant's: {@code customer}, {@code order}. */
  public synchronized List<ObjectNode> things(Secret token, String kind) {
    String merchant = MERCHANTS.get(token.reveal());
    return things.entrySet().stream()
        .filter(one -> one.getKey().startsWith(kind + ":"))
        .filter(one -> owners.get(one.getKey()).equals(merchant))
        .map(Map.Entry::getValue)
        .toList();
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

  /** Returns the body of an event about an invoice. */
  synchronized byte[] event(String type, String id) {
    made++;
    ObjectNode event =
        Json.object()
            .put("merchant_id", owners.get(id))
            .put("type", type)
            .put("event_id", "event-" + made)
            .put("created_at", clock.instant().toString());
    ObjectNode data = event.putObject("data").put("type", "invoice").put("id", id);
    data.putObject("object").set("invoice", things.get(id).deepCopy());
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
    if (asked.path().equals("/v2/invoices")) {
      mustBeAt(merchant, asked.query().get("location_id"));
      return Reply.json(200, Json.object());
    }
    return Reply.json(200, wrapped("invoice", mine(merchant, id(asked.path(), 2))));
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
    JsonNode body = asked.json();
    return switch (asked.path()) {
      case "/v2/customers/search" -> of("customers", customers(merchant, body));
      case "/v2/invoices/search" -> invoices(merchant, body);
      case "/v2/customers" -> once(merchant, asked, "customer", this::customer);
      case "/v2/orders" -> once(merchant, asked, "order", this::order);
      case "/v2/invoices" -> once(merchant, asked, "invoice", this::draft);
      default -> changeOne(merchant, asked, body);
    };
  }

  private Reply changeOne(String merchant, Asked asked, JsonNode body) {
    ObjectNode thing = mine(merchant, id(asked.path(), 2));
    if (asked.path().startsWith("/v2/customers/")) {
      thing.setAll((ObjectNode) body);
      return Reply.json(200, wrapped("customer", thing));
    }
    if (asked.path().endsWith("/publish")) {
      return once(merchant, asked, "invoice", (who, what) -> published(thing, what));
    }
    if (asked.path().endsWith("/cancel")) {
      return Reply.json(200, wrapped("invoice", cancelled(thing, body)));
    }
    return once(merchant, asked, "invoice", (who, what) -> updated(thing, what.path("invoice")));
  }

  private interface Work {
    ObjectNode of(String merchant, JsonNode body);
  }

  private Reply once(String merchant, Asked asked, String member, Work work) {
    JsonNode body = asked.json();
    String key = merchant + " " + needed(body, "idempotency_key", 128);
    Done done = keys.get(key);
    if (done != null) {
      if (!done.call().equals(asked.call()) || !done.body().equals(body)) {
        throw Refusal.invalid("IDEMPOTENCY_KEY_REUSED");
      }
      return done.reply();
    }
    Reply reply = Reply.json(200, wrapped(member, work.of(merchant, body)));
    keys.put(key, new Done(asked.call(), body, reply));
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

  // ---- customers

  private ObjectNode customer(String merchant, JsonNode body) {
    needed(body, "given_name", 300);
    needed(body, "reference_id", 100);
    ObjectNode customer = body.deepCopy();
    customer.remove("idempotency_key");
    return keep(merchant, "customer", customer);
  }

  private List<ObjectNode> customers(String merchant, JsonNode search) {
    String reference = search.at("/query/filter/reference_id/exact").asText();
    return things.entrySet().stream()
        .filter(one -> one.getKey().startsWith("customer:") && searchable.contains(one.getKey()))
        .filter(one -> owners.get(one.getKey()).equals(merchant))
        .map(Map.Entry::getValue)
        .filter(one -> one.path("reference_id").asText().equals(reference))
        .limit(search.path("limit").asLong(100))
        .toList();
  }

  // ---- orders

  private ObjectNode order(String merchant, JsonNode body) {
    JsonNode wanted = body.path("order");
    mustBeAt(merchant, wanted.path("location_id").asText());
    if (wanted.path("reference_id").asText().length() > 40) {
      throw Refusal.invalid("VALUE_TOO_LONG");
    }
    String currency = locations.get(wanted.path("location_id").asText()).path("currency").asText();
    long total = 0;
    for (JsonNode line : wanted.path("line_items")) {
      needed(line, "name", 512);
      JsonNode price = line.path("base_price_money");
      if (!price.path("currency").asText().equals(currency)) {
        throw Refusal.invalid("UNSUPPORTED_CURRENCY");
      }
      total += Long.parseLong(needed(line, "quantity", 12)) * price.path("amount").longValue();
    }
    ObjectNode order = wanted.deepCopy();
    order.put("state", "OPEN").put("version", 1);
    order.putObject("total_money").put("amount", total).put("currency", currency);
    return keep(merchant, "order", order);
  }

  // ---- invoices

  private ObjectNode draft(String merchant, JsonNode body) {
    JsonNode wanted = body.path("invoice");
    ObjectNode order = mine(merchant, needed(wanted, "order_id", 255));
    String number = needed(wanted, "invoice_number", 191);
    boolean isTaken =
        things.entrySet().stream()
            .filter(one -> one.getKey().startsWith("inv:"))
            .filter(one -> owners.get(one.getKey()).equals(merchant))
            .anyMatch(one -> one.getValue().path("invoice_number").asText().equals(number));
    boolean isBilled =
        things.values().stream()
            .anyMatch(one -> one.path("order_id").asText().equals(order.path("id").asText()));
    if (isTaken || isBilled || !order.path("location_id").equals(wanted.path("location_id"))) {
      throw Refusal.invalid("BAD_REQUEST");
    }
    if (!wanted.at("/accepted_payment_methods/card").asBoolean()
        || !wanted.path("delivery_method").asText().equals("SHARE_MANUALLY")) {
      throw Refusal.invalid("MISSING_REQUIRED_PARAMETER");
    }
    ObjectNode invoice = wanted.deepCopy();
    invoice.put("status", "DRAFT").put("version", 0);
    invoice.put("timezone", zone(order).getId());
    ObjectNode payment = payment(invoice);
    payment.put("uid", "payment-" + made);
    payment.set("computed_amount_money", order.path("total_money").deepCopy());
    payment
        .putObject("total_completed_amount_money")
        .put("amount", 0)
        .put("currency", order.at("/total_money/currency").asText());
    mustBeInTime(invoice);
    return keep(merchant, "inv", invoice);
  }

  private static ObjectNode payment(ObjectNode invoice) {
    ArrayNode payments = (ArrayNode) invoice.path("payment_requests");
    if (!payments.path(0).path("request_type").asText().equals("BALANCE")) {
      throw Refusal.invalid("MISSING_REQUIRED_PARAMETER");
    }
    return (ObjectNode) payments.path(0);
  }

  private ZoneId zone(ObjectNode order) {
    return ZoneId.of(locations.get(order.path("location_id").asText()).path("timezone").asText());
  }

  private void mustBeInTime(ObjectNode invoice) {
    LocalDate today = LocalDate.now(clock.withZone(ZoneId.of(invoice.path("timezone").asText())));
    if (LocalDate.parse(payment(invoice).path("due_date").asText()).isBefore(today)) {
      throw Refusal.invalid("INVALID_VALUE");
    }
  }

  private Reply invoices(String merchant, JsonNode search) {
    JsonNode filter = search.at("/query/filter");
    mustBeAt(merchant, filter.at("/location_ids/0").asText());
    String customer = filter.at("/customer_ids/0").asText();
    List<ObjectNode> all =
        things.entrySet().stream()
            .filter(one -> one.getKey().startsWith("inv:"))
            .map(Map.Entry::getValue)
            .filter(one -> one.at("/primary_recipient/customer_id").asText().equals(customer))
            .toList();
    int from = search.path("cursor").asInt(0);
    int to = Math.min(all.size(), from + invoicesPerPage);
    Reply reply = of("invoices", all.subList(from, to));
    if (to == all.size()) {
      return reply;
    }
    ObjectNode body = (ObjectNode) Json.read(reply.body());
    return Reply.json(200, body.put("cursor", String.valueOf(to)));
  }

  private static void mustBe(ObjectNode invoice, JsonNode body) {
    if (!body.path("version").isInt() || !body.path("version").equals(invoice.path("version"))) {
      throw new Refusal(409, "INVALID_REQUEST_ERROR", "VERSION_MISMATCH");
    }
  }

  private ObjectNode updated(ObjectNode invoice, JsonNode body) {
    mustBe(invoice, body);
    JsonNode wanted = body.at("/payment_requests/0");
    ObjectNode payment = payment(invoice);
    if (!payment.path("uid").equals(wanted.path("uid"))) {
      throw Refusal.invalid("INVALID_VALUE");
    }
    payment.set("due_date", wanted.path("due_date"));
    mustBeInTime(invoice);
    return changed(invoice.path("id").asText(), invoice.path("status").asText());
  }

  private ObjectNode published(ObjectNode invoice, JsonNode body) {
    mustBe(invoice, body);
    String id = invoice.path("id").asText();
    ObjectNode customer = things.get(invoice.at("/primary_recipient/customer_id").asText());
    if (!invoice.path("status").asText().equals("DRAFT")
        || customer.path("email_address").asText().isEmpty()) {
      throw Refusal.invalid("BAD_REQUEST");
    }
    mustBeInTime(invoice);
    changed(id, "UNPAID").put("public_url", "https://squareup.example/pay-invoice/" + id);
    tell("invoice.published", id);
    return invoice;
  }

  private ObjectNode cancelled(ObjectNode invoice, JsonNode body) {
    mustBe(invoice, body);
    String status = invoice.path("status").asText();
    if (FINAL.contains(status) || status.equals("DRAFT")) {
      throw Refusal.invalid("BAD_REQUEST");
    }
    String id = invoice.path("id").asText();
    changed(id, "CANCELED");
    tell("invoice.canceled", id);
    return invoice;
  }
}
