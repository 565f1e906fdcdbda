package dev.stagedoor.providers.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.FaultyServer;
import dev.stagedoor.providers.support.HmacSha256;
import dev.stagedoor.providers.support.Json;
import dev.stagedoor.providers.support.TimedSignature;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A small Stripe in this process: checks keys, version, required parameters and idempotency as
 * Stripe does, keeps its state, and lets a test do what people do at Stripe. Shapes are those of
 * the API's own fixtures for 2026-07-29.dahlia.
 */
public final class StripeStub extends FaultyServer {
  public static final Secret API_KEY = Secret.of("sk_test_stub_operator");
  public static final String PUBLISHABLE_KEY = "pk_test_stub_operator";
  public static final Secret WEBHOOK_SECRET = Secret.of("whsec_stub_secret_of_the_endpoint");
  public static final String CLIENT_ID = "ca_stub_platform";
  public static final String VERSION = "2026-07-29.dahlia";

  private static final Duration MONTH = Duration.ofDays(30);
  private static final Pattern INDEXED = Pattern.compile("lines\\[([0-9]+)].*");

  private final Clock clock;
  private final Map<String, String> accountsByKey = new HashMap<>();
  private final Set<String> connected = new HashSet<>();
  private final Map<String, String> codes = new HashMap<>();
  private final Map<String, Done> keys = new HashMap<>();
  private final Map<String, ObjectNode> things = new LinkedHashMap<>();
  private final Map<String, String> owners = new HashMap<>();
  private final Set<String> searchable = new HashSet<>();
  private final StripeStubForm browser = new StripeStubForm(this);
  private int made;
  private boolean delaysNextRefund;
  private int answersUntilOneIsLost = -1;
  private int invoicesUntilSilence;

  private record Done(String path, Map<String, String> fields, Reply reply) {}

  /** A request that is refused as Stripe refuses it. */
  private static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Reply reply;

    private Refusal(int status, String type, String code) {
      super(code);
      ObjectNode body = Json.object();
      ObjectNode error = body.putObject("error");
      error.put("type", type).put("message", "Refused: " + code);
      if (!code.isEmpty()) {
        error.put("code", code);
      }
      reply = Reply.json(status, body);
    }

