package dev.stagedoor.application.courses;

import dev.stagedoor.domain.courses.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A student's place in a course; the status is the code of its enum.
 *
 * @param certificateNumber of the certificate that is not revoked
 */
public record EnrollmentView(
    UUID id,
    UUID courseId,
    String courseSlug,
    String courseTitle,
    UUID studentId,
    String studentName,
    String status,
    Progress progress,
    Duration watched,
    Optional<UUID> paymentId,
    Instant enrolledAt,
    Optional<Instant> completedAt,
    Optional<Instant> droppedAt,
    Optional<String> certificateNumber) {}
