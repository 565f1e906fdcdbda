package dev.stagedoor.web.memorials;

import dev.stagedoor.application.video.StreamView;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One recording; its duration is in seconds. */
@Serdeable
public record RecordingResponse(
    UUID id,
    String status,
    @Nullable String recordingUrl,
    @Nullable Long duration,
    @Nullable String thumbnailUrl) {
  static RecordingResponse from(StreamView.RecordingView recording) {
    return new RecordingResponse(
        recording.id(),
        recording.status(),
        recording.playbackUrl().orElse(null),
        recording.duration().map(Duration::toSeconds).orElse(null),
        recording.thumbnailUrl().orElse(null));
  }
}
