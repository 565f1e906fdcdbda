package dev.stagedoor.domain.courses.port;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.payments.PaymentId;

/**
 * Enrolls students for whoever takes their money: in this process, or at a service of its own. Both
 * calls may be repeated and come in any order: a payment that was dropped never enrolls again.
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
}
