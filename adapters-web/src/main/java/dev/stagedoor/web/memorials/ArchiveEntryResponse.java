package dev.stagedoor.web.memorials;

import dev.stagedoor.application.video.StreamView;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A broadcast that is over; the recording follows some minutes later. Durations are in seconds. */
@Serdeable
public record ArchiveEntryResponse(
    UUID id,
    String title,
    String description,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    boolean recordingReady,
    @Nullable String recordingUrl,
    @Nullable Long duration,
    @Nullable String thumbnailUrl) {
  static ArchiveEntryResponse from(StreamView stream) {
    return new ArchiveEntryResponse(
        stream.id(),
        stream.title(),
        stream.description(),
        stream.actualStartTime().orElse(null),
        stream.endTime().orElse(null),
        stream.recordingReady(),
        stream.recordingUrl().orElse(null),
        stream.recordingDuration().map(Duration::toSeconds).orElse(null),
        stream.thumbnailUrl().orElse(null));
  }
}