    private Refusal(Reply reply) {
      super("refused");
      this.reply = reply;
    }
  }

  private StripeStub(Clock clock) {
    this.clock = clock;
    accountsByKey.put(API_KEY.reveal(), "acct_operator");
    accountsByKey.put("sk_test_stub_own", "acct_own");
    accountsByKey.put("rk_test_stub_little", "acct_little");
  }

  /** Starts at a free port. */
  public static StripeStub start() {
    return start(Clock.systemUTC());
  }

  public static StripeStub start(Clock clock) {
    return new StripeStub(clock);
  }

  /** Returns the settings of a server that shall use this stand-in. */
  public Map<String, Object> settings() {
    String prefix = StripeConfig.PREFIX + ".";
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put(prefix + "enabled", "true");
    settings.put(prefix + "api-key", API_KEY.reveal());
    settings.put(prefix + "publishable-key", PUBLISHABLE_KEY);
    settings.put(prefix + "webhook-secret", WEBHOOK_SECRET.reveal());
    settings.put(prefix + "base-url", baseUrl().toString());
    settings.put(prefix + "connect-url", baseUrl().toString());
    settings.put(prefix + "script-url", baseUrl().resolve(StripeStubForm.SCRIPT).toString());
    return settings;
  }

  /** Sends webhooks about what payers do to this address from now on. */
  public synchronized void tellTo(URI webhooks) {
    browser.tellTo(webhooks);
  }

  @Override
  protected Reply refusal(int status) {
    return switch (status) {
      case 401 -> error(status, "invalid_request_error", "api_key_expired");
      case 403 -> error(status, "invalid_request_error", "more_permissions_required");
      case 429 -> error(status, "rate_limit_error", "rate_limit");
      default -> error(status, "api_error", "");
    };
  }

  private static Reply error(int status, String type, String code) {
    return new Refusal(status, type, code).reply;
  }

  /** Lets so many answers come, and the next get lost on its way. */
  public synchronized void loseAnswerAfter(int answers) {
    answersUntilOneIsLost = answers;
  }

  /** Makes so many invoices more, and answers nothing from the last of them on. */
  public synchronized void fallSilentAtInvoice(int invoices) {
    invoicesUntilSilence = invoices;
  }

  @Override
  protected boolean loses(Asked request) {
    return super.loses(request) || (answersUntilOneIsLost >= 0 && answersUntilOneIsLost-- == 0);
  }

  /** Gives what a gateway says that gave up waiting. */
  @Override
  protected Optional<Reply> lost() {
    return Optional.of(Reply.empty(504));
  }

  @Override
  public synchronized void recover() {
    super.recover();
    answersUntilOneIsLost = -1;
    invoicesUntilSilence = 0;
  }

  // ---- the API

  @Override
  protected Reply answer(Asked asked) {
    Optional<Reply> form = browser.answer(asked);
    if (form.isPresent()) {
      return form.get();
    }
    try {
      if (asked.path().startsWith("/oauth/")) {
        return Reply.json(200, oauth(asked));
      }
      String account = account(asked);
      if (!asked.header("Stripe-Version").equals(Optional.of(VERSION))) {
        throw new Refusal(400, "invalid_request_error", "version_missing");
      }
      return asked.method().equals("POST")
          ? once(account, asked)
          : Reply.json(200, read(account, asked));
    } catch (Refusal refusal) {
      return refusal.reply;
    }
  }

  private String account(Asked asked) {
    String account = accountsByKey.get(asked.bearer().orElse(""));
    if (account == null) {
      throw new Refusal(401, "invalid_request_error", "");
    }
    String acting = asked.header("Stripe-Account").orElse("");
    if (acting.isEmpty()) {
      return account;
    }
    if (!connected.contains(acting)) {
      throw new Refusal(403, "invalid_request_error", "account_invalid");
    }
    return acting;
  }

  private Reply once(String account, Asked asked) {
    String key = asked.header("Idempotency-Key").orElse("");
    if (key.isEmpty() || key.length() > 255) {
      throw new Refusal(400, "invalid_request_error", "idempotency_key_missing");
    }
    Map<String, String> fields = asked.form();
    Done done = keys.get(account + " " + key);
    if (done != null) {
      if (!done.path().equals(asked.path()) || !done.fields().equals(fields)) {
        throw new Refusal(400, "idempotency_error", "");
      }
      return done.reply();
    }
    // What fails its validation is not kept.
    Reply reply = Reply.json(200, write(account, asked.path(), fields));
    keys.put(account + " " + key, new Done(asked.path(), fields, reply));
    return reply;
  }

  private ObjectNode read(String account, Asked asked) {
    String[] path = asked.path().split("/", -1);
    Map<String, String> query = asked.query();
    if (asked.method().equals("DELETE")) {
      return path[2].equals("invoices")
          ? deleted(thing(account, path[3]))
          : cancelled(account, path[3]);
    }
    return switch (asked.path()) {
      case "/v1/account" -> accountNode(account);
      case "/v1/invoices" -> {
        if (account.equals("acct_little")) {
          throw new Refusal(403, "invalid_request_error", "more_permissions_required");
        }
        yield list(
            account,
            "in_",
            one ->
                !query.containsKey("customer")
                    || one.path("customer").asText().equals(query.get("customer")));
      }
      case "/v1/refunds" ->
          list(
              account,
              "re_",
              one -> one.path("payment_intent").asText().equals(query.get("payment_intent")));
      case "/v1/customers/search" -> search(account, query.get("query"));
      default -> thing(account, path[path.length - 1]);
    };
  }

  private ObjectNode accountNode(String account) {
    ObjectNode node = Json.object();
    node.put("id", account).put("object", "account").put("charges_enabled", true);
    node.put("default_currency", "usd").put("country", "US");
    node.putObject("business_profile").put("name", "Shop of " + account);
    return node;
  }

  private ObjectNode search(String account, String query) {
    Matcher wanted = Pattern.compile("metadata\\['stagedoor_customer']:'(.*)'").matcher(query);
    if (!wanted.matches()) {
      throw new Refusal(400, "invalid_request_error", "bad_query");
    }
    ObjectNode found =
        list(
            account,
            "cus_",
            one ->
                searchable.contains(one.path("id").asText())
                    && one.path("metadata")
                        .path("stagedoor_customer")
                        .asText()
                        .equals(wanted.group(1)));
    return found.put("object", "search_result");
  }

  private ObjectNode list(String account, String prefix, Predicate<ObjectNode> wanted) {
    ObjectNode list = Json.object();
    list.put("object", "list").put("has_more", false).put("url", "/v1/things");
    ArrayNode data = list.putArray("data");
    things.forEach(
        (id, one) -> {
          if (id.startsWith(prefix) && account.equals(owners.get(id)) && wanted.test(one)) {
            data.add(one.deepCopy());
          }
        });
    return list;
  }

  private ObjectNode thing(String account, String id) {
    ObjectNode thing = things.get(id);
    if (thing == null || !account.equals(owners.get(id))) {
      throw new Refusal(404, "invalid_request_error", "resource_missing");
    }
    return thing;
  }

  private ObjectNode keep(String account, String prefix, String object) {
    made++;
    String id = prefix + "stub" + made;
    ObjectNode thing = Json.object();
    thing.put("id", id).put("object", object).put("livemode", false);
    thing.put("created", clock.instant().getEpochSecond());
    things.put(id, thing);
    owners.put(id, account);
    return thing;
  }

  private JsonNode write(String account, String path, Map<String, String> fields) {
    String[] steps = path.split("/", -1);
    String id = steps.length > 3 ? steps[3] : "";
    return switch (id.isEmpty() ? path : path.replace("/" + id, "/{}")) {
      case "/v1/customers" ->
          said(keep(account, "cus_", "customer"), fields, List.of("name", "email"));
      case "/v1/customers/{}" -> said(thing(account, id), fields, List.of("name", "email"));
      case "/v1/payment_intents" -> intent(account, fields);
      case "/v1/payment_intents/{}/cancel" -> givenUp(thing(account, id));
      case "/v1/refunds" -> refund(account, fields);
      case "/v1/invoices" -> draft(account, fields);
      case "/v1/invoices/{}/add_lines" -> addLines(thing(account, id), fields);
      case "/v1/invoices/{}/finalize" -> finalized(thing(account, id));
      case "/v1/invoices/{}/void" -> voided(thing(account, id));
      case "/v1/subscriptions/{}" -> changed(thing(account, id), fields);
      default ->
          switch (path) {
            case "/v1/checkout/sessions" -> session(account, fields);
            case "/v1/billing_portal/sessions" -> portal(account, fields);
            default -> throw new Refusal(404, "invalid_request_error", "unknown_url");
          };
    };
  }

  private static ObjectNode said(
      ObjectNode thing, Map<String, String> fields, List<String> members) {
    members.stream().filter(fields::containsKey).forEach(m -> thing.put(m, fields.get(m)));
    ObjectNode metadata = thing.withObject("/metadata");
    fields.forEach(
        (name, value) -> {
          if (name.startsWith("metadata[")) {
            metadata.put(name.substring(9, name.length() - 1), value);
          }
        });
    return thing;
  }

  private static String needed(Map<String, String> fields, String name) {
    String value = fields.get(name);
    if (value == null || value.isEmpty()) {
      throw new Refusal(400, "invalid_request_error", "parameter_missing");
    }
    return value;
  }

  private ObjectNode intent(String account, Map<String, String> fields) {
    long amount = Long.parseLong(needed(fields, "amount"));
    String currency = needed(fields, "currency");
    if (amount < 50) {
      throw new Refusal(400, "invalid_request_error", "amount_too_small");
    }
    if (!"true".equals(fields.get("automatic_payment_methods[enabled]"))) {
      throw new Refusal(400, "invalid_request_error", "parameter_missing");
    }
    ObjectNode intent = keep(account, "pi_", "payment_intent");
    said(intent, fields, List.of("description"));
    intent.put("amount", amount).put("amount_received", 0).put("currency", currency);
    intent.put("client_secret", intent.path("id").asText() + "_secret_stub" + made);
    intent.put("status", "requires_payment_method").putNull("last_payment_error");
    return intent;
  }

  private static ObjectNode givenUp(ObjectNode intent) {
    if (!intent.path("status").asText().startsWith("requires_")) {
      throw new Refusal(400, "invalid_request_error", "payment_intent_unexpected_state");
    }
    return intent.put("status", "canceled");
  }

  private ObjectNode refund(String account, Map<String, String> fields) {
    ObjectNode intent = thing(account, needed(fields, "payment_intent"));
    if (!intent.path("status").asText().equals("succeeded")) {
      throw new Refusal(400, "invalid_request_error", "");
    }
    long amount = Long.parseLong(needed(fields, "amount"));
    if (amount > intent.path("amount_received").asLong() - refunded(intent.path("id").asText())) {
      throw new Refusal(400, "invalid_request_error", "charge_already_refunded");
    }
    ObjectNode refund = keep(account, "re_", "refund");
    said(refund, fields, List.of("payment_intent"));
    refund.put("amount", amount).put("currency", intent.path("currency").asText());
    refund.put("status", delaysNextRefund ? "pending" : "succeeded");
    delaysNextRefund = false;
    return refund;
  }

  private ObjectNode draft(String account, Map<String, String> fields) {
    thing(account, needed(fields, "customer"));
    if (!"send_invoice".equals(fields.get("collection_method"))
        || Integer.parseInt(needed(fields, "days_until_due")) < 1) {
      throw new Refusal(400, "invalid_request_error", "parameter_invalid");
    }
    ObjectNode invoice = keep(account, "in_", "invoice");
    if (invoicesUntilSilence > 0 && --invoicesUntilSilence == 0) {
      fail(FarSideFailure.SLOW);
    }
    said(invoice, fields, List.of("customer", "currency", "description", "collection_method"));
    invoice.put("status", "draft").put("total", 0).put("attempt_count", 0);
    invoice.put("attempted", false).putNull("hosted_invoice_url");
    ObjectNode lines = invoice.putObject("lines");
    lines.put("object", "list").put("has_more", false).put("url", "/v1/lines");
    lines.putArray("data");
    return invoice;
  }

  private static void mustBe(ObjectNode invoice, String... statuses) {
    if (!List.of(statuses).contains(invoice.path("status").asText())) {
      throw new Refusal(400, "invalid_request_error", "invoice_not_editable");
    }
  }

  private ObjectNode addLines(ObjectNode invoice, Map<String, String> fields) {
    mustBe(invoice, "draft");
    long total = invoice.path("total").asLong();
    Set<Integer> indexes = new HashSet<>();
    fields.keySet().stream()
        .map(INDEXED::matcher)
        .filter(Matcher::matches)
        .forEach(matcher -> indexes.add(Integer.valueOf(matcher.group(1))));
    for (int i = 0; i < indexes.size(); i++) {
      String line = "lines[" + i + "]";
      String price = line + "[price_data]";
      needed(fields, price + "[product_data][name]");
      if (!needed(fields, price + "[currency]").equals(invoice.path("currency").asText())) {
        throw new Refusal(400, "invalid_request_error", "currency_mismatch");
      }
      long quantity = Long.parseLong(needed(fields, line + "[quantity]"));
      long amount = quantity * Long.parseLong(needed(fields, price + "[unit_amount]"));
      ((ArrayNode) invoice.path("lines").path("data"))
          .addObject()
          .put("id", "il_stub" + (++made))
          .put("object", "line_item")
          .put("amount", amount)
          .put("quantity", quantity)
          .put("currency", invoice.path("currency").asText())
          .put("description", needed(fields, line + "[description]"));
      total += amount;
    }
    return invoice.put("total", total);
  }

  private ObjectNode deleted(ObjectNode invoice) {
    mustBe(invoice, "draft");
    String id = invoice.path("id").asText();
    things.remove(id);
    return Json.object().put("id", id).put("object", "invoice").put("deleted", true);
  }

  private ObjectNode finalized(ObjectNode invoice) {
    mustBe(invoice, "draft");
    invoice.put("status", invoice.path("total").asLong() == 0 ? "paid" : "open");
    return invoice.put(
        "hosted_invoice_url", "https://invoice.stripe.com/i/" + invoice.path("id").asText());
  }

  private static ObjectNode voided(ObjectNode invoice) {
    mustBe(invoice, "open", "uncollectible");
    return invoice.put("status", "void");
  }

  private static void mustBeAPrice(String price) {
    if (!price.equals("price_basic") && !price.equals("price_premium")) {
      throw new Refusal(400, "invalid_request_error", "resource_missing");
    }
  }

  private ObjectNode session(String account, Map<String, String> fields) {
    if (!"subscription".equals(fields.get("mode"))) {
      throw new Refusal(400, "invalid_request_error", "parameter_invalid");
    }
    mustBeAPrice(needed(fields, "line_items[0][price]"));
    needed(fields, "line_items[0][quantity]");
    needed(fields, "success_url");
    if (fields.containsKey("customer")) {
      thing(account, fields.get("customer"));
    }
    ObjectNode session = keep(account, "cs_test_", "checkout.session");
    said(session, fields, List.of("client_reference_id", "customer", "customer_email"));
    session.put("mode", "subscription").put("status", "open");
    session.put("url", "https://checkout.stripe.com/c/pay/" + session.path("id").asText());
    ObjectNode asked = session.putObject("asked");
    fields.forEach(asked::put);
    return session;
  }

  private ObjectNode portal(String account, Map<String, String> fields) {
    thing(account, needed(fields, "customer"));
    ObjectNode portal = keep(account, "bps_", "billing_portal.session");
    return portal
        .put("return_url", needed(fields, "return_url"))
        .put("url", "https://billing.stripe.com/p/session/" + portal.path("id").asText());
  }

  private static ObjectNode item(ObjectNode subscription, int index) {
    return (ObjectNode) subscription.path("items").path("data").path(index);
  }

  private ObjectNode changed(ObjectNode subscription, Map<String, String> fields) {
    if (subscription.path("status").asText().equals("canceled")) {
      throw new Refusal(400, "invalid_request_error", "");
    }
    if (fields.containsKey("cancel_at_period_end")) {
      subscription.put("cancel_at_period_end", fields.get("cancel_at_period_end").equals("true"));
    }
    if (fields.containsKey("items[0][price]")) {
      mustBeAPrice(fields.get("items[0][price]"));
      if (fields.containsKey("items[0][id]")) {
        if (!item(subscription, 0).path("id").asText().equals(fields.get("items[0][id]"))) {
          throw new Refusal(404, "invalid_request_error", "resource_missing");
        }
        item(subscription, 0).withObject("/price").put("id", fields.get("items[0][price]"));
      } else {
        addItem(
            subscription,
            fields.get("items[0][price]"),
            item(subscription, 0).path("current_period_end").asLong());
      }
    }
    return subscription;
  }

  private void addItem(ObjectNode subscription, String price, long until) {
    ObjectNode item = subscription.withObject("/items").withArray("/data").addObject();
    item.put("id", "si_stub" + (++made)).put("object", "subscription_item");
    item.put("current_period_end", until).put("quantity", 1);
    item.putObject("price").put("id", price).put("object", "price");
  }

  private ObjectNode cancelled(String account, String id) {
    ObjectNode subscription = thing(account, id);
    if (subscription.path("status").asText().equals("canceled")) {
      throw new Refusal(404, "invalid_request_error", "resource_missing");
    }
    return subscription.put("status", "canceled");
  }

  private ObjectNode oauth(Asked asked) {
    if (!asked.bearer().equals(Optional.of(API_KEY.reveal()))) {
      throw new Refusal(401, "invalid_request_error", "");
    }
    Map<String, String> fields = asked.form();
    if (asked.path().equals("/oauth/token")) {
      String account = codes.remove(needed(fields, "code"));
      if (account == null) {
        throw oauthRefusal(400, "invalid_grant");
      }
      connected.add(account);
      return Json.object().put("stripe_user_id", account).put("scope", "read_write");
    }
    if (!needed(fields, "client_id").equals(CLIENT_ID)
        || !connected.remove(needed(fields, "stripe_user_id"))) {
      throw oauthRefusal(401, "invalid_client");
    }
    return Json.object().put("stripe_user_id", fields.get("stripe_user_id"));
  }

  private static Refusal oauthRefusal(int status, String error) {
    return new Refusal(
        Reply.json(status, Json.object().put("error", error).put("error_description", "no")));
  }

  // ---- what people do at Stripe

  /** Lets a new merchant give leave, and returns the code they come back with. */
  public synchronized Secret giveLeave() {
    made++;
    String code = "ac_stub" + made;
    codes.put(code, "acct_stub" + made);
    return Secret.of(code);
  }

  /** Lets an account have a key, as its owner makes one. */
  public synchronized void makeKey(Secret key, String account) {
    accountsByKey.put(key.reveal(), account);
  }

  /** Takes a key back, as its owner does. */
  public synchronized void revokeKey(Secret key) {
    accountsByKey.remove(key.reveal());
  }

  public synchronized boolean isConnected(String account) {
    return connected.contains(account);
  }

  public synchronized void connect(String account) {
    connected.add(account);
  }

  synchronized ObjectNode intent(String id) {
    return existing(id);
  }

  /** Lets a payer pay; this much is taken. */
  public synchronized void pay(String intent, long amount) {
    existing(intent).put("status", "succeeded").put("amount_received", amount);
    existing(intent).putNull("last_payment_error");
  }

  /** Lets a payer pay what is asked. */
  public synchronized void pay(String intent) {
    pay(intent, existing(intent).path("amount").asLong());
  }

  /** Lets an attempt to pay fail with this code of the bank. */
  public synchronized void decline(String intent, String code) {
    existing(intent)
        .put("status", "requires_payment_method")
        .putObject("last_payment_error")
        .put("type", "card_error")
        .put("code", "card_declined")
        .put("decline_code", code);
  }

  /** Has somebody refund in the dashboard. */
  public synchronized void refundInDashboard(String intent, long amount) {
    ObjectNode ignored =
        refund(
            owners.get(intent), Map.of("payment_intent", intent, "amount", Long.toString(amount)));
  }

  /** Lets the next refund be taken and not finished. */
  public synchronized void delayNextRefund() {
    delaysNextRefund = true;
  }

  /** Moves the refunds of a charge from one status to another. */
  public synchronized void moveRefunds(String intent, String from, String to) {
    refunds(intent).stream()
        .filter(one -> one.path("status").asText().equals(from))
        .forEach(one -> one.put("status", to));
  }

  private List<ObjectNode> refunds(String intent) {
    return things.values().stream()
        .filter(one -> one.path("object").asText().equals("refund"))
        .filter(one -> one.path("payment_intent").asText().equals(intent))
        .toList();
  }

  /** Adds up what goes back or went back of a charge. */
  public synchronized long refunded(String intent) {
    return refunds(intent).stream()
        .filter(one -> List.of("pending", "succeeded").contains(one.path("status").asText()))
        .mapToLong(one -> one.path("amount").asLong())
        .sum();
  }

  public synchronized void payInvoice(String id) {
    existing(id).put("status", "paid").put("attempt_count", 1);
  }

  public synchronized void declineInvoice(String id) {
    existing(id).put("attempt_count", 1).put("attempted", true);
  }

  /** Makes a thing stand in any way. */
  public synchronized void put(String id, String member, String value) {
    existing(id).put(member, value);
  }

  private ObjectNode existing(String id) {
    return Optional.ofNullable(things.get(id)).orElseThrow();
  }

  /** Lets somebody subscribe on a page, and returns the subscription's id. */
  public synchronized String subscribe(URI page) {
    String id = page.getPath().substring(page.getPath().lastIndexOf('/') + 1);
    ObjectNode session = existing(id);
    if (session.hasNonNull("subscription")) {
      return session.path("subscription").asText();
    }
    String account = owners.get(id);
    String customer =
        session.hasNonNull("customer")
            ? session.path("customer").asText()
            : keep(account, "cus_", "customer").path("id").asText();
    JsonNode asked = session.path("asked");
    int trial = asked.path("subscription_data[trial_period_days]").asInt();
    ObjectNode subscription = keep(account, "sub_", "subscription");
    subscription.put("customer", customer).put("cancel_at_period_end", false);
    subscription.put("status", trial > 0 ? "trialing" : "active").putNull("cancel_at");
    subscription
        .putObject("metadata")
        .put(
            "stagedoor_subscription",
            asked.path("subscription_data[metadata][stagedoor_subscription]").asText());
    Instant until = clock.instant().plus(trial > 0 ? Duration.ofDays(trial) : MONTH);
    subscription.putObject("items").put("object", "list").put("has_more", false);
    addItem(subscription, asked.path("line_items[0][price]").asText(), until.getEpochSecond());
    session.put("subscription", subscription.path("id").asText()).put("status", "complete");
    return subscription.path("id").asText();
  }

  /** Lets a period end, and the next be paid; or ends the subscription where it was to end. */
  public synchronized void endPeriod(String id) {
    ObjectNode subscription = existing(id);
    if (subscription.path("cancel_at_period_end").asBoolean()) {
      subscription.put("status", "canceled");
      return;
    }
    subscription.put("status", "active");
    ObjectNode item = item(subscription, 0);
    item.put("current_period_end", item.path("current_period_end").asLong() + MONTH.toSeconds());
  }

  /** Lets the index of customers catch up, and the keys of repeated calls be forgotten. */
  public synchronized void dayPasses() {
    keys.clear();
    searchable.addAll(things.keySet());
  }

  /** Returns copies of the things whose ids begin so, of one account. */
  public synchronized List<JsonNode> things(String account, String prefix) {
    return things.entrySet().stream()
        .filter(one -> one.getKey().startsWith(prefix))
        .filter(one -> account.equals(owners.get(one.getKey())))
        .<JsonNode>map(one -> one.getValue().deepCopy())
        .toList();
  }

  // ---- what Stripe tells

  /** Returns an event about a thing, as Stripe writes it. */
  public synchronized byte[] event(String type, String thing, Optional<String> account) {
    ObjectNode event = Json.object();
    event.put("id", "evt_stub" + (++made)).put("object", "event").put("api_version", VERSION);
    event.put("created", clock.instant().getEpochSecond()).put("type", type);
    account.ifPresent(id -> event.put("account", id));
    event.putObject("data").set("object", existing(thing).deepCopy());
    return Json.write(event);
  }

  /** Returns the header that signs a body now. */
  public String sign(byte[] body) {
    return new TimedSignature(HmacSha256.of(WEBHOOK_SECRET), "t", "v1", StripeWebhooks.TOLERANCE)
        .header(body, clock.instant());
  }

  /** Sends an event, signed, and returns the status it was answered with. */
  public int send(URI endpoint, byte[] event) {
    return post(endpoint, event, Map.of("Stripe-Signature", sign(event)));
  }

  /** Sends an event, signed, while others go on. */
  void sendLater(URI endpoint, byte[] event) {
    later(() -> send(endpoint, event));
  }
}
