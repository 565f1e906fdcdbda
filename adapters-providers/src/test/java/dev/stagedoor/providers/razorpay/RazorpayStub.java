package dev.stagedoor.providers.razorpay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.FaultyServer;
import dev.stagedoor.providers.support.HmacSha256;
import dev.stagedoor.providers.support.Json;
import dev.stagedoor.providers.support.Routes;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A little Razorpay, in this process: orders, payments, refunds, a script for browsers, and signed
 * webhooks. Whoever asks must sign in, and say what Razorpay wants to be told.
 */
public final class RazorpayStub extends FaultyServer {
  public static final String KEY_ID = "rzp_test_stub";
  public static final Secret KEY_SECRET = Secret.of("stub-key-secret-41ce");
  public static final Secret WEBHOOK_SECRET = Secret.of("stub-webhook-secret-08fd");
  private static final String SCRIPT = "/v1/checkout.js";
  private static final int LONGEST_RECEIPT = 40;

  private final Routes api =
      new Routes()
          .on("POST /v1/orders", (asked, ids) -> createOrder(asked.json()))
          .on("GET /v1/orders", (asked, ids) -> ordersFor(asked))
          .on(
              "GET /v1/orders/{}",
              (asked, ids) -> found(ids.get(0), order -> Reply.json(200, order)))
          .on(
              "GET /v1/orders/{}/payments",
              (asked, ids) -> found(ids.get(0), order -> list(paymentsOf(ids.get(0)), asked)))
          .on("GET /v1/payments/{}/refunds", (asked, ids) -> refundsFor(ids.get(0), asked))
          .on("POST /v1/payments/{}/refund", (asked, ids) -> refund(ids.get(0), asked))
          .on("GET " + SCRIPT, (asked, ids) -> Reply.of(200, "text/javascript", script()))
          .on("POST /browser/{}/pay", (asked, ids) -> browser(ids.get(0), true))
          .on("POST /browser/{}/decline", (asked, ids) -> browser(ids.get(0), false));
  private final Map<String, ObjectNode> orders = new LinkedHashMap<>();
  private final Map<String, ObjectNode> payments = new LinkedHashMap<>();
  private final Map<String, ObjectNode> refunds = new LinkedHashMap<>();
  private final Map<String, JsonNode> refundBodies = new LinkedHashMap<>();
  private final Map<String, String> refundsByKey = new LinkedHashMap<>();
  private @Nullable URI webhooks;
  private int made;
  private boolean delaysNextRefund;
  private int busy;
  private String losing = "";

  private RazorpayStub() {}

  public static RazorpayStub start() {
    return new RazorpayStub();
  }

  /** Returns what reaches this stand-in. */
  public RazorpayConfig config() {
    return new RazorpayConfig(
        KEY_ID, KEY_SECRET, WEBHOOK_SECRET, baseUrl(), baseUrl().resolve(SCRIPT));
  }

  /** Returns the settings of a server that shall use this stand-in. */
  public Map<String, Object> settings() {
    String prefix = RazorpayConfig.PREFIX + ".";
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put(prefix + "enabled", "true");
    settings.put(prefix + "key-id", KEY_ID);
    settings.put(prefix + "key-secret", KEY_SECRET.reveal());
    settings.put(prefix + "webhook-secret", WEBHOOK_SECRET.reveal());
    settings.put(prefix + "base-url", baseUrl().toString());
    settings.put(prefix + "checkout-url", baseUrl().resolve(SCRIPT).toString());
    return settings;
  }

  // ---- what payers and people at the dashboard do

  /** Sends webhooks to this address from now on. */
  public synchronized void tellTo(URI address) {
    webhooks = address;
  }

  /** Lets the payer pay an order, and returns the payment. */
  public synchronized String pay(String order) {
    return pay(order, thing(orders, order).path("amount").longValue());
  }

  /** Lets the payer pay another amount than the order's. */
  public synchronized String pay(String order, long amount) {
    ObjectNode payment = attempt(order, amount, "captured");
    thing(orders, order).put("status", "paid").put("amount_paid", amount).put("amount_due", 0);
    tell("payment.captured", payment);
    tell("order.paid", payment);
    return payment.path("id").textValue();
  }

