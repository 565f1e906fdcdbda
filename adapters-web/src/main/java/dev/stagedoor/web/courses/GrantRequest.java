package dev.stagedoor.web.courses;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** Which payment grants, or grants no more, which course to whom. */
@Serdeable
public record GrantRequest(UUID userId, UUID courseId, UUID paymentId) {}
