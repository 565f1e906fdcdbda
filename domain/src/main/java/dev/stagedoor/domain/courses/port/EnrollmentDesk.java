package dev.stagedoor.domain.courses.port;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.payments.PaymentId;

/**
 * Enrolls students for whoever takes their money: in this process, or at a service of its own. All
 * calls may be repeated, and the first two come in any order: a payment that was dropped enrolls
 * again only when it is reinstated.
 */
public interface EnrollmentDesk {
  /**
   * Enrolls a student who has paid. Idempotent by payment.
   *
   * @throws dev.stagedoor.domain.kernel.ProviderException when it is not known to be done; repeat
   * @throws dev.stagedoor.domain.kernel.DomainException {@code NOT_FOUND} when there is no such
   *     course or student
   */
  void complete(UserId student, CourseId course, PaymentId payment);

  /**
   * Ends what was granted for a payment, with its certificate. Idempotent by payment.
   *
   * @throws dev.stagedoor.domain.kernel.ProviderException when it is not known to be done; repeat
   * @throws dev.stagedoor.domain.kernel.DomainException {@code NOT_FOUND} when there is no such
   *     course or student
   */
  void drop(UserId student, CourseId course, PaymentId payment);

  /**
   * Enrolls again for a payment that was dropped, because its money did not go back after all; for
   * one that was not dropped it does what {@code complete} does. Idempotent by payment.
   *
   * @throws dev.stagedoor.domain.kernel.ProviderException when it is not known to be done; repeat
   * @throws dev.stagedoor.domain.kernel.DomainException {@code NOT_FOUND} when there is no such
   *     course or student
   */
  void reinstate(UserId student, CourseId course, PaymentId payment);
}
