package dev.stagedoor.providers.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.contract.MerchantWebhookWorld;
import dev.stagedoor.domain.contract.MerchantWebhooksContract;
import dev.stagedoor.domain.contract.TimedWebhooksContract;
import dev.stagedoor.domain.fake.MutableClock;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.invoicing.InvoicingEvent.InvoiceChanged;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.domain.webhooks.WebhookReading;
import dev.stagedoor.domain.webhooks.port.MerchantWebhooks;
import dev.stagedoor.domain.webhooks.port.WebhookTranslator;
import dev.stagedoor.providers.support.HmacSha256;
import dev.stagedoor.providers.support.TimedSignature;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StripeMerchantWebhooksTest
    implements MerchantWebhooksContract, TimedWebhooksContract, MerchantWebhookWorld {
  private static final Secret SECRET = Secret.of("whsec_merchant");
  private static final InvoiceId INVOICE =
      new InvoiceId(UUID.fromString("0190a000-0000-7000-8000-000000000002"));

  private final MutableClock clock = new MutableClock(Instant.parse("2026-08-01T10:00:00Z"));
  private final StripeMerchantWebhooks webhooks = new StripeMerchantWebhooks(clock);
  private int made;

  @Override
  public MerchantWebhooks merchants() {
    return webhooks;
  }

  @Override
  public WebhookTranslator operators() {
    return new StripeWebhooks(Secret.of("whsec_operator"), clock);
  }

  @Override
  public MerchantWebhookWorld world() {
    return this;
  }

  @Override
  public Secret secret() {
    return SECRET;
  }

  private static RawWebhook delivery(Secret secret, byte[] body, Instant at) {
    String header =
        new TimedSignature(HmacSha256.of(secret), "t", "v1", StripeWebhooks.TOLERANCE)
            .header(body, at);
    return new RawWebhook(Stripe.ID, "account", Map.of("Stripe-Signature", List.of(header)), body);
  }

  private byte[] another() {
    made++;
    return new String(StripeWebhooksTest.fixture("invoice.paid"), StandardCharsets.UTF_8)
        .replace("evt_1ABC", "evt_" + made)
        .getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public RawWebhook genuine() {
    return signed(another());
  }

  @Override
  public RawWebhook repeated(RawWebhook first) {
    return delivery(SECRET, first.body(), clock.instant().plusSeconds(20));
  }

  @Override
  public RawWebhook ofUnknownType() {
    return signed(StripeWebhooksTest.fixture("balance.available"));
  }

  @Override
  public RawWebhook unreadable() {
    return signed(
        "{\"id\":\"evt_1\",\"type\":\"invoice.paid\",\"data\":{}}"
            .getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public RawWebhook forged() {
    return ofAnother(Secret.of("whsec_another"));
  }

  @Override
  public RawWebhook ofAnother(Secret secret) {
    return delivery(secret, another(), clock.instant());
  }

  @Override
  public RawWebhook signed(byte[] body) {
    return delivery(SECRET, body, clock.instant());
  }

  @Override
  public RawWebhook signedBefore(Duration age) {
    return delivery(SECRET, another(), clock.instant().minus(age));
  }

  @Override
  public Duration tolerance() {
    return StripeWebhooks.TOLERANCE;
  }

  @Override
  public List<RawWebhook> ofOtherThings() {
    return Stream.of(
            "account.application.deauthorized",
            "charge.dispute.created",
            "payment_intent.succeeded",
            "customer.subscription.deleted",
            "invoice.payment_failed")
        .map(type -> signed(StripeWebhooksTest.fixture(type)))
        .toList();
  }

  @Test
  void aMerchantsInvoiceIsPointedToWhosesoeverAccountItNames() {
    WebhookReading.Understood reading =
        (WebhookReading.Understood)
            translator().read(signed(StripeWebhooksTest.fixture("invoice.paid")));

    assertThat(reading.events())
        .containsExactly(
            new InvoiceChanged(
                ProviderRef.of("stripe", "in_1ABCdefGHIjklMNO"),
                Optional.of(INVOICE),
                Optional.empty()));
  }

  @Test
  void whileAMerchantsSecretIsChangedBothAreTrusted() {
    WebhookTranslator both = webhooks.signedBy(Secret.of("whsec_new, whsec_merchant"));

    assertThat(both.read(genuine())).isInstanceOf(WebhookReading.Understood.class);
    assertThat(both.read(ofAnother(Secret.of("whsec_new"))))
        .isInstanceOf(WebhookReading.Understood.class);
    assertThat(both.read(forged())).isInstanceOf(WebhookReading.Untrusted.class);
  }
}
