package dev.stagedoor.providers.square;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.invoicing.InvoicingEvent.InvoiceChanged;
import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.domain.webhooks.WebhookReading;
import dev.stagedoor.domain.webhooks.port.WebhookTranslator;
import dev.stagedoor.providers.support.HmacSha256;
import dev.stagedoor.providers.support.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Reads what Square tells of orders and payments. It signs the address it was told, which is known
 * here, and the body, but no time: an old delivery may come again, and does no harm, for it only
 * points.
 */
final class SquareWebhooks implements WebhookTranslator {
  static final String SIGNATURE = "x-square-hmacsha256-signature";

  private static final String ORDER = "order.updated";
  private static final String PAYMENT = "payment.updated";

  private final URI base;
  private final HmacSha256 key;

  SquareWebhooks(URI base, HmacSha256 key) {
    this.base = base;
    this.key = key;
  }

  @Override
  public WebhookReading read(RawWebhook delivery) {
    Optional<String> signature = delivery.header(SIGNATURE);
    if (signature.isEmpty()) {
      return new WebhookReading.Untrusted("not signed");
    }
    byte[] address = (base + "/" + delivery.topic()).getBytes(StandardCharsets.UTF_8);
    return key.isBase64(signature.get(), address, delivery.body())
        ? readStored(delivery)
        : new WebhookReading.Untrusted(
            "signed by somebody else, altered, or told to Square with another address");
  }

  @Override
  public WebhookReading readStored(RawWebhook delivery) {
    JsonNode event = Json.read(delivery.body());
    String id = text(event, "event_id");
    String type = text(event, "type");
    JsonNode object = event.path("data").path("object");
    return switch (type) {
      case ORDER -> changed(id, type, text(object.path("order_updated"), "order_id"), "");
      case PAYMENT -> ofPayment(id, type, object.path("payment"));
      default -> new WebhookReading.Irrelevant(id, type);
    };
  }

  /** Any payment of the merchant's is told of; one without an order is none for a link. */
  private static WebhookReading ofPayment(String id, String type, JsonNode payment) {
    String ignored = text(payment, "id");
    return SquareApi.optional(payment, "order_id")
        .<WebhookReading>map(order -> changed(id, type, order, payment.path("note").asText("")))
        .orElseGet(() -> new WebhookReading.Irrelevant(id, type));
  }

  private static WebhookReading changed(String id, String type, String order, String note) {
    return new WebhookReading.Understood(
        id,
        type,
        List.of(
            new InvoiceChanged(SquareApi.ref(order), SquareMapping.ours(note), Optional.empty())));
  }

  private static String text(JsonNode thing, String member) {
    return SquareApi.optional(thing, member)
        .orElseThrow(() -> new IllegalArgumentException("nothing under " + member));
  }

  @Override
  public String toString() {
    return "webhooks of square at " + base;
  }
}
