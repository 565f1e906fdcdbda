package dev.stagedoor.providers.cloudflare;

import static dev.stagedoor.providers.cloudflare.CloudflareDeliveries.INPUT;
import static dev.stagedoor.providers.cloudflare.CloudflareDeliveries.delivery;
import static dev.stagedoor.providers.cloudflare.CloudflareDeliveries.fixture;
import static dev.stagedoor.providers.cloudflare.CloudflareDeliveries.notified;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.contract.TimedWebhooksContract;
import dev.stagedoor.domain.contract.WebhookWorld;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.video.RecordedVideo;
import dev.stagedoor.domain.video.RecordingStatus;
import dev.stagedoor.domain.video.VideoEvent;
import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.domain.webhooks.WebhookReading;
import dev.stagedoor.domain.webhooks.port.WebhookTranslator;
import dev.stagedoor.providers.support.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The form with {@code eventType} and {@code uid} at the top. */
class CloudflareReferenceWebhooksTest implements TimedWebhooksContract {
  private final Reference world = new Reference();

  private static final class Reference extends CloudflareDeliveries {
    @Override
    ObjectNode another() {
      return read("reference.connected").put("uid", anId());
    }

    @Override
    public RawWebhook ofUnknownType() {
      return signed(Json.write(another().put("eventType", "live_input.marinated")));
    }

    @Override
    public RawWebhook unreadable() {
      ObjectNode event = another();
      event.remove("uid");
      return signed(Json.write(event));
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

  private WebhookReading.Understood understood(RawWebhook delivery) {
    return (WebhookReading.Understood) translator().read(delivery);
  }

  @Test
  void anEncoderThatComesAndGoesIsTold() {
    assertThat(understood(world.signed(fixture("reference.connected"))).events())
        .containsExactly(
            new VideoEvent.EncoderConnected(INPUT, Instant.parse("2025-06-01T10:00:01Z")));
    assertThat(understood(world.signed(fixture("reference.disconnected"))).events())
        .containsExactly(
            new VideoEvent.EncoderDisconnected(INPUT, Instant.parse("2025-06-01T11:00:01Z")));
  }

  @Test
  void aRecordingIsKnownByItsAddressWhereItHasNoId() {
    String host =
        "https://customer-f33zs165nr7gyfy4.cloudflarestream.com/6b9e68b07dfee8cc2d116e4c51d6a957";

    assertThat(understood(world.signed(fixture("reference.recording"))).events())
        .containsExactly(
            new VideoEvent.RecordingChanged(
                INPUT,
                new RecordedVideo(
                    ProviderRef.of("cloudflare", "6b9e68b07dfee8cc2d116e4c51d6a957"),
                    RecordingStatus.READY,
                    Optional.of(host + "/manifest/video.m3u8"),
                    Optional.of(Duration.ofHours(1)),
                    Optional.of(host + "/thumbnails/thumbnail.jpg"),
                    Instant.parse("2025-06-01T11:00:41Z"))));
  }

  @Test
  void aRecordingIsKnownByItsIdWhereItHasOne() {
    ObjectNode event = CloudflareDeliveries.read("reference.recording").put("recording", "rec1");

    assertThat(understood(world.signed(Json.write(event))).events())
        .singleElement()
        .isInstanceOfSatisfying(
            VideoEvent.RecordingChanged.class,
            told -> assertThat(told.video().ref().value()).isEqualTo("rec1"));
  }

  @Test
  void theSecretOfNotificationsIsEnough() {
    assertThat(understood(notified(fixture("reference.connected"))))
        .isEqualTo(understood(world.signed(fixture("reference.connected"))));
  }

  @Test
  void unsignedItIsNotBelieved() {
    assertThat(translator().read(delivery("x", "y", fixture("reference.connected"))))
        .isInstanceOf(WebhookReading.Untrusted.class);
  }

  @Test
  void withoutATimeThatOfTheSignatureCounts() {
    byte[] body =
        Json.write(
            Json.object().put("eventType", "live_input.connected").put("uid", INPUT.value()));
    Instant signedAt = world.clock.instant().minusSeconds(30);
    RawWebhook first =
        CloudflareDeliveries.signed(CloudflareDeliveries.WEBHOOK_SECRET, body, signedAt);
    RawWebhook second = world.signed(body);

    assertThat(understood(first).events())
        .containsExactly(new VideoEvent.EncoderConnected(INPUT, signedAt));
    assertThat(understood(second).deliveryId()).isNotEqualTo(understood(first).deliveryId());
    world.clock.advance(Duration.ofHours(1));
    assertThat(translator().readStored(first))
        .isInstanceOfSatisfying(
            WebhookReading.Understood.class,
            reading ->
                assertThat(reading.events())
                    .containsExactly(new VideoEvent.EncoderConnected(INPUT, signedAt)));
  }

  @Test
  void withoutAnyTimeThatOfItsArrivalCounts() {
    byte[] body =
        Json.write(Json.object().put("eventType", "live_input.errored").put("uid", "input"));

    assertThat(understood(notified(body)).events())
        .containsExactly(
            new VideoEvent.IngestFailed(
                ProviderRef.of("cloudflare", "input"), world.clock.instant()));
  }

  @Test
  void onceItIsStoredThatOfItsArrivalStillCounts() {
    byte[] body =
        Json.write(
            Json.object().put("eventType", "live_input.connected").put("uid", INPUT.value()));
    Instant receivedAt = world.clock.instant();
    RawWebhook stored = new RawWebhook(Cloudflare.ID, "", Map.of(), body, Optional.of(receivedAt));
    world.clock.advance(Duration.ofDays(1));

    assertThat(translator().readStored(stored))
        .isInstanceOfSatisfying(
            WebhookReading.Understood.class,
            reading ->
                assertThat(reading.events())
                    .containsExactly(new VideoEvent.EncoderConnected(INPUT, receivedAt)));
  }

  @Test
  void whatIsOfNoFormIsAnError() {
    RawWebhook nothing = world.signed(Json.write(Map.of("hello", "world")));

    assertThatIllegalArgumentException().isThrownBy(() -> translator().read(nothing));
  }
}
