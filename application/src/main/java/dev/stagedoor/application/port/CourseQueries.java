package dev.stagedoor.application.port;

import dev.stagedoor.application.courses.CourseFigures;
import dev.stagedoor.application.courses.CourseView;
import dev.stagedoor.application.courses.EnrollmentView;
import dev.stagedoor.application.courses.PaidCourse;
import dev.stagedoor.application.courses.ProfileView;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.CourseSlug;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.payments.PaymentId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The read side of courses. All methods need an open unit of work. A place in a course that nobody
 * ever took is not shown.
 */
public interface CourseQueries {
  /**
   * Lists published courses, the newest first; with a search those first whose title fits best.
   * Words are found in titles, descriptions and teachers' names, in any case and from their
   * beginning.
   */
  Page<CourseView> published(Optional<String> search, PageRequest page);

  Optional<CourseView> course(CourseId id);

  Optional<CourseView> course(CourseSlug slug);

  /** Lists what a teacher teaches, drafts too, the newest first, with how it does. */
  Page<CourseFigures> teaching(UserId teacher, PageRequest page);

  /** Lists what a student is or was enrolled in, the newest first. */
  Page<EnrollmentView> enrollments(UserId student, PageRequest page);

  Optional<EnrollmentView> enrollment(CourseId course, UserId student);

  /** Lists who is or was enrolled in a course, the newest first. */
  Page<EnrollmentView> students(CourseId course, PageRequest page);

  /** Returns somebody's profile with what they sell, as {@code viewer} sees it. */
  Optional<ProfileView> profile(UserId user, Optional<UserId> viewer);

  /** Lists the payments of a payer for courses, the newest first. */
  Page<PaidCourse> payments(UserId payer, PageRequest page);

  /** Returns those of these payments that are for one course, in any order. */
  List<PaidCourse> payments(CourseId course, Collection<PaymentId> wanted);
}
