package dev.stagedoor.providers.mux;

import dev.stagedoor.domain.library.LibraryStatus;
import dev.stagedoor.domain.library.VideoFailure;
import dev.stagedoor.domain.library.VideoFailure.Reason;
import dev.stagedoor.domain.video.RecordingStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Mux's words mean here. A word that is not in these tables means nothing, and is said so. */
final class MuxMapping {
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");
  private static final BigDecimal LONGEST = BigDecimal.valueOf(Duration.ofDays(365).toSeconds());
  private static final String SLATE = "slate";
  private static final String DRM = "drm";

  private MuxMapping() {}

  /** What a direct upload can be. */
  enum UploadStatus {
    WAITING,
    ASSET_CREATED,
    ERRORED,
    CANCELLED,
    TIMED_OUT
  }

  /** What a live stream can be. */
  enum StreamStatus {
    ACTIVE,
    IDLE,
    DISABLED
  }

  static Optional<LibraryStatus> libraryStatus(@Nullable String assetStatus) {
    return switch (Objects.requireNonNullElse(assetStatus, "")) {
      case "preparing" -> Optional.of(LibraryStatus.PROCESSING);
      case "ready" -> Optional.of(LibraryStatus.READY);
      case "errored" -> Optional.of(LibraryStatus.FAILED);
      default -> Optional.empty();
    };
  }

  /** An asset is ready to be watched while its broadcast still goes on; a recording is not. */
  static Optional<RecordingStatus> recordingStatus(@Nullable String assetStatus, boolean live) {
    return switch (Objects.requireNonNullElse(assetStatus, "")) {
      case "preparing" -> Optional.of(RecordingStatus.PROCESSING);
      case "ready" -> Optional.of(live ? RecordingStatus.PROCESSING : RecordingStatus.READY);
      case "errored" -> Optional.of(RecordingStatus.FAILED);
      default -> Optional.empty();
    };
  }

  static Optional<UploadStatus> uploadStatus(@Nullable String status) {
    return switch (Objects.requireNonNullElse(status, "")) {
      case "waiting" -> Optional.of(UploadStatus.WAITING);
      case "asset_created" -> Optional.of(UploadStatus.ASSET_CREATED);
      case "errored" -> Optional.of(UploadStatus.ERRORED);
      case "cancelled" -> Optional.of(UploadStatus.CANCELLED);
      case "timed_out" -> Optional.of(UploadStatus.TIMED_OUT);
      default -> Optional.empty();
    };
  }

  static Optional<StreamStatus> streamStatus(@Nullable String status) {
    return switch (Objects.requireNonNullElse(status, "")) {
      case "active" -> Optional.of(StreamStatus.ACTIVE);
      case "idle" -> Optional.of(StreamStatus.IDLE);
      case "disabled" -> Optional.of(StreamStatus.DISABLED);
      default -> Optional.empty();
    };
  }

  /** Mux says what went wrong in sentences; only the type of the error is a word to rely on. */
  static VideoFailure failure(@Nullable String errorType) {
    String code = errorType == null || errorType.isBlank() ? "unknown" : errorType;
    Reason reason =
        switch (code) {
          case "invalid_input" -> Reason.NOT_A_VIDEO;
          case "download_failed" -> Reason.NOT_FETCHED;
          default -> Reason.OTHER;
        };
    return new VideoFailure(reason, code);
  }

  /** Returns percent, where they are told. */
  static OptionalInt percent(MuxAsset.@Nullable Progress progress) {
    BigDecimal percent = progress == null ? null : progress.progress();
    return percent == null || percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0
        ? OptionalInt.empty()
        : OptionalInt.of(percent.intValue());
  }

  /** Returns by what something plays in players without DRM. */
  static Optional<String> playbackId(@Nullable List<MuxPlaybackId> ids) {
    return Objects.requireNonNullElse(ids, List.<MuxPlaybackId>of()).stream()
        .filter(id -> !DRM.equals(id.policy()))
        .flatMap(id -> Optional.ofNullable(id.id()).stream())
        .findFirst();
  }

  /** Reads seconds with decimals; less than none means that Mux does not know. */
  static Optional<Duration> duration(@Nullable BigDecimal seconds) {
    return seconds == null || seconds.signum() < 0 || seconds.compareTo(LONGEST) > 0
        ? Optional.empty()
        : Optional.of(
            Duration.ofMillis(
                seconds.movePointRight(3).setScale(0, RoundingMode.HALF_UP).longValueExact()));
  }

  /** Reads a time in either of the forms Mux writes: seconds since 1970, or ISO 8601. */
  static Optional<Instant> time(@Nullable String written) {
    if (written == null) {
      return Optional.empty();
    }
    if (SECONDS.matcher(written).matches()) {
      return Optional.of(Instant.ofEpochSecond(Long.parseLong(written)));
    }
    try {
      return Optional.of(Instant.parse(written));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Returns when the last session of an encoder began. */
  static Optional<Instant> lastStart(MuxAsset asset) {
    return last(asset).flatMap(session -> time(session.startedAt()));
  }

  /** Returns when what was recorded ended, as far as is told. */
  static Optional<Instant> end(MuxAsset asset) {
    Optional<Instant> byLastSession =
        last(asset).flatMap(session -> plus(time(session.startedAt()), session.duration()));
    return byLastSession.or(() -> plus(time(asset.createdAt()), asset.duration()));
  }

  private static Optional<Instant> plus(Optional<Instant> start, @Nullable BigDecimal seconds) {
    return start.flatMap(at -> duration(seconds).map(at::plus));
  }

  private static Optional<MuxAsset.RecordingTime> last(MuxAsset asset) {
    return Objects.requireNonNullElse(asset.recordingTimes(), List.<MuxAsset.RecordingTime>of())
        .stream()
        .filter(session -> !SLATE.equals(session.type()))
        .reduce((earlier, later) -> later);
  }
}
