package dev.stagedoor.web.courses;

import dev.stagedoor.application.courses.EnrollmentView;
import io.micronaut.serde.annotation.Serdeable;

/** It was paid, and this is what it was paid for. */
@Serdeable
public record VerifiedResponse(String status, EnrollmentResponse enrollment) {
  static VerifiedResponse of(EnrollmentView enrollment) {
    return new VerifiedResponse("completed", EnrollmentResponse.from(enrollment));
  }
}
