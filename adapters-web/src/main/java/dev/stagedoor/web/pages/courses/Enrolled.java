package dev.stagedoor.web.pages.courses;

import dev.stagedoor.application.courses.EnrollmentService;
import dev.stagedoor.application.courses.EnrollmentView;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.CoursesError;
import dev.stagedoor.domain.courses.Enrollment;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Finds the place a reader has in a course. */
@Singleton
final class Enrolled {
  private final EnrollmentService enrollments;

  Enrolled(EnrollmentService enrollments) {
    this.enrollments = enrollments;
  }

  /** Returns the enrollment of a reader who has one that was not dropped. */
  Optional<EnrollmentView> in(Actor actor, CourseId course) {
    if (!actor.isSignedIn()) {
      return Optional.empty();
    }
    try {
      return Optional.of(enrollments.mine(actor, course))
          .filter(one -> !one.status().equals(Enrollment.Status.DROPPED.code()));
    } catch (DomainException none) {
      if (none.code() == CoursesError.NOT_ENROLLED || none.code() == CommonError.NOT_FOUND) {
        return Optional.empty();
      }
      throw none;
    }
  }
}
