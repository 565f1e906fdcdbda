package dev.stagedoor.web.courses;

import dev.stagedoor.application.courses.CertificateView;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A certificate, for whoever has its number; one that was revoked is not valid any more. */
@Serdeable
public record CertificateResponse(
    String number,
    boolean valid,
    UUID courseId,
    String courseTitle,
    String studentName,
    String teacherName,
    Instant issuedAt,
    @Nullable Instant revokedAt) {
  static CertificateResponse from(CertificateView view) {
    return new CertificateResponse(
        view.number(),
        view.revokedAt().isEmpty(),
        view.courseId(),
        view.courseTitle(),
        view.studentName(),
        view.teacherName(),
        view.issuedAt(),
        view.revokedAt().orElse(null));
  }
}
