package dev.stagedoor.application.video;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.video.IngestCredentials;
import dev.stagedoor.domain.video.LiveInput;
import dev.stagedoor.domain.video.LiveStream;
import dev.stagedoor.domain.video.Recording;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A stream as a reader may see it: credentials are present only for those who run it, the
 * provider's reference only for admins.
 */
public record StreamView(
    UUID id,
    Subject subject,
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
    public static RecordingView of(Recording recording) {
      return new RecordingView(
          recording.id().value(),
          recording.status().name().toLowerCase(Locale.ROOT),
          recording.playbackUrl(),
          recording.duration(),
          recording.thumbnailUrl());
    }
  }

  /** Shows a stream that is at hand; those that are not are found by the queries. */
  public static StreamView of(LiveStream stream, StreamReader reader) {
    Optional<Recording> main = stream.mainRecording();
    return new StreamView(
        stream.id().value(),
        stream.subject(),
        stream.details().title(),
        stream.details().description(),
        stream.status().code(),
        stream.details().isVisible(),
        stream.details().isPublic(),
        stream.details().scheduledStart(),
        stream.startedAt(),
        stream.endedAt(),
        stream.input().map(LiveInput::playbackUrl).filter(url -> reader.mayPlay(stream.status())),
        stream.isRecordingReady(),
        main.flatMap(Recording::playbackUrl),
        main.flatMap(Recording::duration),
        main.flatMap(Recording::thumbnailUrl),
        stream.recordings().stream().map(RecordingView::of).toList(),
        stream.viewers(),
        stream.createdBy().value(),
        stream.createdAt(),
        stream.updatedAt(),
        stream.input().map(LiveInput::credentials).filter(found -> reader.mayHaveCredentials()),
        stream.input().map(LiveInput::ref).filter(found -> reader.maySeeTheProvider()));
  }
}
