package dev.stagedoor.application.courses;

import dev.stagedoor.application.port.CourseQueries;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.courses.Course;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.CourseSlug;
import dev.stagedoor.domain.courses.CoursesError;
import dev.stagedoor.domain.courses.Curriculum;
import dev.stagedoor.domain.courses.Lecture;
import dev.stagedoor.domain.courses.port.CourseRepository;
import dev.stagedoor.domain.courses.port.CurriculumRepository;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** Courses: begun, changed, put on sale and shown. */
public final class CourseService {
  private static final int SLUG_ATTEMPTS = 1000;

  private final UnitOfWork work;
  private final CourseRepository courses;
  private final CurriculumRepository curricula;
  private final CourseAccess access;
  private final CourseQueries queries;
  private final LectureVideoService videos;
  private final Clock clock;
  private final Ids ids;

  public CourseService(
      UnitOfWork work,
      CourseRepository courses,
      CurriculumRepository curricula,
      CourseAccess access,
      CourseQueries queries,
      LectureVideoService videos,
      Clock clock,
      Ids ids) {
    this.work = work;
    this.courses = courses;
    this.curricula = curricula;
    this.access = access;
    this.queries = queries;
    this.videos = videos;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Begins a course, taught by the caller.
   *
   * @throws DomainException {@code INVALID_VALUE}
   */
  public CourseView create(Actor actor, NewCourse wanted) {
    UserId teacher = actor.userId();
    return work.write(() -> add(new CourseId(ids.next()), teacher, wanted));
  }

  private CourseView add(CourseId id, UserId teacher, NewCourse wanted) {
    Instant now = clock.instant();
    for (int attempt = 1; attempt <= SLUG_ATTEMPTS; attempt++) {
      Course course =
          Course.draft(
              id,
              CourseSlug.of(wanted.title(), attempt),
              teacher,
              wanted.title(),
              wanted.description(),
              wanted.price(),
              now);
      course.change(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(wanted.status()), now);
      if (courses.add(course)) {
        return view(id);
      }
    }
    throw new IllegalStateException("no free slug for a course after " + SLUG_ATTEMPTS);
  }

  /**
   * Lists published courses, those that fit a search where one is given. For everybody.
   *
   * @throws DomainException {@code INVALID_VALUE} when the search is longer than any title
   */
  public Page<CourseView> published(Optional<String> search, PageRequest page) {
    Optional<String> words = search.map(String::strip).filter(Predicate.not(String::isEmpty));
    if (words.filter(text -> text.length() > Course.MAX_TITLE).isPresent()) {
      throw DomainException.invalid(Fault.longerThan("search", Course.MAX_TITLE));
    }
    return work.read(() -> queries.published(words, page));
  }

  /**
   * Returns a course to whoever may know of it: published to everybody, else to its teacher and its
   * students.
   */
  public CourseView get(Actor actor, CourseId id) {
    return work.read(() -> view(access.known(actor, id).id()));
  }

  /** Returns a course by its address, to whoever may know of it. */
  public CourseView get(Actor actor, CourseSlug slug) {
    return work.read(
        () -> {
          CourseView found = queries.course(slug).orElseThrow(DomainException::notFound);
          var unused = access.known(actor, new CourseId(found.id()));
          return found;
        });
  }

  /** Lists what the caller teaches, and how it does. */
  public Page<CourseFigures> teaching(Actor actor, PageRequest page) {
    UserId teacher = actor.userId();
    return work.read(() -> queries.teaching(teacher, page));
  }

  /** Changes what is given. */
  public CourseView change(Actor actor, CourseId id, ChangeCourse change) {
    return work.write(
        () -> {
          Course course = access.lock(actor, id);
          course.change(
              change.title(),
              change.description(),
              change.price(),
              change.status(),
              clock.instant());
          courses.save(course);
          return view(id);
        });
  }

  /**
   * Removes a course that nobody wanted to buy or was ever enrolled in, with its videos.
   *
   * @throws DomainException {@code COURSE_HAS_STUDENTS}
   */
  public void remove(Actor actor, CourseId id) {
    work.run(
        () -> {
          var unused = access.lock(actor, id);
          Curriculum curriculum = curricula.of(id);
          if (!courses.remove(id)) {
            throw new DomainException(CoursesError.COURSE_HAS_STUDENTS);
          }
          for (Lecture lecture : curriculum.lectures()) {
            videos.remove(lecture.id());
          }
        });
  }

  /** Lists who is or was enrolled. For the teacher. */
  public Page<EnrollmentView> students(Actor actor, CourseId id, PageRequest page) {
    return work.read(() -> queries.students(access.taught(actor, id).id(), page));
  }

  private CourseView view(CourseId id) {
    return queries.course(id).orElseThrow(DomainException::notFound);
  }
}
