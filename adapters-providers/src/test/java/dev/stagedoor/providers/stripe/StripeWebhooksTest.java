package dev.stagedoor.providers.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.stagedoor.domain.contract.TimedWebhooksContract;
import dev.stagedoor.domain.contract.WebhookWorld;
import dev.stagedoor.domain.fake.MutableClock;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.invoicing.InvoicingEvent;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.payments.PaymentEvent;
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.domain.subscriptions.SubscriptionEvent;
import dev.stagedoor.domain.subscriptions.SubscriptionId;
import dev.stagedoor.domain.webhooks.ProviderEvent;
import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.domain.webhooks.WebhookReading;
import dev.stagedoor.domain.webhooks.port.WebhookTranslator;
import dev.stagedoor.providers.support.HmacSha256;
import dev.stagedoor.providers.support.TimedSignature;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StripeWebhooksTest implements TimedWebhooksContract, WebhookWorld {
  private static final String SECRET = "whsec_one";
  private static final PaymentId PAYMENT =
      new PaymentId(UUID.fromString("0190a000-0000-7000-8000-000000000001"));
  private static final InvoiceId INVOICE =
      new InvoiceId(UUID.fromString("0190a000-0000-7000-8000-000000000002"));
  private static final SubscriptionId SUBSCRIPTION =
      new SubscriptionId(UUID.fromString("0190a000-0000-7000-8000-000000000003"));

  private final MutableClock clock = new MutableClock(Instant.parse("2026-08-01T10:00:00Z"));
  private final StripeWebhooks webhooks = new StripeWebhooks(Secret.of(SECRET), clock);
  private int made;

  @Override
  public WebhookTranslator translator() {
    return webhooks;
  }

  @Override
  public WebhookWorld world() {
    return this;
  }

  static byte[] fixture(String type) {
    try (InputStream in =
        StripeWebhooksTest.class.getResourceAsStream("/stripe/" + type + ".json")) {
      return Objects.requireNonNull(in, type).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RawWebhook delivery(byte[] body, String header) {
    return new RawWebhook(Stripe.ID, "", Map.of("Stripe-Signature", List.of(header)), body);
  }

  private static String sign(String secret, byte[] body, Instant at) {
    return new TimedSignature(HmacSha256.of(Secret.of(secret)), "t", "v1", StripeWebhooks.TOLERANCE)
        .header(body, at);
  }

  private byte[] another() {
    made++;
    return new String(fixture("payment_intent.succeeded"), StandardCharsets.UTF_8)
        .replace("evt_1ABC", "evt_" + made)
        .getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public RawWebhook genuine() {
    return signed(another());
  }

  @Override
  public RawWebhook repeated(RawWebhook first) {
    return delivery(first.body(), sign(SECRET, first.body(), clock.instant().plusSeconds(20)));
  }

  @Override
  public RawWebhook ofUnknownType() {
    return signed(fixture("balance.available"));
  }

  @Override
  public RawWebhook unreadable() {
    return signed(
        "{\"id\":\"evt_1\",\"type\":\"payment_intent.succeeded\",\"data\":{}}"
            .getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public RawWebhook forged() {
    byte[] body = another();
    return delivery(body, sign("whsec_another", body, clock.instant()));
  }

  @Override
  public RawWebhook signed(byte[] body) {
    return delivery(body, sign(SECRET, body, clock.instant()));
  }

  @Override
  public RawWebhook signedBefore(Duration age) {
    byte[] body = another();
    return delivery(body, sign(SECRET, body, clock.instant().minus(age)));
  }

  @Override
  public Duration tolerance() {
    return StripeWebhooks.TOLERANCE;
  }

  private ProviderEvent told(String type) {
    WebhookReading.Understood reading =
        (WebhookReading.Understood) webhooks.read(signed(fixture(type)));
    assertThat(reading.deliveryId()).isEqualTo("evt_1ABCdefGHIjklMNO");
    assertThat(reading.type()).isEqualTo(type);
    assertThat(reading.events()).hasSize(1);
    return reading.events().get(0);
  }

  private static ProviderRef ref(String id) {
    return ProviderRef.of("stripe", id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"succeeded", "payment_failed", "processing", "canceled"})
  void eventsOfChargesPointToThem(String type) {
    assertThat(told("payment_intent." + type))
        .isEqualTo(
            new PaymentEvent.ChargeChanged(ref("pi_3ABCdefGHIjklMNO"), Optional.of(PAYMENT)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"charge.refunded", "refund.created", "refund.updated", "refund.failed"})
  void eventsOfRefundsPointToTheCharge(String type) {
    assertThat(told(type))
        .isEqualTo(new PaymentEvent.ChargeChanged(ref("pi_3ABCdefGHIjklMNO"), Optional.empty()));
  }

  @Test
  void aDisputePointsToTheCharge() {
    assertThat(told("charge.dispute.created"))
        .isEqualTo(new PaymentEvent.ChargeDisputed(ref("pi_3ABCdefGHIjklMNO"), Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"finalized", "voided", "marked_uncollectible"})
  void eventsOfInvoicesPointToThem(String type) {
    assertThat(told("invoice." + type))
        .isEqualTo(
            new InvoicingEvent.InvoiceChanged(
                ref("in_1ABCdefGHIjklMNO"), Optional.of(INVOICE), Optional.empty()));
  }

  @Test
  void anInvoiceOfAConnectedMerchantSaysWhose() {
    assertThat(told("invoice.paid"))
        .isEqualTo(
            new InvoicingEvent.InvoiceChanged(
                ref("in_1ABCdefGHIjklMNO"), Optional.of(INVOICE), Optional.of("acct_1ABC")));
  }

  @Test
  void aBillOfASubscriptionThatCouldNotBeTakenTellsOfTheSubscription() {
    assertThat(told("invoice.payment_failed"))
        .isEqualTo(
            new SubscriptionEvent.PaymentFailed(
                ref("sub_1ABCdefGHIjklMNO"), Optional.of(SUBSCRIPTION)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "customer.subscription.created",
        "customer.subscription.updated",
        "customer.subscription.deleted",
        "customer.subscription.paused",
        "customer.subscription.resumed",
        "checkout.session.completed"
      })
  void eventsOfSubscriptionsPointToThem(String type) {
    assertThat(told(type))
        .isEqualTo(
            new SubscriptionEvent.SubscriptionChanged(
                ref("sub_1ABCdefGHIjklMNO"), Optional.of(SUBSCRIPTION)));
  }

  @Test
  void aMerchantWhoLeftIsNamed() {
    assertThat(told("account.application.deauthorized"))
        .isEqualTo(new InvoicingEvent.MerchantLeft("acct_1ABC"));
  }

  @Test
  void anEventOfAnotherVersionIsReadAllTheSame() {
    String later =
        new String(fixture("payment_intent.succeeded"), StandardCharsets.UTF_8)
            .replace("2026-07-29.dahlia", "2026-09-30.endive");

    assertThat(webhooks.read(signed(later.getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(WebhookReading.Understood.class);
  }

  @Test
  void whatIsNotOursHasNoIdOfOurs() {
    String strange =
        new String(fixture("payment_intent.succeeded"), StandardCharsets.UTF_8)
            .replace(PAYMENT.value().toString(), "somebody else's");

    WebhookReading.Understood reading =
        (WebhookReading.Understood) webhooks.read(signed(strange.getBytes(StandardCharsets.UTF_8)));

    assertThat(reading.events())
        .containsExactly(
            new PaymentEvent.ChargeChanged(ref("pi_3ABCdefGHIjklMNO"), Optional.empty()));
  }

  @Test
  void aSessionOfAnotherKindIsIrrelevant() {
    String payment =
        new String(fixture("checkout.session.completed"), StandardCharsets.UTF_8)
            .replace("\"sub_1ABCdefGHIjklMNO\"", "null");

    assertThat(webhooks.read(signed(payment.getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(WebhookReading.Irrelevant.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "t=abc,v1=00", "t", "v1", "t=1,v1", "t=,v1=", "v1=00", "t=1", ",,=,"})
  void headersThatStopStripesLibraryAreUntrusted(String header) {
    assertThat(webhooks.read(delivery(another(), header)))
        .isInstanceOf(WebhookReading.Untrusted.class);
  }

  @Test
  void whileTheSecretIsChangedBothAreTrusted() {
    StripeWebhooks both = new StripeWebhooks(Secret.of("whsec_new, whsec_one"), clock);
    byte[] body = another();

    for (String secret : List.of("whsec_new", "whsec_one")) {
      assertThat(both.read(delivery(body, sign(secret, body, clock.instant()))))
          .isInstanceOf(WebhookReading.Understood.class);
    }
    assertThat(both.read(forged())).isInstanceOf(WebhookReading.Untrusted.class);
  }

  @Test
  void whatStripesLibrarySignsIsTrusted() throws Exception {
    byte[] body = another();
    String text = new String(body, StandardCharsets.UTF_8);

    String header =
        com.stripe.net.Webhook.Signature.generateSignatureHeader(
            text, SECRET, clock.instant().getEpochSecond());

    assertThat(webhooks.read(delivery(body, header))).isInstanceOf(WebhookReading.Understood.class);
  }

  @Test
  void anEventWithoutAnIdCannotBeRead() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                webhooks.read(
                    signed("{\"type\":\"invoice.paid\"}".getBytes(StandardCharsets.UTF_8))))
        .withMessage("no id");
  }
}
