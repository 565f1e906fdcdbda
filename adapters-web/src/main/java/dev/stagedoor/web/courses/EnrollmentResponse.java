package dev.stagedoor.web.courses;

import dev.stagedoor.application.courses.EnrollmentView;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A student's place in a course. */
@Serdeable
public record EnrollmentResponse(
    UUID id,
    UUID courseId,
    String courseSlug,
    String courseTitle,
    UUID studentId,
    String studentName,
    String status,
    BigDecimal progressPercentage,
    long totalWatchTime,
    @Nullable UUID paymentId,
    Instant enrolledAt,
    @Nullable Instant completedAt,
    @Nullable Instant droppedAt,
    @Nullable String certificateNumber) {
  static EnrollmentResponse from(EnrollmentView view) {
    return new EnrollmentResponse(
        view.id(),
        view.courseId(),
        view.courseSlug(),
        view.courseTitle(),
        view.studentId(),
        view.studentName(),
        view.status(),
        BigDecimal.valueOf(view.progress().hundredths(), 2),
        view.watched().toSeconds(),
        view.paymentId().orElse(null),
        view.enrolledAt(),
        view.completedAt().orElse(null),
        view.droppedAt().orElse(null),
        view.certificateNumber().orElse(null));
  }
}
