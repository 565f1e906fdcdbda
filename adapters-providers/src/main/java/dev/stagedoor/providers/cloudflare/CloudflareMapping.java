package dev.stagedoor.providers.cloudflare;

import dev.stagedoor.domain.library.LibraryStatus;
import dev.stagedoor.domain.library.VideoFailure;
import dev.stagedoor.domain.library.VideoFailure.Reason;
import dev.stagedoor.domain.video.RecordingStatus;
import java.util.Optional;

/** What Cloudflare's words mean in ours. What it does not know is said, never guessed. */
final class CloudflareMapping {
  static final String READY = "ready";
  static final String ERROR = "error";

  private CloudflareMapping() {}

  /** Whether an encoder sends. */
  enum Ingest {
    CONNECTED,
    /** It was there, and went. */
    GONE,
    /** It has not come yet. */
    NOT_YET
  }

  /** Reads a {@code state} or {@code reason} of a live input's status, empty when unknown. */
  static Optional<Ingest> ingest(String word) {
    return switch (word) {
      case "connected", "reconnected" -> Optional.of(Ingest.CONNECTED);
      case "disconnected",
          "client_disconnect",
          "reconnecting",
          "ttl_exceeded",
          "failed_to_reconnect" ->
          Optional.of(Ingest.GONE);
      case "failed_to_connect", "new_configuration_accepted" -> Optional.of(Ingest.NOT_YET);
      default -> Optional.empty();
    };
  }

  /** Reads the {@code status.state} of a video, empty when unknown. */
  static Optional<LibraryStatus> libraryStatus(String state) {
    return switch (state) {
      case "pendingupload" -> Optional.of(LibraryStatus.AWAITING_FILE);
      case "downloading", "queued", "inprogress", "live-inprogress" ->
          Optional.of(LibraryStatus.PROCESSING);
      case READY -> Optional.of(LibraryStatus.READY);
      case ERROR -> Optional.of(LibraryStatus.FAILED);
      default -> Optional.empty();
    };
  }

  static RecordingStatus recordingStatus(LibraryStatus status) {
    return switch (status) {
      case AWAITING_FILE, PROCESSING -> RecordingStatus.PROCESSING;
      case READY -> RecordingStatus.READY;
      case FAILED -> RecordingStatus.FAILED;
    };
  }

  /** Reads the reason of an error. */
  static VideoFailure failure(String code) {
    Reason reason =
        switch (code) {
          case "ERR_NON_VIDEO", "ERR_MALFORMED_VIDEO" -> Reason.NOT_A_VIDEO;
          case "ERR_DURATION_EXCEED_CONSTRAINT" -> Reason.TOO_LONG;
          case "ERR_DURATION_TOO_SHORT" -> Reason.TOO_SHORT;
          case "ERR_FETCH_ORIGIN_ERROR" -> Reason.NOT_FETCHED;
          default -> Reason.OTHER;
        };
    return new VideoFailure(reason, code);
  }
}