  /** Lets an attempt fail, and returns the payment. */
  public synchronized String decline(String order, String reason) {
    ObjectNode payment =
        attempt(order, thing(orders, order).path("amount").longValue(), "failed")
            .put("error_code", "BAD_REQUEST_ERROR")
            .put("error_description", "Your payment was declined")
            .put("error_source", "customer")
            .put("error_step", "payment_authorization")
            .put("error_reason", reason);
    tell("payment.failed", payment);
    return payment.path("id").textValue();
  }

  /** Lets the payer begin, and the bank keep silent. */
  public synchronized String begin(String order) {
    return attempt(order, thing(orders, order).path("amount").longValue(), "created")
        .path("id")
        .textValue();
  }

  /** Lets the bank say yes to an attempt, also to one that had failed; nothing is taken yet. */
  public synchronized void authorise(String payment) {
    tell("payment.authorized", thing(payments, payment).put("status", "authorized"));
  }

  /** Takes what was authorised. */
  public synchronized void capture(String payment) {
    ObjectNode taken = thing(payments, payment).put("status", "captured").put("captured", true);
    thing(orders, taken.path("order_id").textValue()).put("status", "paid");
    tell("payment.captured", taken);
  }

  /** Gives back what was authorised and never captured. */
  public synchronized void giveUp(String payment) {
    ObjectNode ended = thing(payments, payment).put("status", "refunded").put("captured", false);
    tell("refund.processed", ended);
  }

  /** Refunds part of an order at the dashboard. */
  public synchronized void refundAtDashboard(String order, long amount) {
    ObjectNode payment = captured(order).orElseThrow();
    ObjectNode refund = newRefund(payment, amount, Json.object());
    refund.putNull("receipt").putArray("notes");
    tell("refund.processed", payment);
  }

  /** Lets the next refund wait until {@link #finishRefunds}. */
  public synchronized void delayNextRefund() {
    delaysNextRefund = true;
  }

  public synchronized void finishRefunds(String order) {
    refundsOf(order).filter(is("pending")).forEach(refund -> refund.put("status", "processed"));
    tell("refund.processed", captured(order).orElseThrow());
  }

  /** Lets the refunds of an order that were processed fail after all. */
  public synchronized void failRefunds(String order) {
    refundsOf(order).forEach(refund -> refund.put("status", "failed"));
    ObjectNode payment = captured(order).orElseThrow();
    payment.put("amount_refunded", 0).put("status", "captured").putNull("refund_status");
    tell("refund.failed", payment);
  }

  /** Answers 409 to so many refunds, because the first of them is still being made. */
  public synchronized void busyFor(int refundsAsked) {
    busy = refundsAsked;
  }

  /** Returns an order to be looked at or changed. */
  public synchronized ObjectNode order(String id) {
    return thing(orders, id);
  }

  /** Returns a payment to be looked at or changed. */
  public synchronized ObjectNode payment(String id) {
    return thing(payments, id);
  }

  /** Returns the refunds of an order to be looked at or changed. */
  public synchronized List<ObjectNode> refunds(String order) {
    return refundsOf(order).toList();
  }

  public synchronized int ordersOf(String receipt) {
    return (int)
        orders.values().stream()
            .filter(order -> order.path("receipt").asText().equals(receipt))
            .count();
  }

  /** Returns what went back of an order and stayed there, or is on its way. */
  public synchronized long refundedOf(String order) {
    return refundsOf(order)
        .filter(is("failed").negate())
        .mapToLong(refund -> refund.path("amount").longValue())
        .sum();
  }

  // ---- how it fails

  /** Looking for what is there already does not count. */
  @Override
  protected boolean canBeLost(Asked request) {
    return request.method().equals("POST") || request.call().matches("GET /v1/orders/[^/]+");
  }

  /** A lost answer stays lost, however often it is asked for again, until something else is. */
  @Override
  protected boolean loses(Asked request) {
    if (!request.call().equals(losing)) {
      losing = super.loses(request) ? request.call() : "";
    }
    return !losing.isEmpty();
  }

  /** Says that whoever asks now asks for another reason than before. */
  public synchronized void nextCall() {
    losing = "";
  }

