package dev.stagedoor.web.courses;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * Where a student stands now.
 *
 * @param enrollment absent when they never were enrolled
 */
@Serdeable
public record GrantedResponse(@Nullable EnrollmentResponse enrollment) {}
