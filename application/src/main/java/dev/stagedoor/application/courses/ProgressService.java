package dev.stagedoor.application.courses;

import dev.stagedoor.application.port.CourseQueries;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.CoursesError;
import dev.stagedoor.domain.courses.Enrollment;
import dev.stagedoor.domain.courses.Lecture;
import dev.stagedoor.domain.courses.LectureId;
import dev.stagedoor.domain.courses.Progress;
import dev.stagedoor.domain.courses.WatchedLecture;
import dev.stagedoor.domain.courses.port.CurriculumRepository;
import dev.stagedoor.domain.courses.port.EnrollmentRepository;
import dev.stagedoor.domain.courses.port.WatchedLectureRepository;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.library.port.VideoAssetLists;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How far students are, and what they get at the end. */
public final class ProgressService {
  /** Longer than anybody watches one course. */
  static final Duration MOST_WATCHED = Duration.ofDays(3650);

  private final UnitOfWork work;
  private final CourseAccess access;
  private final CurriculumRepository curricula;
  private final EnrollmentRepository enrollments;
  private final WatchedLectureRepository watchedLectures;
  private final LectureVideos videos;
  private final CertificateService certificates;
  private final CourseQueries queries;
  private final Clock clock;

  public ProgressService(
      UnitOfWork work,
      CourseAccess access,
      CurriculumRepository curricula,
      EnrollmentRepository enrollments,
      WatchedLectureRepository watchedLectures,
      VideoAssetLists assets,
      CertificateService certificates,
      CourseQueries queries,
      Clock clock) {
    this.work = work;
    this.access = access;
    this.curricula = curricula;
    this.enrollments = enrollments;
    this.watchedLectures = watchedLectures;
    this.videos = new LectureVideos(assets);
    this.certificates = certificates;
    this.queries = queries;
    this.clock = clock;
  }

  /**
   * Takes in how far the caller is with a course, as their player reckons; less than is known
   * changes nothing. At the end the course is completed and a certificate issued, once.
   */
  public EnrollmentView learn(Actor actor, CourseId course, Progress progress, Duration watched) {
    UserId student = actor.userId();
    mustBeWithin("totalWatchTime", watched, MOST_WATCHED);
    return work.write(
        () -> {
          Enrollment place = lock(actor, student, course);
          return learn(place, progress, watched, clock.instant());
        });
  }

  /**
   * Takes in where the caller is in a lecture, and reckons from it how far they are with the
   * course: each lecture counts the same.
   *
   * @param watched how much longer they watched since the last call
   */
  public EnrollmentView watch(
      Actor actor, LectureId id, Duration position, boolean isDone, Duration watched) {
    UserId student = actor.userId();
    mustBeWithin("watchedSeconds", watched, WatchedLecture.LONGEST);
    return work.write(
        () -> {
          Lecture lecture = access.known(actor, id);
          Enrollment place = lock(actor, student, lecture.course());
          Instant now = clock.instant();
          Map<LectureId, WatchedLecture> seen = seen(place);
          WatchedLecture reached =
              seen.getOrDefault(id, WatchedLecture.untouched(place.id(), id, now))
                  .at(position, length(videos.of(id)), isDone, now);
          watchedLectures.save(reached);
          seen.put(id, reached);
          Duration inAll = place.watched().plus(watched);
          return learn(
              place,
              reckon(place.course(), seen),
              inAll.compareTo(MOST_WATCHED) > 0 ? MOST_WATCHED : inAll,
              now);
        });
  }

  private Map<LectureId, WatchedLecture> seen(Enrollment place) {
    return watchedLectures.watched(place.id()).stream()
        .collect(Collectors.toMap(WatchedLecture::lecture, Function.identity()));
  }

  private Progress reckon(CourseId course, Map<LectureId, WatchedLecture> seen) {
    List<LectureId> lectures =
        curricula.of(course).lectures().stream()
            .filter(lecture -> !lecture.isDraft())
            .map(Lecture::id)
            .toList();
    if (lectures.isEmpty()) {
      return Progress.NONE;
    }
    long done = 0;
    for (var shown : videos.of(lectures.stream().filter(seen::containsKey).toList()).entrySet()) {
      WatchedLecture watched = Objects.requireNonNull(seen.get(shown.getKey()));
      done += watched.progress(length(shown.getValue())).hundredths();
    }
    return Progress.part(
        done, Math.multiplyExact(lectures.size(), (long) Progress.ALL.hundredths()));
  }

  private static Duration length(LectureVideos.Shown shown) {
    return shown.duration().orElse(Duration.ZERO);
  }

  private EnrollmentView learn(Enrollment place, Progress progress, Duration watched, Instant now) {
    if (place.learn(progress, watched, now)) {
      certificates.issue(place, now);
    }
    enrollments.save(place);
    return view(place);
  }

  /** Begins a course again: where the caller was is forgotten, what was completed stays so. */
  public EnrollmentView reset(Actor actor, CourseId course) {
    UserId student = actor.userId();
    return work.write(
        () -> {
          Enrollment place = lock(actor, student, course);
          place.reset();
          enrollments.save(place);
          watchedLectures.forget(place.id(), Optional.empty());
          return view(place);
        });
  }

  private Enrollment lock(Actor actor, UserId student, CourseId course) {
    var unused = access.known(actor, course);
    Enrollment place =
        enrollments
            .find(course, student)
            .map(enrollments::lock)
            .orElseThrow(() -> new DomainException(CoursesError.NOT_ENROLLED));
    place.mustBeActive();
    return place;
  }

  private EnrollmentView view(Enrollment place) {
    return queries
        .enrollment(place.course(), place.student())
        .orElseThrow(DomainException::notFound);
  }

  private static void mustBeWithin(String field, Duration time, Duration most) {
    if (time.isNegative() || time.compareTo(most) > 0) {
      throw DomainException.invalid(Fault.outside(field, 0, most.toSeconds()));
    }
  }
}
