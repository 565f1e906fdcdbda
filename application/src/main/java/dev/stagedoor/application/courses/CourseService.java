package dev.stagedoor.application.courses;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.CourseSlug;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import java.util.Optional;

/** Courses: begun, changed, put on sale and shown. */
@SuppressWarnings("DoNotCallSuggester")
public final class CourseService {
  /**
   * Begins a course, taught by the caller.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code INVALID_VALUE}
   */
  public CourseView create(Actor actor, NewCourse wanted) {
    throw new UnsupportedOperationException();
  }

  /** Lists published courses, those that fit a search where one is given. For everybody. */
  public Page<CourseView> published(Optional<String> search, PageRequest page) {
    throw new UnsupportedOperationException();
  }

  /**
   * Returns a course to whoever may know of it: published to everybody, else to its teacher and its
   * students.
   */
  public CourseView get(Actor actor, CourseId id) {
    throw new UnsupportedOperationException();
  }

  /** Returns a course by its address, to whoever may know of it. */
  public CourseView get(Actor actor, CourseSlug slug) {
    throw new UnsupportedOperationException();
  }

  /** Lists what the caller teaches, and how it does. */
  public Page<CourseFigures> teaching(Actor actor, PageRequest page) {
    throw new UnsupportedOperationException();
  }

  /** Changes what is given. */
  public CourseView change(Actor actor, CourseId id, ChangeCourse change) {
    throw new UnsupportedOperationException();
  }

  /**
   * Removes a course that nobody bought or is enrolled in, with its videos.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code COURSE_HAS_STUDENTS}
   */
  public void remove(Actor actor, CourseId id) {
    throw new UnsupportedOperationException();
  }

  /** Lists who is or was enrolled. For the teacher. */
  public Page<EnrollmentView> students(Actor actor, CourseId id, PageRequest page) {
    throw new UnsupportedOperationException();
  }
}
