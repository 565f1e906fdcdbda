package dev.stagedoor.domain.video;

import dev.stagedoor.domain.kernel.ProviderRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One recording of a stream; part of the {@link LiveStream} aggregate. */
public record Recording(
    RecordingId id,
    ProviderRef ref,
    RecordingStatus status,
    Optional<String> playbackUrl,
    Optional<Duration> duration,
    Optional<String> thumbnailUrl,
    Instant at) {

  public boolean isReady() {
    return status == RecordingStatus.READY;
  }

  /** Returns the longest ready one: that which holds the service, not a sound check. */
  public static Optional<Recording> main(List<Recording> recordings) {
    return recordings.stream()
        .filter(Recording::isReady)
        .max(Comparator.comparing(recording -> recording.duration().orElse(Duration.ZERO)));
  }

  static Recording of(RecordingId id, RecordedVideo video) {
    return new Recording(
        id,
        video.ref(),
        video.status(),
        video.playbackUrl(),
        video.duration(),
        video.thumbnailUrl(),
        video.at());
  }

  Recording learned(RecordedVideo video) {
    boolean better = video.status().compareTo(status) > 0;
    boolean newer = video.status() == status && video.at().isAfter(at);
    return better || newer ? of(id, video) : this;
  }
}
