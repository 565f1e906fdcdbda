package dev.stagedoor.domain.contract;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.courses.CourseId;

/** What is behind an enrollment desk. */
public interface EnrollmentWorld {
  /** Makes an account that is enrolled in nothing. */
  UserId aStudent();

  /** Makes a course that is on sale. */
  CourseId aCourse();

  boolean isEnrolled(UserId student, CourseId course);
}
