package dev.stagedoor.providers.cloudflare;

import static dev.stagedoor.providers.cloudflare.CloudflareDeliveries.INPUT;
import static dev.stagedoor.providers.cloudflare.CloudflareDeliveries.delivery;
import static dev.stagedoor.providers.cloudflare.CloudflareDeliveries.fixture;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.contract.WebhookTranslatorContract;
import dev.stagedoor.domain.contract.WebhookWorld;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.video.VideoEvent;
import dev.stagedoor.domain.webhooks.ProviderEvent;
import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.domain.webhooks.WebhookReading;
import dev.stagedoor.domain.webhooks.port.WebhookTranslator;
import dev.stagedoor.providers.support.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Notifications send: a secret, as it is, and what happened to a live input. */
class CloudflareNotificationsTest implements WebhookTranslatorContract {
  private final Notifications world = new Notifications();

  private static final class Notifications extends CloudflareDeliveries {
    @Override
    ObjectNode another() {
      ObjectNode notification = read("notification.connected");
      ((ObjectNode) notification.path("data")).put("input_id", anId());
      return notification;
    }

    @Override
    public RawWebhook signed(byte[] body) {
      return notified(body);
    }

    @Override
    public RawWebhook repeated(RawWebhook first) {
      return notified(first.body());
    }

    @Override
    public RawWebhook forged() {
      return delivery(
          CloudflareWebhooks.AUTH, NOTIFICATION_SECRET.reveal() + "x", Json.write(another()));
    }

    @Override
    public RawWebhook ofUnknownType() {
      ObjectNode notification = another();
      ((ObjectNode) notification.path("data")).put("event_type", "live_input.marinated");
      return notified(Json.write(notification));
    }

    @Override
    public RawWebhook unreadable() {
      ObjectNode notification = another();
      ((ObjectNode) notification.path("data")).remove("input_id");
      return notified(Json.write(notification));
    }

    @Override
    public RawWebhook signedBefore(Duration age) {
      throw new UnsupportedOperationException("a secret has no time");
    }
  }

  @Override
  public WebhookTranslator translator() {
    return world.webhooks;
  }

  @Override
  public WebhookWorld world() {
    return world;
  }

  private List<ProviderEvent> events(String fixture) {
    return ((WebhookReading.Understood) translator().read(world.signed(fixture(fixture)))).events();
  }

  @Test
  void anEncoderThatComesAndGoesIsTold() {
    assertThat(events("notification.connected"))
        .containsExactly(
            new VideoEvent.EncoderConnected(
                INPUT, Instant.parse("2025-06-01T10:00:01.123456789Z")));
    assertThat(events("notification.disconnected"))
        .containsExactly(
            new VideoEvent.EncoderDisconnected(INPUT, Instant.parse("2025-06-01T11:00:01.500Z")));
  }

  @Test
  void whatCannotBeTakenIsTold() {
    assertThat(events("notification.errored"))
        .containsExactly(new VideoEvent.IngestFailed(INPUT, Instant.parse("2025-06-01T10:00:09Z")));
  }

  @Test
  void theTestOfTheDashboardIsAcknowledged() {
    assertThat(translator().read(world.signed(fixture("notification.test"))))
        .isInstanceOfSatisfying(
            WebhookReading.Irrelevant.class,
            reading -> assertThat(reading.type()).isEqualTo("notification"));
  }

  @Test
  void otherNotificationsToTheSameAddressAreAcknowledged() {
    assertThat(translator().read(world.signed(fixture("notification.other"))))
        .isInstanceOfSatisfying(
            WebhookReading.Irrelevant.class,
            reading -> assertThat(reading.type()).isEqualTo("billing_usage_alert"));
  }

  @Test
  void theTestOfTheDashboardIsNotBelievedWithoutTheSecret() {
    assertThat(translator().read(delivery("x", "y", fixture("notification.test"))))
        .isInstanceOf(WebhookReading.Untrusted.class);
  }

  @Test
  void theSecretOfNotificationsDoesNotMakeUpForABadSignature() {
    RawWebhook both =
        new RawWebhook(
            Cloudflare.ID,
            "",
            Map.of(
                CloudflareWebhooks.AUTH,
                List.of(CloudflareDeliveries.NOTIFICATION_SECRET.reveal()),
                CloudflareWebhooks.SIGNATURE,
                List.of("time=1,sig1=00")),
            fixture("notification.connected"));

    assertThat(translator().read(both)).isInstanceOf(WebhookReading.Untrusted.class);
  }

  @Test
  void withoutItsSecretNoNotificationIsBelieved() {
    CloudflareConfig config =
        CloudflareConfig.of("account", Secret.of("token"), CloudflareDeliveries.WEBHOOK_SECRET);

    for (String secret : List.of("", " ", CloudflareDeliveries.NOTIFICATION_SECRET.reveal())) {
      assertThat(
              world
                  .translator(config)
                  .read(
                      delivery(CloudflareWebhooks.AUTH, secret, fixture("notification.connected"))))
          .isInstanceOf(WebhookReading.Untrusted.class);
    }
  }
}
