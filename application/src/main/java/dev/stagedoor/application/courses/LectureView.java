package dev.stagedoor.application.courses;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A lecture as somebody sees it.
 *
 * @param video where its video stands: {@code processing}, {@code completed} once one can be
 *     watched, or {@code failed}; empty when there is none
 * @param duration how long the video is, once that is known
 * @param playback where it plays, for who may watch it and only in the view of one lecture
 * @param watched how far the caller is, where they are enrolled and began
 */
public record LectureView(
    UUID id,
    UUID courseId,
    Optional<UUID> chapterId,
    String title,
    int position,
    boolean isPreview,
    boolean isDraft,
    Optional<String> video,
    Optional<Duration> duration,
    Optional<Playback> playback,
    Optional<Watched> watched) {
  /**
   * Where it plays.
   *
   * @param until how long the addresses are good; empty when the provider cannot sign them
   */
  public record Playback(String videoUrl, Optional<String> thumbnailUrl, Optional<Instant> until) {
    @Override
    public String toString() {
      return "playback until " + until;
    }
  }

  LectureView playing(Playback where) {
    return new LectureView(
        id,
        courseId,
        chapterId,
        title,
        position,
        isPreview,
        isDraft,
        video,
        duration,
        Optional.of(where),
        watched);
  }

  /** How far somebody is. */
  public record Watched(Duration position, Duration furthest, boolean isCompleted) {}
}
