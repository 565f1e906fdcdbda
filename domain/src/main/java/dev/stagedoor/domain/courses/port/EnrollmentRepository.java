package dev.stagedoor.domain.courses.port;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.Enrollment;
import java.util.Optional;

/** Keeps enrollments. All methods need an open unit of work. */
public interface EnrollmentRepository {
  Optional<Enrollment> find(CourseId course, UserId student);

  /**
   * Locks the place of a student in a course until the unit of work ends; where there is none,
   * {@code place} is stored first. Of concurrent calls for one pair exactly one place comes to be.
   */
  Enrollment lock(Enrollment place);

  /**
   * Updates.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code STALE_VERSION} when it was changed
   *     meanwhile
   */
  void save(Enrollment enrollment);
}
