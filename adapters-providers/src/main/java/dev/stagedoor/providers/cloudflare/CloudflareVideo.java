package dev.stagedoor.providers.cloudflare;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.library.LibraryStatus;
import dev.stagedoor.domain.library.LibraryVideo;
import dev.stagedoor.domain.library.VideoFailure;
import dev.stagedoor.domain.library.VideoFailure.Reason;
import dev.stagedoor.domain.library.VideoId;
import dev.stagedoor.domain.video.RecordedVideo;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * A video as Cloudflare describes it, in answers and in webhooks alike: one of the library, or the
 * recording of a live input.
 */
record CloudflareVideo(String uid, LibraryStatus status, JsonNode body) {
  static final String META_VIDEO = "stagedoorVideo";
  static final String META_KEY = "stagedoorKey";

  private static final BigDecimal MILLIS = BigDecimal.valueOf(1000);
  // What no video lasts; a larger number is not a length.
  private static final BigDecimal LONGEST = BigDecimal.valueOf(Duration.ofDays(365).toSeconds());

  /**
   * Reads a video.
   *
   * @throws IllegalArgumentException when it has no id, or is in a state nobody knows
   */
  static CloudflareVideo of(JsonNode body) {
    return new CloudflareVideo(
        CloudflareFields.mustHave(body, "uid"),
        CloudflareMapping.libraryStatus(state(body))
            .orElseThrow(() -> new IllegalArgumentException("a state of a video nobody knows")),
        body);
  }

  static String state(JsonNode body) {
    return CloudflareFields.mustHave(body.path("status"), "state");
  }

  ProviderRef ref() {
    return new ProviderRef(Cloudflare.ID, uid);
  }

  /** Returns the live input that this is a recording of, empty for a video of the library. */
  Optional<ProviderRef> liveInput() {
    return CloudflareFields.text(body, "liveInput")
        .map(input -> new ProviderRef(Cloudflare.ID, input));
  }

  /** Returns the id we gave it, empty when somebody else made it. */
  Optional<VideoId> video() {
    return CloudflareFields.text(body.path("meta"), META_VIDEO)
        .flatMap(
            id -> {
              try {
                return Optional.of(new VideoId(UUID.fromString(id)));
              } catch (IllegalArgumentException notOurs) {
                return Optional.empty();
              }
            });
  }

  Instant created() {
    return CloudflareFields.mustHaveTime(body, "created");
  }

  /** Reads the length, which is -1 until it is known. */
  private Optional<Duration> duration() {
    JsonNode seconds = body.path("duration");
    if (!seconds.isNumber()) {
      return Optional.empty();
    }
    BigDecimal length = seconds.decimalValue();
    return length.signum() < 0 || length.compareTo(LONGEST) > 0
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(length.multiply(MILLIS).longValue()));
  }

  private Optional<CloudflareAddresses.Place> place(CloudflareAddresses addresses) {
    return status == LibraryStatus.READY
        ? addresses.place(uid, CloudflareFields.text(body.path("playback"), "hls"))
        : Optional.empty();
  }

  RecordedVideo toRecordedVideo(CloudflareAddresses addresses) {
    Optional<CloudflareAddresses.Place> place = place(addresses);
    mustPlayWhenReady(place);
    return new RecordedVideo(
        ref(),
        CloudflareMapping.recordingStatus(status),
        place.map(CloudflareAddresses.Place::playlist),
        duration(),
        place.map(CloudflareAddresses.Place::still),
        // Its times of change are later than the end of what was recorded, perhaps later than the
        // encoder's return; it is made when the broadcast begins.
        created().plus(duration().orElse(Duration.ZERO)));
  }

  LibraryVideo toLibraryVideo(CloudflareAddresses addresses, Instant now) {
    Optional<CloudflareAddresses.Place> place = place(addresses);
    mustPlayWhenReady(place);
    boolean hasLapsed =
        status == LibraryStatus.AWAITING_FILE
            && CloudflareFields.time(body, "uploadExpiry")
                .filter(until -> !now.isBefore(until))
                .isPresent();
    return new LibraryVideo(
        ref(),
        hasLapsed ? LibraryStatus.FAILED : status,
        progress(),
        place.map(CloudflareAddresses.Place::playlist),
        place.map(CloudflareAddresses.Place::still),
        duration(),
        hasLapsed ? Optional.of(new VideoFailure(Reason.NOT_SENT, "lapsed")) : failure());
  }

  private void mustPlayWhenReady(Optional<CloudflareAddresses.Place> place) {
    if (status == LibraryStatus.READY && place.isEmpty()) {
      throw new IllegalArgumentException("no address to play a ready video from");
    }
  }

  // Written as text, with decimals.
  private OptionalInt progress() {
    String percent = body.path("status").path("pctComplete").asText();
    try {
      int whole = new BigDecimal(percent).setScale(0, RoundingMode.DOWN).intValueExact();
      return whole >= 0 && whole <= 100 ? OptionalInt.of(whole) : OptionalInt.empty();
    } catch (ArithmeticException | NumberFormatException notTold) {
      return OptionalInt.empty();
    }
  }

  // Cloudflare's own documents spell it in two ways.
  private Optional<VideoFailure> failure() {
    JsonNode told = body.path("status");
    return status == LibraryStatus.FAILED
        ? Optional.of(
            CloudflareMapping.failure(
                CloudflareFields.text(told, "errorReasonCode")
                    .or(() -> CloudflareFields.text(told, "errReasonCode"))
                    .orElse("none")))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "video " + uid + ", " + status;
  }
}
