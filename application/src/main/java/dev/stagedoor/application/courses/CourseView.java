package dev.stagedoor.application.courses;

import dev.stagedoor.domain.kernel.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A course as people see it; the status is the code of its enum.
 *
 * @param enrollmentCount how many are enrolled now
 * @param lectureCount how many lectures there are that are not drafts
 */
public record CourseView(
    UUID id,
    String slug,
    String title,
    String description,
    Money price,
    String status,
    UUID teacherId,
    String teacherName,
    long enrollmentCount,
    long lectureCount,
    Optional<Instant> publishedAt,
    Instant createdAt,
    Instant updatedAt) {}
