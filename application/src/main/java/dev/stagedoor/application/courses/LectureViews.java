package dev.stagedoor.application.courses;

import dev.stagedoor.domain.courses.ChapterId;
import dev.stagedoor.domain.courses.Enrollment;
import dev.stagedoor.domain.courses.Lecture;
import dev.stagedoor.domain.courses.LectureId;
import dev.stagedoor.domain.courses.WatchedLecture;
import dev.stagedoor.domain.courses.port.WatchedLectureRepository;
import dev.stagedoor.domain.library.port.VideoAssetLists;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shows lectures, without where they play. All methods need an open unit of work. */
final class LectureViews {
  private final LectureVideos videos;
  private final WatchedLectureRepository watchedLectures;

  LectureViews(VideoAssetLists videos, WatchedLectureRepository watchedLectures) {
    this.videos = new LectureVideos(videos);
    this.watchedLectures = watchedLectures;
  }

  /** Shows lectures in their order, to somebody with or without a place in the course. */
  List<LectureView> of(List<Lecture> lectures, Optional<Enrollment> place) {
    Map<LectureId, LectureVideos.Shown> shown =
        videos.of(lectures.stream().map(Lecture::id).toList());
    Map<LectureId, WatchedLecture> watched =
        place.map(Enrollment::id).map(watchedLectures::watched).orElse(List.of()).stream()
            .collect(Collectors.toMap(WatchedLecture::lecture, Function.identity()));
    return lectures.stream()
        .map(
            lecture ->
                view(
                    lecture,
                    shown.getOrDefault(lecture.id(), LectureVideos.Shown.NOTHING),
                    Optional.ofNullable(watched.get(lecture.id()))))
        .toList();
  }

  LectureView of(Lecture lecture, Optional<Enrollment> place) {
    return of(List.of(lecture), place).get(0);
  }

  private static LectureView view(
      Lecture lecture, LectureVideos.Shown video, Optional<WatchedLecture> watched) {
    return new LectureView(
        lecture.id().value(),
        lecture.course().value(),
        lecture.chapter().map(ChapterId::value),
        lecture.title(),
        lecture.position(),
        lecture.isPreview(),
        lecture.isDraft(),
        video.status(),
        video.duration(),
        Optional.empty(),
        watched.map(
            one -> new LectureView.Watched(one.position(), one.furthest(), one.isCompleted())));
  }
}
