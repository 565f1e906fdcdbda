package dev.stagedoor.providers.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.invoicing.InvoicingEvent;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.domain.webhooks.WebhookReading;
import dev.stagedoor.domain.webhooks.port.WebhookTranslator;
import dev.stagedoor.providers.support.HmacSha256;
import dev.stagedoor.providers.support.Json;
import dev.stagedoor.providers.support.Sha256;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Reads what Shopify tells of draft orders and orders. Only the body is signed, not its topic, its
 * shop or its id; that does no harm, because an event only points, and at what the merchant's own
 * key finds.
 */
final class ShopifyWebhooks implements WebhookTranslator {
  static final String SIGNATURE = "x-shopify-hmac-sha256";
  static final String TOPIC = "x-shopify-topic";
  static final String SHOP = "x-shopify-shop-domain";
  static final String DELIVERY = "x-shopify-webhook-id";

  private static final String DRAFT_UPDATED = "draft_orders/update";
  private static final String ORDER_PAID = "orders/paid";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_./-]{1,64}");
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final List<HmacSha256> signatures;

  ShopifyWebhooks(Secret secrets) {
    signatures =
        Arrays.stream(secrets.reveal().split(",", -1))
            .map(String::strip)
            .filter(secret -> !secret.isEmpty())
            .map(secret -> HmacSha256.of(Secret.of(secret)))
            .toList();
  }

  @Override
  public WebhookReading read(RawWebhook delivery) {
    Optional<String> signed = delivery.header(SIGNATURE);
    if (signed.isEmpty()) {
      return new WebhookReading.Untrusted("not signed");
    }
    byte[] body = delivery.body();
    return signatures.stream().anyMatch(one -> one.isBase64(signed.get(), body))
        ? readStored(delivery)
        : new WebhookReading.Untrusted("signed by somebody else, or altered");
  }

  @Override
  public WebhookReading readStored(RawWebhook delivery) {
    String topic = header(delivery, TOPIC).orElse("unnamed");
    String id =
        header(delivery, DELIVERY)
            .orElseGet(() -> "body_" + Sha256.hex(delivery.body()).substring(0, 32));
    if (!topic.equals(DRAFT_UPDATED) && !topic.equals(ORDER_PAID)) {
      return new WebhookReading.Irrelevant(id, topic);
    }
    JsonNode thing = Json.read(delivery.body());
    String number = thing.path("id").asText("");
    if (!thing.path("id").isIntegralNumber() || !number.matches("[0-9]{1,19}")) {
      throw new IllegalArgumentException("nothing under id");
    }
    String shop =
        delivery
            .header(SHOP)
            .filter(ShopifyShop::isDomain)
            .orElseThrow(() -> new IllegalArgumentException("it names no shop"));
    Optional<String> draft = topic.equals(DRAFT_UPDATED) ? Optional.of(number) : Optional.empty();
    return ours(thing)
        .map(invoice -> new ShopifyRef(shop, draft, invoice))
        .<WebhookReading>map(
            ref ->
                new WebhookReading.Understood(
                    id,
                    topic,
                    List.of(
                        new InvoicingEvent.InvoiceChanged(
                            ref.toProviderRef(), Optional.of(ref.invoice()), Optional.empty()))))
        .orElseGet(() -> new WebhookReading.Irrelevant(id, topic));
  }

  private static Optional<String> header(RawWebhook delivery, String name) {
    return delivery.header(name).filter(value -> NAME.matcher(value).matches());
  }

  /** Shops sell other things, too. */
  private static Optional<InvoiceId> ours(JsonNode thing) {
    return StreamSupport.stream(thing.path("note_attributes").spliterator(), false)
        .filter(one -> one.path("name").asText().equals(ShopifyInvoices.OUR_ID))
        .map(one -> one.path("value").asText())
        .filter(value -> UUID_FORM.matcher(value).matches())
        .map(value -> new InvoiceId(UUID.fromString(value)))
        .findFirst();
  }

  @Override
  public String toString() {
    return "webhooks of shopify";
  }
}
