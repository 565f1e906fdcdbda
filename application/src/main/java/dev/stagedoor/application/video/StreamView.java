package dev.stagedoor.application.memorials;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.video.IngestCredentials;
import dev.stagedoor.domain.video.LiveInput;
import dev.stagedoor.domain.video.LiveStream;
import dev.stagedoor.domain.video.Recording;
import dev.stagedoor.domain.video.StreamStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A stream as a caller may see it: credentials are present only for those who run the memorial, the
 * provider's reference only for admins.
 */
public record StreamView(
    UUID id,
    UUID memorialId,
    String title,
    String description,
    String status,
    boolean isVisible,
    boolean isPublic,
    Optional<Instant> scheduledStartTime,
    Optional<Instant> actualStartTime,
    Optional<Instant> endTime,
    Optional<String> playbackUrl,
    boolean recordingReady,
    Optional<String> recordingUrl,
    Optional<Duration> recordingDuration,
    Optional<String> thumbnailUrl,
    List<RecordingView> recordings,
    long viewerCount,
    UUID createdBy,
    Instant createdAt,
    Instant updatedAt,
    Optional<IngestCredentials> credentials,
    Optional<ProviderRef> providerRef) {

  /** One recording of a stream. */
  public record RecordingView(
      UUID id,
      String status,
      Optional<String> playbackUrl,
      Optional<Duration> duration,
      Optional<String> thumbnailUrl) {
    static RecordingView of(Recording recording) {
      return new RecordingView(
          recording.id().value(),
          recording.status().name().toLowerCase(Locale.ROOT),
          recording.playbackUrl(),
          recording.duration(),
          recording.thumbnailUrl());
    }
  }

  static StreamView of(LiveStream stream, boolean forOperator, boolean forAdmin) {
    Optional<Recording> main = stream.mainRecording();
    boolean playable =
        stream.status() == StreamStatus.LIVE || (forOperator && stream.input().isPresent());
    return new StreamView(
        stream.id().value(),
        stream.subject().id(),
        stream.details().title(),
        stream.details().description(),
        stream.status().code(),
        stream.details().isVisible(),
        stream.details().isPublic(),
        stream.details().scheduledStart(),
        stream.startedAt(),
        stream.endedAt(),
        playable ? stream.input().map(LiveInput::playbackUrl) : Optional.empty(),
        stream.isRecordingReady(),
        main.flatMap(Recording::playbackUrl),
        main.flatMap(Recording::duration),
        main.flatMap(Recording::thumbnailUrl),
        stream.recordings().stream().map(RecordingView::of).toList(),
        stream.viewers(),
        stream.createdBy().value(),
        stream.createdAt(),
        stream.updatedAt(),
        forOperator ? stream.input().map(LiveInput::credentials) : Optional.empty(),
        forAdmin ? stream.input().map(LiveInput::ref) : Optional.empty());
  }
}
