package dev.stagedoor.web.courses;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** Where a student stands now, and the certificate once they have one. */
@Serdeable
public record LearnedResponse(
    EnrollmentResponse enrollment, @Nullable CertificateResponse certificate) {}
