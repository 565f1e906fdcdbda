package dev.stagedoor.providers.razorpay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.contract.SignedWebhooksContract;
import dev.stagedoor.domain.contract.WebhookWorld;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.payments.PaymentEvent;
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.domain.webhooks.WebhookReading;
import dev.stagedoor.domain.webhooks.port.WebhookTranslator;
import dev.stagedoor.providers.support.HmacSha256;
import dev.stagedoor.providers.support.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RazorpayWebhooksTest implements SignedWebhooksContract {
  private static final Secret SECRET = Secret.of("a-webhook-secret");
  private static final ProviderRef ORDER = ProviderRef.of("razorpay", "order_EKwxwAgItmmXdp");

  private final RazorpayWebhooks webhooks = new RazorpayWebhooks(SECRET);

  @Override
  public WebhookTranslator translator() {
    return webhooks;
  }

  private static byte[] fixture(String name) {
    try (InputStream in =
        RazorpayWebhooksTest.class.getResourceAsStream("/razorpay/" + name + ".json")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RawWebhook signed(Secret secret, byte[] body, String id) {
    return new RawWebhook(
        Razorpay.ID,
        "",
        Map.of(
            "X-Razorpay-Signature",
            List.of(HmacSha256.of(secret).hex(body)),
            "X-Razorpay-Event-Id",
            List.of(id)),
        body);
  }

  private static String anId() {
    return UUID.randomUUID().toString().replace("-", "").substring(0, 14);
  }

  private WebhookReading read(String name) {
    return webhooks.read(signed(SECRET, fixture(name), "event-1"));
  }

  @Override
  public WebhookWorld world() {
    return new WebhookWorld() {
      private byte[] another() {
        ObjectNode event = (ObjectNode) Json.read(fixture("payment.captured"));
        ((ObjectNode) event.at("/payload/payment/entity")).put("order_id", "order_" + anId());
        return Json.write(event);
      }

      @Override
      public RawWebhook genuine() {
        return RazorpayWebhooksTest.signed(SECRET, another(), anId());
      }

      @Override
      public RawWebhook repeated(RawWebhook first) {
        return RazorpayWebhooksTest.signed(
            SECRET, first.body(), first.header(RazorpayWebhooks.EVENT_ID).orElseThrow());
      }

      @Override
      public RawWebhook ofUnknownType() {
        ObjectNode event = (ObjectNode) Json.read(another());
        event.put("event", "payment.downtime.started");
        return RazorpayWebhooksTest.signed(SECRET, Json.write(event), anId());
      }

      @Override
      public RawWebhook unreadable() {
        ObjectNode event = (ObjectNode) Json.read(another());
        event.putObject("payload");
        return RazorpayWebhooksTest.signed(SECRET, Json.write(event), anId());
      }

      @Override
      public RawWebhook forged() {
        return RazorpayWebhooksTest.signed(Secret.of("somebody else's"), another(), anId());
      }

      @Override
      public RawWebhook signed(byte[] body) {
        return RazorpayWebhooksTest.signed(SECRET, body, anId());
      }

      @Override
      public RawWebhook signedBefore(Duration age) {
        return genuine();
      }

      @Override
      public Duration tolerance() {
        return Duration.ZERO;
      }
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "payment.authorized",
        "payment.captured",
        "payment.failed",
        "refund.created",
        "refund.processed",
        "refund.failed",
        "refund.speed_changed",
        "refund.processed.uncaptured"
      })
  void whatHappensToAPaymentPointsAtItsOrder(String name) {
    assertThat(read(name))
        .isInstanceOfSatisfying(
            WebhookReading.Understood.class,
            reading ->
                assertThat(reading.events())
                    .containsExactly(new PaymentEvent.ChargeChanged(ORDER, Optional.empty())));
  }

  @Test
  void aDisputePointsAtTheOrderOfItsPayment() {
    assertThat(read("payment.dispute.created"))
        .isInstanceOfSatisfying(
            WebhookReading.Understood.class,
            reading ->
                assertThat(reading.events())
                    .containsExactly(new PaymentEvent.ChargeDisputed(ORDER, Optional.empty())));
  }

  @Test
  void aPaidOrderTellsWhosePaymentItIs() {
    assertThat(read("order.paid"))
        .isEqualTo(
            new WebhookReading.Understood(
                "event-1",
                "order.paid",
                List.of(
                    new PaymentEvent.ChargeChanged(
                        ORDER,
                        Optional.of(
                            new PaymentId(
                                UUID.fromString("6f9619ff-8b86-4011-b42d-00cf4fc964ff")))))));
  }

  @Test
  void moneyThatCameWithoutAnOrderIsIrrelevant() {
    ObjectNode event = (ObjectNode) Json.read(fixture("payment.captured"));
    ((ObjectNode) event.at("/payload/payment/entity")).putNull("order_id");

    assertThat(webhooks.read(world().signed(Json.write(event))))
        .isInstanceOf(WebhookReading.Irrelevant.class);
  }

  @Test
  void withoutAnEventIdTheBodyTellsDeliveriesApart() {
    RawWebhook first = world().genuine();
    RawWebhook bare =
        new RawWebhook(
            first.provider(),
            "",
            Map.of("X-Razorpay-Signature", List.of(HmacSha256.of(SECRET).hex(first.body()))),
            first.body());

    String id = ((WebhookReading.Understood) webhooks.read(bare)).deliveryId();
    assertThat(id).startsWith("body_");
    assertThat(((WebhookReading.Understood) webhooks.read(bare)).deliveryId()).isEqualTo(id);
  }

  @Test
  void theSecretIsNotPrinted() {
    assertThat(webhooks.toString()).doesNotContain(SECRET.reveal());
  }
}
