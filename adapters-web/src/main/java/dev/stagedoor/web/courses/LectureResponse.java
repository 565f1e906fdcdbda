package dev.stagedoor.web.courses;

import dev.stagedoor.application.courses.LectureView;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lecture; it says where it plays only where one lecture was asked for by somebody who may watch.
 */
@Serdeable
public record LectureResponse(
    UUID id,
    UUID courseId,
    @Nullable UUID chapterId,
    String title,
    int position,
    boolean isPreview,
    boolean isDraft,
    @Nullable String videoStatus,
    @Nullable Long duration,
    @Nullable String videoUrl,
    @Nullable String thumbnailUrl,
    @Nullable Instant videoUrlExpiresAt,
    @Nullable Watched watched) {
  /** How far the caller is. */
  @Serdeable
  public record Watched(long positionSeconds, long furthestSeconds, boolean completed) {
    static Watched from(LectureView.Watched view) {
      return new Watched(
          view.position().toSeconds(), view.furthest().toSeconds(), view.isCompleted());
    }
  }

  static LectureResponse from(LectureView view) {
    Optional<LectureView.Playback> playback = view.playback();
    return new LectureResponse(
        view.id(),
        view.courseId(),
        view.chapterId().orElse(null),
        view.title(),
        view.position(),
        view.isPreview(),
        view.isDraft(),
        view.video().orElse(null),
        view.duration().map(Seconds::of).orElse(null),
        playback.map(LectureView.Playback::videoUrl).orElse(null),
        playback.flatMap(LectureView.Playback::thumbnailUrl).orElse(null),
        playback.flatMap(LectureView.Playback::until).orElse(null),
        view.watched().map(Watched::from).orElse(null));
  }

  @Override
  public String toString() {
    return "LectureResponse[" + id + "]";
  }
}
