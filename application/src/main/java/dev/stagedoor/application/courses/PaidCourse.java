package dev.stagedoor.application.courses;

import dev.stagedoor.domain.courses.Course;
import dev.stagedoor.domain.payments.PaymentId;
import java.util.UUID;

/** A payment, and the course that it is for. */
public record PaidCourse(PaymentId payment, UUID courseId, String courseSlug, String courseTitle) {
  static PaidCourse of(PaymentId payment, Course course) {
    return new PaidCourse(payment, course.id().value(), course.slug().value(), course.title());
  }
}
