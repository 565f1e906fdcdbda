package dev.stagedoor.web.pages.courses;

import dev.stagedoor.application.courses.CoursePaymentView;
import dev.stagedoor.application.courses.CourseView;
import dev.stagedoor.application.courses.EnrollmentView;
import dev.stagedoor.domain.kernel.Page;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Who is or was enrolled in a course.
 *
 * @param payments what they paid, by id
 */
public record StudentsPage(
    CourseView course, Page<EnrollmentView> students, Map<UUID, CoursePaymentView> payments) {
  /** Returns what a student paid last; nothing for who came in for free. */
  public Optional<CoursePaymentView> payment(EnrollmentView student) {
    return student.paymentId().flatMap(id -> Optional.ofNullable(payments.get(id)));
  }
}
