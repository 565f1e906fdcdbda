package dev.stagedoor.providers.mux;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.library.LibraryEvent;
import dev.stagedoor.domain.video.VideoEvent;
import dev.stagedoor.domain.webhooks.ProviderEvent;
import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.domain.webhooks.WebhookReading;
import dev.stagedoor.domain.webhooks.port.WebhookTranslator;
import dev.stagedoor.providers.support.HmacSha256;
import dev.stagedoor.providers.support.Json;
import dev.stagedoor.providers.support.TimedSignature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads what Mux tells: live streams, their recordings, videos of the library. */
final class MuxWebhooks implements WebhookTranslator {
  static final Duration TOLERANCE = Duration.ofMinutes(5);
  static final String SIGNATURE = "mux-signature";

  private final TimedSignature signature;
  private final MuxAddresses addresses;
  private final Clock clock;

  MuxWebhooks(Secret secret, MuxAddresses addresses, Clock clock) {
    this.signature = signatureOf(secret);
    this.addresses = addresses;
    this.clock = clock;
  }

  static TimedSignature signatureOf(Secret secret) {
    return new TimedSignature(HmacSha256.of(secret), "t", "v1", TOLERANCE);
  }

  @Override
  public WebhookReading read(RawWebhook delivery) {
    String header = delivery.header(SIGNATURE).orElse("");
    return switch (signature.judge(header, delivery.body(), clock.instant())) {
      case GOOD -> readStored(delivery);
      case MISSING -> new WebhookReading.Untrusted("not signed");
      case FORGED -> new WebhookReading.Untrusted("signed by somebody else, or altered");
      case STALE -> new WebhookReading.Untrusted("not signed within 5 minutes from now");
    };
  }

  @Override
  public WebhookReading readStored(RawWebhook delivery) {
    JsonNode body = Json.read(delivery.body());
    String id = text(body, "id");
    String type = text(body, "type");
    try {
      return event(type, body)
          .<WebhookReading>map(event -> new WebhookReading.Understood(id, type, List.of(event)))
          .orElseGet(() -> new WebhookReading.Irrelevant(id, type));
    } catch (ProviderException e) {
      throw new IllegalArgumentException("a " + type + " that lacks something", e);
    }
  }

  private Optional<ProviderEvent> event(String type, JsonNode body) {
    return switch (type) {
      // The pictures play some seconds later (active); a return within the reconnect window says
      // only this.
      case "video.live_stream.connected" ->
          Optional.of(new VideoEvent.EncoderConnected(subject(body), at(body)));
      case "video.live_stream.disconnected", "video.live_stream.idle" ->
          Optional.of(new VideoEvent.EncoderDisconnected(subject(body), at(body)));
      case "video.asset.created",
          "video.asset.ready",
          "video.asset.errored",
          "video.asset.updated",
          "video.asset.live_stream_completed" ->
          Optional.of(assetChanged(body));
      case "video.asset.deleted" -> assetDeleted(body);
      case "video.upload.created",
          "video.upload.asset_created",
          "video.upload.cancelled",
          "video.upload.errored" ->
          Optional.of(uploadChanged(body));
      default -> Optional.empty();
    };
  }

  private ProviderEvent assetChanged(JsonNode body) {
    MuxAsset asset = Json.read(body.path("data"), MuxAsset.class);
    String stream = asset.liveStreamId();
    return stream == null || stream.isBlank()
        ? videoChanged(asset)
        : new VideoEvent.RecordingChanged(
            MuxApi.ref(stream), MuxRecordings.describe(asset, addresses, at(body)));
  }

  /** A recording that was removed is nothing that a stream needs to know. */
  private static Optional<ProviderEvent> assetDeleted(JsonNode body) {
    MuxAsset asset = Json.read(body.path("data"), MuxAsset.class);
    return asset.liveStreamId() == null ? Optional.of(videoChanged(asset)) : Optional.empty();
  }

  private static LibraryEvent videoChanged(MuxAsset asset) {
    return new LibraryEvent.VideoChanged(
        MuxApi.ref(MuxApi.required(asset.id(), "an id")),
        MuxReference.videoOf(asset.passthrough()));
  }

  private static LibraryEvent uploadChanged(JsonNode body) {
    MuxUpload upload = Json.read(body.path("data"), MuxUpload.class);
    MuxUpload.Settings settings = upload.newAssetSettings();
    return new LibraryEvent.VideoChanged(
        MuxLibrary.uploadRef(MuxApi.required(upload.id(), "an id")),
        MuxReference.videoOf(settings == null ? null : settings.passthrough()));
  }

  private static ProviderRef subject(JsonNode body) {
    return MuxApi.ref(text(body.path("data"), "id"));
  }

  private static Instant at(JsonNode body) {
    JsonNode written = body.path("created_at");
    return MuxMapping.time(written.isValueNode() ? written.asText() : null)
        .orElseThrow(() -> new IllegalArgumentException("no created_at"));
  }

  private static String text(JsonNode node, String member) {
    JsonNode found = node.path(member);
    if (!found.isTextual() || found.textValue().isBlank()) {
      throw new IllegalArgumentException("no " + member);
    }
    return found.textValue();
  }

  @Override
  public String toString() {
    return "webhooks of mux";
  }
}
