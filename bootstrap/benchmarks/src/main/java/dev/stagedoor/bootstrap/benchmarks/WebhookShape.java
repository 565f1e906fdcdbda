package dev.stagedoor.bootstrap.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.function.BiFunction;

/**
 * One kind of delivery of one vendor, as its documentation has it.
 *
 * @param path where it goes
 * @param body with gaps: the delivery's number, the input it is about, a time, what happened
 * @param headers what signs a body under a secret
 */
record WebhookShape(String path, Template body, BiFunction<Boolean, byte[], String> headers) {
  /** Bodies hold their number behind this, so that they are found again in the database. */
  static final String MARK = "bench";

  private static final String WRONG = "another secret";

  static final String STRIPE_SECRET = "whsec_of_the_benchmarks";
  static final String RAZORPAY_SECRET = "razorpay-secret-of-the-benchmarks";
  static final String MUX_SECRET = "mux-secret-of-the-benchmarks";
  static final String CLOUDFLARE_SECRET = "cloudflare-secret-of-the-benchmarks";
  static final String FACEBOOK_SECRET = "facebook-secret-of-the-benchmarks";
  static final String HI_EVENTS_SECRET = "hi-events-secret-of-the-benchmarks";

  static WebhookShape paymentSucceeded() {
    return stripe("payment_intent.succeeded");
  }

  static WebhookShape invoicePaid() {
    return stripe("invoice.paid");
  }

  private static WebhookShape stripe(String type) {
    Signers signers = new Signers(STRIPE_SECRET);
    return new WebhookShape(
        "/api/webhooks/stripe",
        new Template(
            resource("stripe/" + type + ".json")
                .replace("evt_1ABCdefGHIjklMNO", "evt_" + MARK + "@A@")
                .replace("pi_3ABCdefGHIjklMNO", "pi_@A@")
                .replace("in_1ABCdefGHIjklMNO", "in_@A@")),
        (genuine, body) -> "Stripe-Signature: " + signers.of(genuine).timed(body));
  }

  static WebhookShape paymentCaptured() {
    Signers signers = new Signers(RAZORPAY_SECRET);
    return new WebhookShape(
        "/api/webhooks/razorpay",
        new Template(
            resource("razorpay/payment.captured.json")
                .replace("pay_DaaSOvhgcOfzgR", "pay_" + MARK + "@A@")
                .replace("order_EKwxwAgItmmXdp", "order_@A@")),
        (genuine, body) -> "X-Razorpay-Signature: " + signers.of(genuine).hex(body));
  }

  static WebhookShape muxEncoder() {
    Signers signers = new Signers(MUX_SECRET);
    return new WebhookShape(
        "/api/webhooks/mux",
        new Template(
            resource("mux/live_stream.connected.json")
                .replace("3a56ac3d-33da-4366-855b-f592d8984001", MARK + "@A@")
                .replace("aA02skpHXoLrbQm49qIzAG6RtewFOcDEY", "@B@")
                .replace("2025-06-01T10:00:01Z", "@C@")
                .replace("live_stream.connected", "live_stream.@D@")),
        (genuine, body) -> "Mux-Signature: " + signers.of(genuine).timed(body));
  }

  /** Cloudflare signs no notifications: it sends a secret along. */
  static WebhookShape cloudflareEncoder() {
    return new WebhookShape(
        "/api/webhooks/cloudflare/live-input",
        new Template(
            resource("cloudflare/notification.connected.json")
                .replace("\"Live inputs\"", "\"" + MARK + "@A@\"")
                .replace("eb222fcca08eeb1ae84c981ebe8aeeb6", "@B@")
                .replace("2025-06-01T10:00:01.123456789Z", "@C@")
                .replace("live_input.connected", "live_input.@D@")),
        (genuine, body) -> "cf-webhook-auth: " + (genuine ? CLOUDFLARE_SECRET : WRONG));
  }

  static WebhookShape commentWritten() {
    Signers signers = new Signers(FACEBOOK_SECRET);
    return new WebhookShape(
        "/api/webhooks/facebook",
        new Template(
            resource("facebook/comment-add.json").replace("4711_88001", "4711_" + MARK + "@A@")),
        (genuine, body) -> "X-Hub-Signature-256: sha256=" + signers.of(genuine).hex(body));
  }

  static WebhookShape eventUpdated() {
    Signers signers = new Signers(HI_EVENTS_SECRET);
    return new WebhookShape(
        "/api/webhooks/hi-events/event-status-changed",
        new Template(
            resource("hi-events/event.updated.json")
                .replace("Night of the Prams", MARK + "@A@")
                .replace("2025-06-01T10:00:00+00:00", "@E@")),
        (genuine, body) -> "Signature: " + signers.of(genuine).hex(body));
  }

  /** Makes the whole request. */
  ByteBuffer request(boolean genuine, String... values) {
    byte[] filled = body.fill(values);
    String head =
        "POST "
            + path
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: benchmark\r\n"
            + "Content-Type: application/json\r\n"
            + headers.apply(genuine, filled)
            + "\r\nContent-Length: "
            + filled.length
            + "\r\n\r\n";
    ByteArrayOutputStream whole = new ByteArrayOutputStream(head.length() + filled.length);
    whole.writeBytes(head.getBytes(US_ASCII));
    whole.writeBytes(filled);
    return ByteBuffer.wrap(whole.toByteArray());
  }

  /** Reads a delivery as it is recorded. */
  static String resource(String name) {
    try (InputStream in = WebhookShape.class.getResourceAsStream("/" + name)) {
      if (in == null) {
        throw new IllegalStateException("no delivery is recorded as " + name);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Who signs what is genuine, and who what is not. */
  private static final class Signers {
    private final Signer genuine;
    private final Signer forger = new Signer(WRONG);

    Signers(String secret) {
      genuine = new Signer(secret);
    }

    Signer of(boolean isGenuine) {
      return isGenuine ? genuine : forger;
    }
  }
}
