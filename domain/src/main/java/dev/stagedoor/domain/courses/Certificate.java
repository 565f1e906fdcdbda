package dev.stagedoor.domain.courses;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says that a student completed a course, in the words of that day: a later change of a name or
 * title does not alter it.
 *
 * <p>Invariants: revoked once is revoked for good; an enrollment has one that is not revoked at
 * most.
 *
 * @param revokedAt when it lost its worth, as the course was paid back
 */
public record Certificate(
    CertificateNumber number,
    EnrollmentId enrollment,
    CourseId course,
    String courseTitle,
    String studentName,
    String teacherName,
    Instant issuedAt,
    @Nullable Instant revokedAt) {
  public boolean isRevoked() {
    return revokedAt != null;
  }

  public Optional<Instant> revoked() {
    return Optional.ofNullable(revokedAt);
  }

  /** Takes its worth away; repeating it changes nothing. */
  public Certificate revoke(Instant now) {
    return isRevoked()
        ? this
        : new Certificate(
            number, enrollment, course, courseTitle, studentName, teacherName, issuedAt, now);
  }
}