  // ---- the API

  @Override
  protected boolean isApi(Asked request) {
    return !request.path().equals(SCRIPT) && !request.path().startsWith("/browser/");
  }

  @Override
  protected Reply answer(Asked request) {
    Reply reply =
        isApi(request) && !request.isFrom(KEY_ID, KEY_SECRET)
            ? refusal(401)
            : api.answer(request).orElseGet(() -> refusal(404));
    return reply.forAnyOrigin();
  }

  @Override
  protected Reply refusal(int status) {
    return switch (status) {
      case 429 -> refusal(status, "BAD_REQUEST_ERROR", "rate_limit_exceeded");
      case 500 -> refusal(status, "SERVER_ERROR", "server_error");
      default -> refusal(status, "BAD_REQUEST_ERROR", "NA");
    };
  }

  private static Reply refusal(int status, String code, String reason) {
    ObjectNode refusal = Json.object();
    refusal
        .putObject("error")
        .put("code", code)
        .put("description", "Refused by the stand-in")
        .put("source", "business")
        .put("step", "payment_initiation")
        .put("reason", reason)
        .putObject("metadata");
    return Reply.json(status, refusal);
  }

  private static Reply badRequest(String reason) {
    return refusal(400, "BAD_REQUEST_ERROR", reason);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Reply ordersFor(Asked asked) {
    String receipt = asked.query().getOrDefault("receipt", "");
    return list(
        orders.values().stream()
            .filter(order -> receipt.isEmpty() || order.path("receipt").asText().equals(receipt)),
        asked);
  }

  private Reply found(String order, Function<ObjectNode, Reply> answer) {
    return Optional.ofNullable(orders.get(order))
        .map(answer)
        .orElseGet(() -> badRequest("input_validation_failed"));
  }

  private Reply refundsFor(String payment, Asked asked) {
    return list(
        refunds.values().stream().filter(one -> one.path("payment_id").asText().equals(payment)),
        asked);
  }

  private static Reply list(Stream<ObjectNode> things, Asked asked) {
    Map<String, String> query = asked.query();
    ObjectNode list = Json.object().put("entity", "collection");
    ArrayNode items = list.putArray("items");
    things
        .skip(Long.parseLong(query.getOrDefault("skip", "0")))
        .limit(Long.parseLong(query.getOrDefault("count", "10")))
        .forEach(items::add);
    list.put("count", items.size());
    return Reply.json(200, list);
  }

  private Reply createOrder(JsonNode wanted) {
    String receipt = wanted.path("receipt").asText();
    JsonNode capture = wanted.path("payment");
    boolean good =
        wanted.path("amount").isIntegralNumber()
            && wanted.path("amount").longValue() >= 100
            && wanted.path("currency").asText().matches("[A-Z]{3}")
            && receipt.length() <= LONGEST_RECEIPT
            && capture.path("capture").asText().equals("automatic")
            && capture.path("capture_options").path("automatic_expiry_period").intValue() >= 12;
    if (!good) {
      return badRequest("input_validation_failed");
    }
    ObjectNode order =
        Json.object()
            .put("id", "order_" + next())
            .put("entity", "order")
            .put("amount", wanted.path("amount").longValue())
            .put("amount_paid", 0)
            .put("amount_due", wanted.path("amount").longValue())
            .put("currency", wanted.path("currency").asText())
            .put("receipt", receipt)
            .putNull("offer_id")
            .put("status", "created")
            .put("attempts", 0);
    order.set("notes", wanted.path("notes"));
    order.put("created_at", 1_582_628_071 + made);
    orders.put(order.path("id").textValue(), order);
    return Reply.json(200, order);
  }

  private Reply refund(String paymentId, Asked asked) {
    String key = asked.header("X-Refund-Idempotency").orElse("");
    JsonNode wanted = asked.json();
    if (!key.matches("[A-Za-z0-9_-]{10,}")) {
      return badRequest("input_validation_failed");
    }
    if (busy > 0) {
      busy--;
      return refusal(409);
    }
    String before = refundsByKey.get(key);
    if (before != null) {
      return wanted.equals(refundBodies.get(key))
          ? Reply.json(200, thing(refunds, before))
          : badRequest("input_validation_failed");
    }
    ObjectNode payment = payments.get(paymentId);
    if (payment == null || !payment.path("captured").booleanValue()) {
      return badRequest("payment_not_captured");
    }
    long amount = wanted.path("amount").longValue();
    long left = payment.path("amount").longValue() - payment.path("amount_refunded").longValue();
    if (amount < 1 || amount > left) {
      return badRequest("refund_amount_exceeds");
    }
    ObjectNode refund = newRefund(payment, amount, wanted);
    if (delaysNextRefund) {
      delaysNextRefund = false;
      refund.put("status", "pending");
    }
    refundsByKey.put(key, refund.path("id").textValue());
    refundBodies.put(key, wanted);
    tell("refund.created", payment);
    return Reply.json(200, refund);
  }

  private ObjectNode newRefund(ObjectNode payment, long amount, JsonNode wanted) {
    ObjectNode refund =
        Json.object()
            .put("id", "rfnd_" + next())
            .put("entity", "refund")
            .put("amount", amount)
            .put("currency", payment.path("currency").asText())
            .put("payment_id", payment.path("id").asText());
    refund.set("notes", wanted.path("notes"));
    refund.set("receipt", wanted.path("receipt"));
    refund.putObject("acquirer_data").putNull("arn");
    refund
        .put("created_at", 1_597_078_866 + made)
        .putNull("batch_id")
        .put("status", "processed")
        .put("speed_processed", "normal")
        .put("speed_requested", "normal");
    refunds.put(refund.path("id").textValue(), refund);
    long back = payment.path("amount_refunded").longValue() + amount;
    boolean all = back >= payment.path("amount").longValue();
    payment
        .put("amount_refunded", back)
        .put("refund_status", all ? "full" : "partial")
        .put("status", all ? "refunded" : "captured");
    return refund;
  }

  private ObjectNode attempt(String order, long amount, String status) {
    ObjectNode paid = thing(orders, order);
    paid.put("status", "attempted").put("attempts", paid.path("attempts").intValue() + 1);
    ObjectNode payment =
        Json.object()
            .put("id", "pay_" + next())
            .put("entity", "payment")
            .put("amount", amount)
            .put("currency", paid.path("currency").asText())
            .put("status", status)
            .put("order_id", order)
            .putNull("invoice_id")
            .put("international", false)
            .put("method", "card")
            .put("amount_refunded", 0)
            .putNull("refund_status")
            .put("captured", status.equals("captured"))
            .put("email", "payer@example.com")
            .put("contact", "+919999999999");
    payment.putArray("notes");
    payment
        .put("fee", 44)
        .put("tax", 0)
        .putNull("error_code")
        .putNull("error_description")
        .putNull("error_source")
        .putNull("error_step")
        .putNull("error_reason")
        .put("created_at", 1_582_700_000 + made);
    payments.put(payment.path("id").textValue(), payment);
    return payment;
  }

  private String next() {
    made++;
    return "Stub" + String.format("%010d", made);
  }

  private Stream<ObjectNode> paymentsOf(String order) {
    return payments.values().stream().filter(one -> one.path("order_id").asText().equals(order));
  }

  private Optional<ObjectNode> captured(String order) {
    return paymentsOf(order).filter(one -> one.path("captured").booleanValue()).findFirst();
  }

  private Stream<ObjectNode> refundsOf(String order) {
    List<String> ids = paymentsOf(order).map(one -> one.path("id").textValue()).toList();
    return refunds.values().stream().filter(one -> ids.contains(one.path("payment_id").asText()));
  }

  private static Predicate<ObjectNode> is(String status) {
    return refund -> refund.path("status").asText().equals(status);
  }

  private static ObjectNode thing(Map<String, ObjectNode> things, String id) {
    return Optional.ofNullable(things.get(id))
        .orElseThrow(() -> new IllegalArgumentException("the stand-in has no " + id));
  }

  // ---- browsers

  /** A script that does to a page what Razorpay's does: a window in which the payer decides. */
  private byte[] script() {
    String script =
        """
        window.Razorpay = class {
          constructor(options) { this.options = options; this.listeners = {}; }
          on(name, listener) { this.listeners[name] = listener; }
          open() {
            const { options } = this;
            if (!options.key || !options.order_id) { throw new Error("key and order_id are needed"); }
            const frame = document.createElement("div");
            frame.className = "razorpay-container";
            frame.innerHTML = `<style>.razorpay-container { position: fixed; inset: 0; z-index: 9; display: grid;
              place-items: center; background: rgb(0 0 0 / 60%) } .razorpay-container div { background: white;
              color: black; padding: 2rem; display: grid; gap: 1rem }</style>
              <div role="dialog" aria-label="Razorpay"><p>Razorpay stand-in: ${options.order_id}</p></div>`;
            const button = (text, act) => {
              const made = document.createElement("button");
              made.textContent = text;
              made.addEventListener("click", act);
              frame.querySelector("[role=dialog]").append(made);
            };
            const ask = async (what) =>
              (await fetch(`BASE/browser/${options.order_id}/${what}`, { method: "POST" })).json();
            button("Pay at the bank", async () => {
              const paid = await ask("pay");
              frame.remove();
              options.handler({ razorpay_payment_id: paid.id, razorpay_order_id: options.order_id,
                razorpay_signature: paid.signature });
            });
            button("Be declined", async () => {
              const declined = await ask("decline");
              this.listeners["payment.failed"]?.({ error: { code: "BAD_REQUEST_ERROR",
                description: "Your payment was declined", reason: declined.error_reason,
                metadata: { payment_id: declined.id, order_id: options.order_id } } });
              frame.querySelector("p").textContent = "Your bank said no";
            });
            button("Close", () => { frame.remove(); options.modal?.ondismiss?.(); });
            document.body.append(frame);
          }
        };
        """;
    return bytes(script.replace("BASE", baseUrl().toString()));
  }

  private Reply browser(String order, boolean pays) {
    if (!orders.containsKey(order)) {
      return badRequest("input_validation_failed");
    }
    String payment = pays ? pay(order) : decline(order, "insufficient_funds");
    ObjectNode answer = thing(payments, payment).deepCopy();
    answer.put("signature", HmacSha256.of(KEY_SECRET).hex(bytes(order + "|" + payment)));
    return Reply.json(200, answer);
  }

  // ---- webhooks

  private void tell(String type, ObjectNode payment) {
    URI address = webhooks;
    if (address == null) {
      return;
    }
    byte[] body = Json.write(event(type, payment));
    String id = "evt" + next();
    later(() -> send(address, id, body));
  }

  private ObjectNode event(String type, ObjectNode payment) {
    ObjectNode event =
        Json.object()
            .put("entity", "event")
            .put("account_id", "acc_Stub0000000001")
            .put("event", type);
    ArrayNode contains = event.putArray("contains").add("payment");
    ObjectNode payload = event.putObject("payload");
    payload.putObject("payment").set("entity", payment.deepCopy());
    if (type.startsWith("order.")) {
      contains.add("order");
      payload
          .putObject("order")
          .set("entity", thing(orders, payment.path("order_id").textValue()).deepCopy());
    }
    if (type.startsWith("refund.")) {
      refunds.values().stream()
          .filter(one -> one.path("payment_id").asText().equals(payment.path("id").asText()))
          .reduce((first, second) -> second)
          .ifPresent(
              refund -> {
                contains.insert(0, "refund");
                payload.putObject("refund").set("entity", refund.deepCopy());
              });
    }
    return event.put("created_at", 1_582_800_000 + made);
  }

  /** Posts until it is taken, as Razorpay does, but not for a day. */
  private static void send(URI address, String id, byte[] body) {
    Map<String, String> headers =
        Map.of(
            "X-Razorpay-Event-Id",
            id,
            "X-Razorpay-Signature",
            HmacSha256.of(WEBHOOK_SECRET).hex(body));
    try {
      for (int attempt = 0; attempt < 5; attempt++) {
        if (post(address, body, headers) / 100 == 2) {
          return;
        }
      }
    } catch (UncheckedIOException e) {
      // Whoever should hear is gone.
    }
  }
}
