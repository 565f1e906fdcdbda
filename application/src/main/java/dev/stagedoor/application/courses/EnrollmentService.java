package dev.stagedoor.application.courses;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.port.EnrollmentDesk;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.payments.PaymentId;

/** Who is enrolled in what. Enrolls for payments that were made here or at a service of its own. */
@SuppressWarnings("DoNotCallSuggester")
public final class EnrollmentService implements EnrollmentDesk {
  /** Lists what the caller is or was enrolled in, the newest first. */
  public Page<EnrollmentView> mine(Actor actor, PageRequest page) {
    throw new UnsupportedOperationException();
  }

  /** Returns the caller's enrollment in a course. */
  public EnrollmentView mine(Actor actor, CourseId course) {
    throw new UnsupportedOperationException();
  }

  /** Enrolls a student who has paid. */
  @Override
  public void complete(UserId student, CourseId course, PaymentId payment) {
    throw new UnsupportedOperationException();
  }

  /** Ends what was granted for a payment, and revokes its certificate. */
  @Override
  public void drop(UserId student, CourseId course, PaymentId payment) {
    throw new UnsupportedOperationException();
  }

  /** Puts back what was dropped, because the money did not go back after all. */
  @Override
  public void reinstate(UserId student, CourseId course, PaymentId payment) {
    throw new UnsupportedOperationException();
  }

  /** Enrolls the caller in a course that costs nothing, in the open unit of work. */
  EnrollmentView enrollFree(Actor actor, CourseId course) {
    throw new UnsupportedOperationException();
  }
}
