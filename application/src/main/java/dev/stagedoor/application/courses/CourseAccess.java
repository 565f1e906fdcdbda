package dev.stagedoor.application.courses;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.courses.Course;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.CoursesError;
import dev.stagedoor.domain.courses.Enrollment;
import dev.stagedoor.domain.courses.Lecture;
import dev.stagedoor.domain.courses.LectureId;
import dev.stagedoor.domain.courses.port.CourseRepository;
import dev.stagedoor.domain.courses.port.CurriculumRepository;
import dev.stagedoor.domain.courses.port.EnrollmentRepository;
import dev.stagedoor.domain.kernel.DomainException;
import java.util.Optional;

/**
 * Decides who may know of which course and lecture, who may change them, and who may watch. All
 * methods need an open unit of work.
 */
public final class CourseAccess {
  private final CourseRepository courses;
  private final CurriculumRepository curricula;
  private final EnrollmentRepository enrollments;

  public CourseAccess(
      CourseRepository courses, CurriculumRepository curricula, EnrollmentRepository enrollments) {
    this.courses = courses;
    this.curricula = curricula;
    this.enrollments = enrollments;
  }

  /** Returns a course to whoever may know of it; for all others there is none. */
  Course known(Actor actor, CourseId id) {
    return courses
        .find(id)
        .filter(
            course ->
                course.status() == Course.Status.PUBLISHED
                    || course.isTaughtBy(actor)
                    || place(actor, course.id()).isPresent())
        .orElseThrow(DomainException::notFound);
  }

  /**
   * Returns a course to its teacher. A visitor must sign in; who else may know of it is told that
   * it is not theirs.
   */
  Course taught(Actor actor, CourseId id) {
    actor.mustBeSignedIn();
    return taught(actor, known(actor, id));
  }

  private static Course taught(Actor actor, Course course) {
    if (!course.isTaughtBy(actor)) {
      throw DomainException.notAllowed();
    }
    return course;
  }

  /** Returns and locks a course for its teacher. */
  Course lock(Actor actor, CourseId id) {
    var unused = taught(actor, id);
    return courses.lock(id).orElseThrow(DomainException::notFound);
  }

  /** Returns the place that the caller has in a course; none that was dropped. */
  Optional<Enrollment> place(Actor actor, CourseId course) {
    return actor
        .user()
        .flatMap(student -> enrollments.find(course, student))
        .filter(Enrollment::isActive);
  }

  /** Tells whether a lecture of a course is shown to whoever may know of the course. */
  boolean isSeen(Actor actor, Course course, Lecture lecture) {
    return !lecture.isDraft() || course.isTaughtBy(actor);
  }

  /** Returns a lecture to whoever may know of it; for all others there is none. */
  Lecture known(Actor actor, LectureId id) {
    Lecture lecture = find(id);
    var unused = seen(actor, lecture);
    return lecture;
  }

  private Lecture find(LectureId id) {
    return curricula.find(id).orElseThrow(DomainException::notFound);
  }

  private Course seen(Actor actor, Lecture lecture) {
    Course course = known(actor, lecture.course());
    if (!isSeen(actor, course, lecture)) {
      throw DomainException.notFound();
    }
    return course;
  }

  /** Returns a lecture to its teacher. */
  Lecture taught(Actor actor, LectureId id) {
    actor.mustBeSignedIn();
    Lecture lecture = find(id);
    var unused = taught(actor, seen(actor, lecture));
    return lecture;
  }

  /** Returns a lecture to its teacher, and locks its course. */
  Lecture lock(Actor actor, LectureId id) {
    var unused = lock(actor, taught(actor, id).course());
    return find(id);
  }

  /**
   * Returns a lecture to whoever may watch it: its teacher, who is enrolled, and for a preview of a
   * published course everybody. Who else may know of it must sign in, or is told to enroll.
   *
   * @throws DomainException {@code NOT_ENROLLED}
   */
  Lecture watchable(Actor actor, LectureId id) {
    Lecture lecture = find(id);
    Course course = seen(actor, lecture);
    if (!lecture.isPreview() || course.status() != Course.Status.PUBLISHED) {
      mustBeIn(actor, course);
    }
    return lecture;
  }

  /**
   * Returns a lecture to its teacher and who is enrolled, preview or not.
   *
   * @throws DomainException {@code NOT_ENROLLED}
   */
  Lecture studied(Actor actor, LectureId id) {
    Lecture lecture = find(id);
    mustBeIn(actor, seen(actor, lecture));
    return lecture;
  }

  private void mustBeIn(Actor actor, Course course) {
    if (course.isTaughtBy(actor)) {
      return;
    }
    actor.mustBeSignedIn();
    if (place(actor, course.id()).isEmpty()) {
      throw new DomainException(CoursesError.NOT_ENROLLED);
    }
  }
}
