package dev.stagedoor.providers.cloudflare;

import static dev.stagedoor.providers.cloudflare.CloudflareDeliveries.INPUT;
import static dev.stagedoor.providers.cloudflare.CloudflareDeliveries.fixture;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.contract.TimedWebhooksContract;
import dev.stagedoor.domain.contract.WebhookWorld;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.library.LibraryEvent;
import dev.stagedoor.domain.library.VideoId;
import dev.stagedoor.domain.video.RecordedVideo;
import dev.stagedoor.domain.video.RecordingStatus;
import dev.stagedoor.domain.video.VideoEvent;
import dev.stagedoor.domain.webhooks.ProviderEvent;
import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.domain.webhooks.WebhookReading;
import dev.stagedoor.domain.webhooks.port.WebhookTranslator;
import dev.stagedoor.providers.support.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What Stream's own webhook sends: a video, signed. */
class CloudflareVideoWebhooksTest implements TimedWebhooksContract {
  private static final ProviderRef VIDEO =
      ProviderRef.of("cloudflare", "6b9e68b07dfee8cc2d116e4c51d6a957");

  private final Videos world = new Videos();

  private static final class Videos extends CloudflareDeliveries {
    @Override
    ObjectNode another() {
      return read("video.recording.ready").put("uid", anId());
    }

    @Override
    public RawWebhook ofUnknownType() {
      ObjectNode video = another();
      ((ObjectNode) video.path("status")).put("state", "marinating");
      return signed(Json.write(video));
    }

    @Override
    public RawWebhook unreadable() {
      return signed(Json.write(another().put("created", "yesterday")));
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
  void aRecordingIsToldWithTheEndOfItsBroadcast() {
    String host = "https://customer-f33zs165nr7gyfy4.cloudflarestream.com/" + VIDEO.value();

    assertThat(events("video.recording.ready"))
        .containsExactly(
            new VideoEvent.RecordingChanged(
                INPUT,
                new RecordedVideo(
                    VIDEO,
                    RecordingStatus.READY,
                    Optional.of(host + "/manifest/video.m3u8"),
                    Optional.of(Duration.ofMillis(3_600_250)),
                    Optional.of(host + "/thumbnails/thumbnail.jpg"),
                    Instant.parse("2025-06-01T11:00:02.750Z"))));
  }

  @Test
  void aRecordingThatFailedIsTold() {
    assertThat(events("video.recording.error"))
        .containsExactly(
            new VideoEvent.RecordingChanged(
                INPUT,
                new RecordedVideo(
                    VIDEO,
                    RecordingStatus.FAILED,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Instant.parse("2025-06-01T10:00:02.500Z"))));
  }

  @Test
  void aVideoOfTheLibraryIsPointedAt() {
    VideoId ours = new VideoId(UUID.fromString("6f9619ff-8b86-4011-b42d-00cf4fc964ff"));

    assertThat(events("video.library.ready"))
        .containsExactly(new LibraryEvent.VideoChanged(VIDEO, Optional.of(ours)));
  }

  @Test
  void aVideoSomebodyElseMadeIsPointedAtWithoutOurId() {
    for (String id : List.of("theirs", "")) {
      ObjectNode video = CloudflareDeliveries.read("video.library.ready");
      ((ObjectNode) video.path("meta")).put("stagedoorVideo", id);

      WebhookReading reading = translator().read(world.signed(Json.write(video)));

      assertThat(((WebhookReading.Understood) reading).events())
          .containsExactly(new LibraryEvent.VideoChanged(VIDEO, Optional.empty()));
    }
  }

  @Test
  void oneVideoInTwoStatesIsToldTwice() {
    WebhookReading.Understood failed =
        (WebhookReading.Understood)
            translator().read(world.signed(fixture("video.recording.error")));
    WebhookReading.Understood ready =
        (WebhookReading.Understood)
            translator().read(world.signed(fixture("video.recording.ready")));

    assertThat(failed.deliveryId()).isNotEqualTo(ready.deliveryId());
    assertThat(failed.type()).isEqualTo("video.error");
    assertThat(ready.type()).isEqualTo("video.ready");
  }

  @Test
  void withoutItsSecretNothingSignedIsBelieved() {
    CloudflareConfig config =
        new CloudflareConfig(
            "account",
            Secret.of("token"),
            Optional.empty(),
            Optional.of(CloudflareDeliveries.NOTIFICATION_SECRET),
            Optional.empty(),
            CloudflareConfig.API,
            Optional.empty(),
            List.of(),
            CloudflareConfig.Live.DEFAULT);

    assertThat(world.translator(config).read(world.genuine()))
        .isInstanceOf(WebhookReading.Untrusted.class);
    assertThat(world.webhooks.read(world.genuine())).isInstanceOf(WebhookReading.Understood.class);
  }

  @Test
  void secretsAreNotPrinted() {
    assertThat(world.webhooks.toString())
        .doesNotContain(CloudflareDeliveries.WEBHOOK_SECRET.reveal())
        .doesNotContain(CloudflareDeliveries.NOTIFICATION_SECRET.reveal());
  }
}
