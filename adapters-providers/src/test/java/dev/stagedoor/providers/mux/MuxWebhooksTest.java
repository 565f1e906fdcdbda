package dev.stagedoor.providers.mux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.contract.TimedWebhooksContract;
import dev.stagedoor.domain.contract.WebhookWorld;
import dev.stagedoor.domain.fake.MutableClock;
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
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MuxWebhooksTest implements TimedWebhooksContract {
  private static final Secret SECRET = Secret.of("whsec-of-a-mux-endpoint");
  private static final ProviderRef STREAM =
      ProviderRef.of("mux", "aA02skpHXoLrbQm49qIzAG6RtewFOcDEY");
  private static final Optional<VideoId> VIDEO =
      Optional.of(new VideoId(UUID.fromString("6f9619ff-8b86-4011-b42d-00cf4fc964ff")));

  private final MutableClock clock = new MutableClock(Instant.parse("2025-06-01T10:00:00Z"));
  private final MuxConfig config = MuxConfig.of("id", Secret.of("secret"), SECRET);
  private final MuxWebhooks webhooks = new MuxWebhooks(SECRET, new MuxAddresses(config), clock);

  @Override
  public WebhookTranslator translator() {
    return webhooks;
  }

  private static byte[] fixture(String name) {
    try (InputStream in = MuxWebhooksTest.class.getResourceAsStream("/mux/" + name + ".json")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private RawWebhook signed(Secret secret, byte[] body, Instant at) {
    return new RawWebhook(
        Mux.ID,
        "",
        Map.of("Mux-Signature", List.of(MuxWebhooks.signatureOf(secret).header(body, at))),
        body);
  }

  private List<ProviderEvent> events(String fixture) {
    return ((WebhookReading.Understood)
            webhooks.read(signed(SECRET, fixture(fixture), clock.instant())))
        .events();
  }

  @Override
  public WebhookWorld world() {
    return new WebhookWorld() {
      private ObjectNode another() {
        ObjectNode event = (ObjectNode) Json.read(fixture("live_stream.connected"));
        return event.put("id", UUID.randomUUID().toString());
      }

      @Override
      public RawWebhook genuine() {
        return signed(Json.write(another()));
      }

      @Override
      public RawWebhook repeated(RawWebhook first) {
        return MuxWebhooksTest.this.signed(SECRET, first.body(), clock.instant().plusSeconds(1));
      }

      @Override
      public RawWebhook ofUnknownType() {
        return signed(fixture("asset.track.ready"));
      }

      @Override
      public RawWebhook unreadable() {
        ObjectNode event = another();
        event.remove("created_at");
        return signed(Json.write(event));
      }

      @Override
      public RawWebhook forged() {
        return MuxWebhooksTest.this.signed(
            Secret.of("somebody else's"), Json.write(another()), clock.instant());
      }

      @Override
      public RawWebhook signed(byte[] body) {
        return MuxWebhooksTest.this.signed(SECRET, body, clock.instant());
      }

      @Override
      public RawWebhook signedBefore(Duration age) {
        return MuxWebhooksTest.this.signed(
            SECRET, Json.write(another()), clock.instant().minus(age));
      }

      @Override
      public Duration tolerance() {
        return Duration.ofMinutes(5);
      }
    };
  }

  @Test
  void anEncoderThatComesAndGoesIsTold() {
    assertThat(events("live_stream.connected"))
        .containsExactly(
            new VideoEvent.EncoderConnected(STREAM, Instant.parse("2025-06-01T10:00:01Z")));
    assertThat(events("live_stream.disconnected"))
        .containsExactly(
            new VideoEvent.EncoderDisconnected(STREAM, Instant.parse("2025-06-01T10:00:03Z")));
  }

  @Test
  void timesAreReadInEachForm() {
    assertThat(events("live_stream.idle"))
        .containsExactly(
            new VideoEvent.EncoderDisconnected(STREAM, Instant.parse("2025-06-01T10:00:04Z")));
  }

  @Test
  void anAssetOfARunningBroadcastIsNoRecordingYet() {
    assertThat(events("asset.ready.live"))
        .containsExactly(
            new VideoEvent.RecordingChanged(
                STREAM,
                new RecordedVideo(
                    ProviderRef.of("mux", "LiveAsset00"),
                    RecordingStatus.PROCESSING,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Instant.parse("2025-06-01T10:00:17.500Z"))));
  }

  @Test
  void aRecordingIsToldWithItsAddressAndTheEndOfItsLastSession() {
    assertThat(events("asset.live_stream_completed"))
        .containsExactly(
            new VideoEvent.RecordingChanged(
                STREAM,
                new RecordedVideo(
                    ProviderRef.of("mux", "LiveAsset00"),
                    RecordingStatus.READY,
                    Optional.of("https://stream.mux.com/RecordingPlayback01.m3u8"),
                    Optional.of(Duration.ofMillis(3_600_250)),
                    Optional.of("https://image.mux.com/RecordingPlayback01/thumbnail.jpg"),
                    Instant.parse("2025-06-01T11:00:05.250Z"))));
  }

  @Test
  void aRecordingThatFailedIsTold() {
    assertThat(events("asset.errored.live"))
        .singleElement()
        .isInstanceOfSatisfying(
            VideoEvent.RecordingChanged.class,
            event -> assertThat(event.video().status()).isEqualTo(RecordingStatus.FAILED));
  }

  @Test
  void aVideoOfTheLibraryIsPointedAt() {
    for (String name : List.of("asset.ready", "asset.errored", "asset.deleted")) {
      assertThat(events(name))
          .as(name)
          .containsExactly(
              new LibraryEvent.VideoChanged(ProviderRef.of("mux", "LibraryAsset01"), VIDEO));
    }
    for (String name : List.of("upload.asset_created", "upload.cancelled")) {
      assertThat(events(name))
          .as(name)
          .containsExactly(
              new LibraryEvent.VideoChanged(
                  ProviderRef.of("mux", "upload:LibraryUpload01"), VIDEO));
    }
  }

  @Test
  void anAssetSomebodyElseMadeIsPointedAtWithoutOurId() {
    ObjectNode event = (ObjectNode) Json.read(fixture("asset.ready"));
    ((ObjectNode) event.path("data")).put("passthrough", "theirs");

    WebhookReading reading = webhooks.read(world().signed(Json.write(event)));

    assertThat(((WebhookReading.Understood) reading).events())
        .containsExactly(
            new LibraryEvent.VideoChanged(
                ProviderRef.of("mux", "LibraryAsset01"), Optional.empty()));
  }

  @Test
  void whatOnlyFollowsIsIrrelevant() {
    for (String name : List.of("live_stream.active", "asset.track.ready")) {
      assertThat(webhooks.read(world().signed(fixture(name))))
          .as(name)
          .isInstanceOf(WebhookReading.Irrelevant.class);
    }
  }

  @Test
  void aStatusNobodyKnowsIsAnErrorSoThatItIsRepeated() {
    ObjectNode event = (ObjectNode) Json.read(fixture("asset.live_stream_completed"));
    ((ObjectNode) event.path("data")).put("status", "marinating");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> webhooks.read(world().signed(Json.write(event))));
  }

  @Test
  void oneGoodSignatureOfSeveralIsEnough() {
    byte[] body = fixture("live_stream.connected");
    String header = MuxWebhooks.signatureOf(SECRET).header(body, clock.instant());
    String time = header.substring(0, header.indexOf(','));
    RawWebhook rotated =
        new RawWebhook(
            Mux.ID,
            "",
            Map.of(
                "mux-signature",
                List.of(time + ",v1=" + "0".repeat(64) + header.substring(time.length()))),
            body);

    assertThat(webhooks.read(rotated)).isInstanceOf(WebhookReading.Understood.class);
  }

  @Test
  void theSecretIsNotPrinted() {
    assertThat(webhooks.toString()).doesNotContain(SECRET.reveal());
  }
}
