package dev.stagedoor.persistence.video;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.video.Recording;
import dev.stagedoor.domain.video.RecordingId;
import dev.stagedoor.domain.video.RecordingStatus;
import dev.stagedoor.persistence.sql.Codes;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A recording inside the row of its stream. */
@Serdeable
record RecordingJson(
    UUID id,
    String provider,
    String ref,
    String status,
    @Nullable String playbackUrl,
    @Nullable Long durationMillis,
    @Nullable String thumbnailUrl,
    Instant at) {

  static RecordingJson from(Recording recording) {
    return new RecordingJson(
        recording.id().value(),
        recording.ref().provider().value(),
        recording.ref().value(),
        Codes.of(recording.status()),
        recording.playbackUrl().orElse(null),
        recording.duration().map(Duration::toMillis).orElse(null),
        recording.thumbnailUrl().orElse(null),
        recording.at());
  }

  Recording toDomain() {
    return new Recording(
        new RecordingId(id),
        ProviderRef.of(provider, ref),
        Codes.parse(RecordingStatus.class, status),
        Optional.ofNullable(playbackUrl),
        Optional.ofNullable(durationMillis).map(Duration::ofMillis),
        Optional.ofNullable(thumbnailUrl),
        at);
  }
}
