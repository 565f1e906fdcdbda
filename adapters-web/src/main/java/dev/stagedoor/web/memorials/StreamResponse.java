package dev.stagedoor.web.memorials;

import dev.stagedoor.application.video.StreamView;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stream as those who run its memorial see it. The provider and its id of the stream are for
 * admins; durations are in seconds.
 */
@Serdeable
public record StreamResponse(
    UUID id,
    UUID memorialId,
    String title,
    String description,
    String status,
    boolean isVisible,
    boolean isPublic,
    @Nullable Instant scheduledStartTime,
    @Nullable Instant actualStartTime,
    @Nullable Instant endTime,
    @Nullable String playbackUrl,
    boolean recordingReady,
    @Nullable String recordingUrl,
    @Nullable Long recordingDuration,
    @Nullable String thumbnailUrl,
    long viewerCount,
    UUID createdBy,
    Instant createdAt,
    Instant updatedAt,
    @Nullable CredentialsResponse credentials,
    @Nullable String provider,
    @Nullable String providerId) {
  static StreamResponse from(StreamView stream) {
    return new StreamResponse(
        stream.id(),
        stream.subject().id(),
        stream.title(),
        stream.description(),
        stream.status(),
        stream.isVisible(),
        stream.isPublic(),
        stream.scheduledStartTime().orElse(null),
        stream.actualStartTime().orElse(null),
        stream.endTime().orElse(null),
        stream.playbackUrl().orElse(null),
        stream.recordingReady(),
        stream.recordingUrl().orElse(null),
        stream.recordingDuration().map(Duration::toSeconds).orElse(null),
        stream.thumbnailUrl().orElse(null),
        stream.viewerCount(),
        stream.createdBy(),
        stream.createdAt(),
        stream.updatedAt(),
        stream.credentials().map(CredentialsResponse::from).orElse(null),
        stream.providerRef().map(ref -> ref.provider().value()).orElse(null),
        stream.providerRef().map(ref -> ref.value()).orElse(null));
  }
}
