package dev.stagedoor.application.courses;

import dev.stagedoor.domain.courses.Lecture;
import dev.stagedoor.domain.courses.LectureId;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.library.VideoAsset;
import dev.stagedoor.domain.library.port.VideoAssetLists;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the videos of lectures. All methods need an open unit of work. */
final class LectureVideos {
  private final VideoAssetLists videos;

  LectureVideos(VideoAssetLists videos) {
    this.videos = videos;
  }

  /**
   * What a lecture shows.
   *
   * @param playing the newest video that can be watched
   * @param newest the newest of all, which may still be prepared
   */
  record Shown(Optional<VideoAsset> playing, Optional<VideoAsset> newest) {
    static final Shown NOTHING = new Shown(Optional.empty(), Optional.empty());

    private static Shown of(List<VideoAsset> newestFirst) {
      return new Shown(
          newestFirst.stream()
              .filter(video -> video.status() == VideoAsset.Status.READY)
              .findFirst(),
          newestFirst.stream().findFirst());
    }

    /** Returns where it stands: what can be watched is completed, whatever is to replace it. */
    Optional<String> status() {
      return playing.or(() -> newest).map(LectureVideoService::statusOf);
    }

    Optional<Duration> duration() {
      return playing.flatMap(VideoAsset::duration);
    }
  }

  /** Returns what each of some lectures shows; nothing for one that has no video. */
  Map<LectureId, Shown> of(List<LectureId> lectures) {
    Map<Subject, List<VideoAsset>> bySubject =
        videos.ofSubjects(lectures.stream().map(Lecture::subject).toList()).stream()
            .collect(Collectors.groupingBy(VideoAsset::subject));
    return lectures.stream()
        .collect(
            Collectors.toMap(
                Function.identity(),
                id -> Shown.of(bySubject.getOrDefault(Lecture.subject(id), List.of()))));
  }

  Shown of(LectureId lecture) {
    return of(List.of(lecture)).getOrDefault(lecture, Shown.NOTHING);
  }
}
