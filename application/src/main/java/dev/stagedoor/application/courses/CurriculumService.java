package dev.stagedoor.application.courses;

import dev.stagedoor.application.Settings;
import dev.stagedoor.application.library.VideoService;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.courses.Chapter;
import dev.stagedoor.domain.courses.ChapterId;
import dev.stagedoor.domain.courses.Course;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.Curriculum;
import dev.stagedoor.domain.courses.Lecture;
import dev.stagedoor.domain.courses.LectureId;
import dev.stagedoor.domain.courses.port.CurriculumRepository;
import dev.stagedoor.domain.courses.port.WatchedLectureRepository;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.library.VideoAsset;
import dev.stagedoor.domain.library.port.VideoAssetLists;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What courses are made of: chapters and lectures in order. */
public final class CurriculumService {
  private final UnitOfWork work;
  private final CourseAccess access;
  private final CurriculumRepository curricula;
  private final LectureVideoService films;
  private final VideoService videos;
  private final LectureVideos lectureVideos;
  private final LectureViews views;
  private final Settings settings;
  private final Ids ids;

  public CurriculumService(
      UnitOfWork work,
      CourseAccess access,
      CurriculumRepository curricula,
      WatchedLectureRepository watchedLectures,
      VideoAssetLists assets,
      LectureVideoService films,
      VideoService videos,
      Settings settings,
      Ids ids) {
    this.work = work;
    this.access = access;
    this.curricula = curricula;
    this.films = films;
    this.videos = videos;
    this.lectureVideos = new LectureVideos(assets);
    this.views = new LectureViews(assets, watchedLectures);
    this.settings = settings;
    this.ids = ids;
  }

  /**
   * Returns what a course is made of to whoever may know of it; drafts to its teacher only,
   * playback to nobody.
   */
  public CurriculumView of(Actor actor, CourseId id) {
    return work.read(
        () -> {
          Course course = access.known(actor, id);
          Curriculum curriculum = curricula.of(id);
          List<LectureView> seen =
              views.of(
                  curriculum.lectures().stream()
                      .filter(lecture -> access.isSeen(actor, course, lecture))
                      .toList(),
                  access.place(actor, id));
          return new CurriculumView(
              in(Optional.empty(), seen),
              curriculum.chapters().stream()
                  .map(chapter -> view(chapter, in(Optional.of(chapter.id()), seen)))
                  .toList());
        });
  }

  private static List<LectureView> in(Optional<ChapterId> chapter, List<LectureView> lectures) {
    return lectures.stream()
        .filter(lecture -> lecture.chapterId().equals(chapter.map(ChapterId::value)))
        .toList();
  }

  private static CurriculumView.ChapterView view(Chapter chapter, List<LectureView> lectures) {
    return new CurriculumView.ChapterView(
        chapter.id().value(), chapter.title(), chapter.position(), lectures);
  }

  /** Adds a chapter, at a place or at the end. */
  public CurriculumView.ChapterView addChapter(
      Actor actor, CourseId course, String title, Optional<Integer> position) {
    ChapterId id = new ChapterId(ids.next());
    return edit(
        actor, course, curriculum -> view(curriculum.addChapter(id, title, position), List.of()));
  }

  /** Changes what is given. */
  public CurriculumView.ChapterView changeChapter(
      Actor actor, ChapterId id, Optional<String> title, Optional<Integer> position) {
    return editChapter(
        actor,
        id,
        curriculum -> {
          Chapter changed = curriculum.changeChapter(id, title, position);
          return view(changed, views.of(curriculum.lecturesOf(Optional.of(id)), Optional.empty()));
        });
  }

  /** Removes a chapter and keeps its lectures. */
  public void removeChapter(Actor actor, ChapterId id) {
    var unused =
        editChapter(
            actor,
            id,
            curriculum -> {
              curriculum.removeChapter(id);
              return id;
            });
  }

  private <T> T editChapter(Actor actor, ChapterId id, Function<Curriculum, T> edit) {
    actor.mustBeSignedIn();
    return work.write(
        () -> edit(actor, curricula.courseOf(id).orElseThrow(DomainException::notFound), edit));
  }

  /** Adds a lecture. */
  public LectureView addLecture(Actor actor, NewLecture wanted) {
    LectureId id = new LectureId(ids.next());
    return edit(
        actor,
        wanted.course(),
        curriculum ->
            views.of(
                curriculum.addLecture(
                    id,
                    wanted.chapter(),
                    wanted.title(),
                    wanted.position(),
                    wanted.isPreview(),
                    wanted.isDraft()),
                Optional.empty()));
  }

  /**
   * Returns a lecture; with playback to who may watch it: its teacher, who is enrolled, and for a
   * preview of a published course everybody.
   *
   * @throws DomainException {@code NOT_ENROLLED} to others that may know of the course
   */
  public LectureView lecture(Actor actor, LectureId id) {
    Found found =
        work.read(
            () -> {
              Lecture lecture = access.watchable(actor, id);
              return new Found(
                  views.of(lecture, access.place(actor, lecture.course())),
                  lectureVideos.of(id).playing());
            });
    return found.video().flatMap(this::playback).map(found.view()::playing).orElse(found.view());
  }

  private record Found(LectureView view, Optional<VideoAsset> video) {}

  /** Signs where a video plays, or returns where it plays for everybody. */
  private Optional<LectureView.Playback> playback(VideoAsset video) {
    return videos
        .playback(video, settings.courses().playbackLife())
        .map(
            signed ->
                new LectureView.Playback(
                    signed.playlist(), signed.thumbnail(), Optional.of(signed.until())))
        .or(
            () ->
                video
                    .playbackUrl()
                    .map(
                        address ->
                            new LectureView.Playback(
                                address, video.thumbnailUrl(), Optional.empty())));
  }

  /** Changes what is given. */
  public LectureView changeLecture(Actor actor, LectureId id, ChangeLecture change) {
    return editLecture(
        actor,
        id,
        curriculum -> {
          Lecture old = curriculum.lecture(id);
          Lecture changed =
              curriculum.changeLecture(
                  change
                      .title()
                      .map(old::titled)
                      .orElse(old)
                      .shown(
                          change.isPreview().orElse(old.isPreview()),
                          change.isDraft().orElse(old.isDraft())));
          return views.of(move(curriculum, changed, change), Optional.empty());
        });
  }

  private static Lecture move(Curriculum curriculum, Lecture lecture, ChangeLecture change) {
    Optional<ChapterId> to =
        change.noChapter() ? Optional.empty() : change.chapter().or(lecture::chapter);
    boolean stays = to.equals(lecture.chapter());
    return stays && change.position().isEmpty()
        ? lecture
        : curriculum.moveLecture(lecture.id(), to, change.position().orElse(Integer.MAX_VALUE));
  }

  /** Removes a lecture with its video. */
  public void removeLecture(Actor actor, LectureId id) {
    var unused =
        editLecture(
            actor,
            id,
            curriculum -> {
              curriculum.removeLecture(id);
              films.remove(id);
              return id;
            });
  }

  private <T> T editLecture(Actor actor, LectureId id, Function<Curriculum, T> edit) {
    return work.write(() -> edit(actor, access.taught(actor, id).course(), edit));
  }

  private <T> T edit(Actor actor, CourseId id, Function<Curriculum, T> edit) {
    return work.write(
        () -> {
          var unused = access.lock(actor, id);
          Curriculum curriculum = curricula.of(id);
          T edited = edit.apply(curriculum);
          curricula.save(curriculum);
          return edited;
        });
  }
}
