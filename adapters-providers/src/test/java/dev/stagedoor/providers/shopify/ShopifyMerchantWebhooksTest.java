package dev.stagedoor.providers.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.contract.MerchantWebhookWorld;
import dev.stagedoor.domain.contract.MerchantWebhooksContract;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.invoicing.InvoicingEvent.InvoiceChanged;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.domain.webhooks.WebhookReading;
import dev.stagedoor.domain.webhooks.port.MerchantWebhooks;
import dev.stagedoor.domain.webhooks.port.WebhookTranslator;
import dev.stagedoor.providers.support.HmacSha256;
import dev.stagedoor.providers.support.UntrustedWebhooks;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShopifyMerchantWebhooksTest implements MerchantWebhooksContract, MerchantWebhookWorld {
  private static final Secret SECRET = Secret.of("shpss_stub_secret_of_adas_app");
  private static final String INVOICE = "0190a000-0000-7000-8000-000000000002";

  private final MerchantWebhooks webhooks = new ShopifyMerchantWebhooks();
  private int made;

  @Override
  public MerchantWebhooks merchants() {
    return webhooks;
  }

  @Override
  public WebhookTranslator operators() {
    return new UntrustedWebhooks();
  }

  @Override
  public MerchantWebhookWorld world() {
    return this;
  }

  @Override
  public Secret secret() {
    return SECRET;
  }

  /** Written from the vendor's schemas, of what is used here and some of what is not. */
  private static byte[] fixture(String name) {
    try (InputStream file =
        ShopifyMerchantWebhooksTest.class.getResourceAsStream("/shopify/" + name + ".json")) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RawWebhook delivery(Secret secret, String topic, String id, byte[] body) {
    return new RawWebhook(
        Shopify.ID,
        "account",
        Map.of(
            "X-Shopify-Topic", List.of(topic),
            "X-Shopify-Hmac-SHA256", List.of(HmacSha256.of(secret).base64(body)),
            "X-Shopify-Shop-Domain", List.of(ShopifyStub.ADA),
            "X-Shopify-API-Version", List.of("2026-01"),
            "X-Shopify-Webhook-Id", List.of(id)),
        body);
  }

  private byte[] another() {
    made++;
    return new String(fixture("draft_orders-update"), StandardCharsets.UTF_8)
        .replace("1069920478", String.valueOf(1069920478L + made))
        .getBytes(StandardCharsets.UTF_8);
  }

  private String anId() {
    return "b54557e4-bdd9-4b37-8a5f-" + String.format(java.util.Locale.ROOT, "%012d", made);
  }

  @Override
  public RawWebhook genuine() {
    return signed(another());
  }

  @Override
  public RawWebhook repeated(RawWebhook first) {
    return delivery(
        SECRET,
        first.header("X-Shopify-Topic").orElseThrow(),
        first.header("X-Shopify-Webhook-Id").orElseThrow(),
        first.body());
  }

  @Override
  public RawWebhook ofUnknownType() {
    return delivery(
        SECRET, "products/update", anId(), "{\"id\":1}".getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public RawWebhook unreadable() {
    return signed("{\"status\":\"open\"}".getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public RawWebhook forged() {
    return ofAnother(Secret.of("shpss_another"));
  }

  @Override
  public RawWebhook ofAnother(Secret another) {
    byte[] body = another();
    return delivery(another, "draft_orders/update", anId(), body);
  }

  @Override
  public RawWebhook signed(byte[] body) {
    return delivery(SECRET, "draft_orders/update", anId(), body);
  }

  /** Shopify signs no time. */
  @Override
  public RawWebhook signedBefore(Duration age) {
    return genuine();
  }

  @Override
  public Duration tolerance() {
    return Duration.ofDays(36_500);
  }

  @Override
  public List<RawWebhook> ofOtherThings() {
    return Stream.of("app/uninstalled", "orders/create", "refunds/create", "shop/update")
        .map(topic -> delivery(SECRET, topic, anId(), fixture("orders-paid")))
        .toList();
  }

  private WebhookReading.Understood understood(String topic, String fixture) {
    return (WebhookReading.Understood)
        translator().read(delivery(SECRET, topic, "d-1", fixture(fixture)));
  }

  @Test
  void aDraftOrderIsPointedTo() {
    WebhookReading.Understood reading = understood("draft_orders/update", "draft_orders-update");

    assertThat(reading)
        .isEqualTo(
            new WebhookReading.Understood(
                "d-1",
                "draft_orders/update",
                List.of(
                    new InvoiceChanged(
                        ProviderRef.of("shopify", ShopifyStub.ADA + "/1069920478/" + INVOICE),
                        Optional.of(new InvoiceId(UUID.fromString(INVOICE))),
                        Optional.empty()))));
  }

  @Test
  void anOrderDoesNotSayOfWhichDraftItWas() {
    assertThat(understood("orders/paid", "orders-paid").events())
        .containsExactly(
            new InvoiceChanged(
                ProviderRef.of("shopify", ShopifyStub.ADA + "/order/" + INVOICE),
                Optional.of(new InvoiceId(UUID.fromString(INVOICE))),
                Optional.empty()));
  }

  @Test
  void whatTheShopSellsBesideIsIrrelevant() {
    for (String attributes :
        List.of("[]", "[{\"name\":\"stagedoor_invoice\",\"value\":\"mine\"}]", "null", "7")) {
      byte[] body =
          ("{\"id\":7,\"note_attributes\":" + attributes + "}").getBytes(StandardCharsets.UTF_8);

      assertThat(translator().read(signed(body))).isInstanceOf(WebhookReading.Irrelevant.class);
    }
  }

  @Test
  void aDeliveryWithoutAnIdIsKnownByItsBody() {
    RawWebhook genuine = genuine();
    Map<String, List<String>> headers = new HashMap<>(genuine.headers());
    headers.remove("x-shopify-webhook-id");
    RawWebhook bare = new RawWebhook(genuine.provider(), genuine.topic(), headers, genuine.body());

    String id = ((WebhookReading.Understood) translator().read(bare)).deliveryId();

    assertThat(id).startsWith("body_");
    assertThat(((WebhookReading.Understood) translator().read(bare)).deliveryId()).isEqualTo(id);
  }

  @Test
  void whileASecretIsChangedBothAreTrusted() {
    WebhookTranslator both = webhooks.signedBy(Secret.of("shpss_new, " + SECRET.reveal()));

    assertThat(both.read(genuine())).isInstanceOf(WebhookReading.Understood.class);
    assertThat(both.read(ofAnother(Secret.of("shpss_new"))))
        .isInstanceOf(WebhookReading.Understood.class);
    assertThat(both.read(forged())).isInstanceOf(WebhookReading.Untrusted.class);
  }
}
