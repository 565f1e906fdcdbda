package dev.stagedoor.web.courses;

import io.micronaut.serde.annotation.Serdeable;

/** Where a student stands now. */
@Serdeable
public record GrantedResponse(EnrollmentResponse enrollment) {}
