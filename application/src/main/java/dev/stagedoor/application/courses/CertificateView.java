package dev.stagedoor.application.courses;

import dev.stagedoor.domain.courses.Certificate;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A certificate as anybody sees it who has its number. */
public record CertificateView(
    String number,
    UUID courseId,
    String courseTitle,
    String studentName,
    String teacherName,
    Instant issuedAt,
    Optional<Instant> revokedAt) {
  public static CertificateView of(Certificate certificate) {
    return new CertificateView(
        certificate.number().value(),
        certificate.course().value(),
        certificate.courseTitle(),
        certificate.studentName(),
        certificate.teacherName(),
        certificate.issuedAt(),
        certificate.revoked());
  }
}
