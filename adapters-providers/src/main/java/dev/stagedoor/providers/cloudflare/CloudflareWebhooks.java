package dev.stagedoor.providers.cloudflare;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.library.LibraryEvent;
import dev.stagedoor.domain.video.RecordedVideo;
import dev.stagedoor.domain.video.RecordingStatus;
import dev.stagedoor.domain.video.VideoEvent;
import dev.stagedoor.domain.webhooks.ProviderEvent;
import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.domain.webhooks.WebhookReading;
import dev.stagedoor.domain.webhooks.port.WebhookTranslator;
import dev.stagedoor.providers.support.HmacSha256;
import dev.stagedoor.providers.support.Json;
import dev.stagedoor.providers.support.Sha256;
import dev.stagedoor.providers.support.TimedSignature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what Cloudflare tells, in three forms: a bare video, as Stream's own webhook sends it; a
 * notification; and {@code eventType} with {@code uid} at the top. Each is believed when it is
 * signed, or comes with the secret of Notifications; nothing is when it comes with neither.
 */
final class CloudflareWebhooks implements WebhookTranslator {
  static final String SIGNATURE = "Webhook-Signature";
  static final String AUTH = "cf-webhook-auth";

  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final String CONNECTED = "live_input.connected";
  private static final String DISCONNECTED = "live_input.disconnected";
  private static final String ERRORED = "live_input.errored";
  private static final Set<String> KNOWN = Set.of(CONNECTED, DISCONNECTED, ERRORED);
  private static final Pattern SIGNED_TIME = Pattern.compile("\\btime=([0-9]{1,12})\\b");
  private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9_. -]{1,100}");

  private final Optional<TimedSignature> signature;
  private final Optional<Secret> notificationSecret;
  private final CloudflareAddresses addresses;
  private final Clock clock;

  CloudflareWebhooks(CloudflareConfig config, CloudflareAddresses addresses, Clock clock) {
    this.signature = config.webhookSecret().map(CloudflareWebhooks::signatureOf);
    this.notificationSecret = config.notificationSecret();
    this.addresses = addresses;
    this.clock = clock;
  }

  static TimedSignature signatureOf(Secret secret) {
    return new TimedSignature(HmacSha256.of(secret), "time", "sig1", TOLERANCE);
  }

  @Override
  public WebhookReading read(RawWebhook delivery) {
    return doubt(delivery)
        .<WebhookReading>map(WebhookReading.Untrusted::new)
        .orElseGet(() -> readStored(delivery));
  }

  /** Returns why a delivery is not to be believed, empty when it is. */
  private Optional<String> doubt(RawWebhook delivery) {
    Optional<String> header = delivery.header(SIGNATURE);
    if (header.isPresent()) {
      return doubtSigned(header.get(), delivery.body());
    }
    Optional<String> secret = delivery.header(AUTH);
    if (secret.isEmpty()) {
      return Optional.of("not signed");
    }
    if (notificationSecret.isEmpty()) {
      return Optional.of("a notification, and notification-secret is not set");
    }
    return HmacSha256.isEqual(secret.get(), notificationSecret.get().reveal())
        ? Optional.empty()
        : Optional.of("a notification with another secret");
  }

  private Optional<String> doubtSigned(String header, byte[] body) {
    if (signature.isEmpty()) {
      return Optional.of("signed, and webhook-secret is not set");
    }
    return switch (signature.get().judge(header, body, clock.instant())) {
      case GOOD -> Optional.empty();
      case MISSING -> Optional.of("not signed");
      case FORGED -> Optional.of("signed by somebody else, or altered");
      case STALE -> Optional.of("not signed within 5 minutes from now");
    };
  }

  @Override
  public WebhookReading readStored(RawWebhook delivery) {
    JsonNode body = Json.read(delivery.body());
    if (body.has("eventType")) {
      return reference(body, delivery);
    }
    if (body.path("status").isObject()) {
      return video(body);
    }
    if (body.has("text") || body.has("data")) {
      return notification(body, delivery.body());
    }
    throw new IllegalArgumentException("no delivery of Cloudflare's");
  }

  private WebhookReading video(JsonNode body) {
    String state = CloudflareVideo.state(body);
    String type = type("video." + state);
    String id =
        id("video", CloudflareFields.mustHave(body, "uid"), state, body.path("modified").asText());
    if (CloudflareMapping.libraryStatus(state).isEmpty()) {
      return new WebhookReading.Irrelevant(id, type);
    }
    CloudflareVideo video = CloudflareVideo.of(body);
    ProviderEvent event =
        video
            .liveInput()
            .<ProviderEvent>map(
                input -> new VideoEvent.RecordingChanged(input, video.toRecordedVideo(addresses)))
            .orElseGet(() -> new LibraryEvent.VideoChanged(video.ref(), video.video()));
    return new WebhookReading.Understood(id, type, List.of(event));
  }

  /** Reads a notification; that of "Save and Test" has a text and nothing else. */
  private static WebhookReading notification(JsonNode body, byte[] bytes) {
    JsonNode data = body.path("data");
    Optional<String> type = CloudflareFields.text(data, "event_type");
    if (type.isEmpty()) {
      return new WebhookReading.Irrelevant(
          id("notification", Sha256.hex(bytes)),
          type(body.path("alert_type").asText("notification")));
    }
    String id =
        id(
            "notification",
            type.get(),
            data.path("input_id").asText(),
            data.path("updated_at").asText());
    if (!KNOWN.contains(type.get())) {
      return new WebhookReading.Irrelevant(id, type(type.get()));
    }
    Instant at = CloudflareFields.mustHaveTime(data, "updated_at");
    return new WebhookReading.Understood(
        id, type.get(), ingest(type.get(), data, "input_id", at).stream().toList());
  }

  /**
   * Reads the form that is documented nowhere and yet written for. Where it says no time, that of
   * its signature counts, or else that of its arrival.
   */
  private WebhookReading reference(JsonNode body, RawWebhook delivery) {
    String type = CloudflareFields.mustHave(body, "eventType");
    Optional<Instant> told = CloudflareFields.time(body, "timestamp");
    Instant at =
        told.or(() -> signedAt(delivery)).or(delivery::receivedAt).orElseGet(clock::instant);
    // Without its time the second connection of an encoder looks like the first. A repeat of such a
    // delivery is news again, which does no harm: to lose the second connection would.
    String id =
        id(
            "reference",
            Sha256.hex(delivery.body()),
            told.isPresent() ? "" : Long.toString(at.toEpochMilli()));
    Optional<ProviderEvent> event =
        type.equals("video.recording.ready")
            ? Optional.of(recording(body, at))
            : ingest(type, body, "uid", at);
    return event
        .<WebhookReading>map(
            understood -> new WebhookReading.Understood(id, type(type), List.of(understood)))
        .orElseGet(() -> new WebhookReading.Irrelevant(id, type(type)));
  }

  private static Optional<Instant> signedAt(RawWebhook delivery) {
    return delivery
        .header(SIGNATURE)
        .map(SIGNED_TIME::matcher)
        .filter(Matcher::find)
        .map(time -> Instant.ofEpochSecond(Long.parseLong(time.group(1))));
  }

  private static Optional<ProviderEvent> ingest(
      String type, JsonNode body, String input, Instant at) {
    return switch (type) {
      case CONNECTED -> Optional.of(new VideoEvent.EncoderConnected(ref(body, input), at));
      case DISCONNECTED -> Optional.of(new VideoEvent.EncoderDisconnected(ref(body, input), at));
      case ERRORED -> Optional.of(new VideoEvent.IngestFailed(ref(body, input), at));
      default -> Optional.empty();
    };
  }

  private VideoEvent recording(JsonNode body, Instant at) {
    String playlist = CloudflareFields.mustHave(body.path("playback"), "hls");
    JsonNode seconds = body.path("duration");
    boolean isKnown = seconds.isNumber() && seconds.canConvertToInt() && seconds.intValue() >= 0;
    return new VideoEvent.RecordingChanged(
        ref(body, "uid"),
        new RecordedVideo(
            CloudflareFields.text(body, "recording")
                .or(() -> addresses.read(playlist).map(CloudflareAddresses.Place::id))
                .map(id -> new ProviderRef(Cloudflare.ID, id))
                .orElseGet(() -> ref(body, "uid")),
            RecordingStatus.READY,
            Optional.of(playlist),
            isKnown ? Optional.of(Duration.ofSeconds(seconds.intValue())) : Optional.empty(),
            CloudflareFields.text(body.path("thumbnails").path(0), "url"),
            at));
  }

  private static ProviderRef ref(JsonNode body, String member) {
    return new ProviderRef(Cloudflare.ID, CloudflareFields.mustHave(body, member));
  }

  private static String type(String told) {
    return TYPE.matcher(told).matches() ? told : "unnamed";
  }

  /** Makes the id that Cloudflare does not give: the same facts have the same. */
  private static String id(String... facts) {
    return Sha256.hex(String.join("\n", facts));
  }

  @Override
  public String toString() {
    return "webhooks of " + Cloudflare.ID;
  }
}
