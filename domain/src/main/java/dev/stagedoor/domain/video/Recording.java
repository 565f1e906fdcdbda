package dev.stagedoor.domain.video;

import dev.stagedoor.domain.kernel.ProviderRef;
import java.time.Duration;
import java.time.Instant;
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
