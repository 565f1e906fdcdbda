package dev.stagedoor.application.courses;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.LectureId;
import dev.stagedoor.domain.courses.Progress;
import java.time.Duration;

/** How far students are, and what they get at the end. */
@SuppressWarnings("DoNotCallSuggester")
public final class ProgressService {
  /**
   * Takes in how far the caller is with a course, as their player reckons; less than is known
   * changes nothing. At the end the course is completed and a certificate issued, once.
   */
  public EnrollmentView learn(Actor actor, CourseId course, Progress progress, Duration watched) {
    throw new UnsupportedOperationException();
  }

  /**
   * Takes in where the caller is in a lecture, and reckons from it how far they are with the
   * course: each lecture counts the same.
   *
   * @param watched how much longer they watched since the last call
   */
  public EnrollmentView watch(
      Actor actor, LectureId lecture, Duration position, boolean isDone, Duration watched) {
    throw new UnsupportedOperationException();
  }

  /** Begins a course again: where the caller was is forgotten, what was completed stays so. */
  public EnrollmentView reset(Actor actor, CourseId course) {
    throw new UnsupportedOperationException();
  }
}
