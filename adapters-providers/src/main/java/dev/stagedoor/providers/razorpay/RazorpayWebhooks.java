package dev.stagedoor.providers.razorpay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.payments.PaymentEvent;
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.domain.webhooks.WebhookReading;
import dev.stagedoor.domain.webhooks.port.WebhookTranslator;
import dev.stagedoor.providers.support.HmacSha256;
import dev.stagedoor.providers.support.Json;
import dev.stagedoor.providers.support.Sha256;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what Razorpay tells. Its signatures know no time and do not cover the event's id, so an old
 * delivery may come again under another id; that does no harm, because an event only points.
 */
final class RazorpayWebhooks implements WebhookTranslator {
  static final String SIGNATURE = "x-razorpay-signature";
  static final String EVENT_ID = "x-razorpay-event-id";

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Set<String> TYPES =
      Set.of(
          "payment.authorized",
          "payment.captured",
          "payment.failed",
          "order.paid",
          "refund.created",
          "refund.processed",
          "refund.failed",
          "refund.speed_changed");

  private static final String DISPUTE = "payment.dispute.";
  private static final Set<String> DISPUTES =
      Set.of("created", "under_review", "action_required", "won", "lost", "closed");

  private final HmacSha256 signature;

  RazorpayWebhooks(Secret secret) {
    signature = HmacSha256.of(secret);
  }

  @Override
  public WebhookReading read(RawWebhook delivery) {
    Optional<String> signed = delivery.header(SIGNATURE);
    if (signed.isEmpty()) {
      return new WebhookReading.Untrusted("not signed");
    }
    return signature.isHex(signed.get(), delivery.body())
        ? readStored(delivery)
        : new WebhookReading.Untrusted("signed by somebody else, or altered");
  }

  @Override
  public WebhookReading readStored(RawWebhook delivery) {
    JsonNode body = Json.read(delivery.body());
    String type = text(body, "event");
    String id =
        delivery
            .header(EVENT_ID)
            .filter(one -> ID.matcher(one).matches())
            .orElseGet(() -> hash(delivery.body()));
    boolean disputed =
        type.startsWith(DISPUTE) && DISPUTES.contains(type.substring(DISPUTE.length()));
    if (!disputed && !TYPES.contains(type)) {
      return new WebhookReading.Irrelevant(id, type);
    }
    return event(body.path("payload"))
        .<PaymentEvent>map(
            changed ->
                disputed
                    ? new PaymentEvent.ChargeDisputed(changed.charge(), changed.payment())
                    : changed)
        .<WebhookReading>map(event -> new WebhookReading.Understood(id, type, List.of(event)))
        .orElseGet(() -> new WebhookReading.Irrelevant(id, type));
  }

  /** Empty for money that was paid without an order, past us: on a page or by a link. */
  private static Optional<PaymentEvent.ChargeChanged> event(JsonNode payload) {
    JsonNode order = payload.path("order").path("entity");
    if (order.isObject()) {
      return Optional.of(
          new PaymentEvent.ChargeChanged(
              RazorpayApi.ref(text(order, "id")),
              RazorpayReceipts.id(order.path("receipt").textValue()).map(PaymentId::new)));
    }
    JsonNode payment = payload.path("payment").path("entity");
    if (!payment.isObject()) {
      throw new IllegalArgumentException("no payment");
    }
    return Optional.ofNullable(payment.path("order_id").textValue())
        .filter(id -> !id.isBlank())
        .map(id -> new PaymentEvent.ChargeChanged(RazorpayApi.ref(id), Optional.empty()));
  }

  private static String text(JsonNode thing, String member) {
    @Nullable String value = thing.path(member).textValue();
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("nothing under " + member);
    }
    return value;
  }

  private static String hash(byte[] body) {
    return "body_" + Sha256.hex(body).substring(0, 32);
  }

  @Override
  public String toString() {
    return "webhooks of razorpay";
  }
}
