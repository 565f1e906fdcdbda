package dev.stagedoor.web.memorials;

import dev.stagedoor.application.memorials.DirectorView;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;

/** A funeral director as an admin sees it. */
@Serdeable
public record DirectorResponse(
    UUID userId,
    String email,
    String name,
    String company,
    String phone,
    String status,
    Instant registeredAt) {
  static DirectorResponse from(DirectorView director) {
    return new DirectorResponse(
        director.userId(),
        director.email(),
        director.name(),
        director.company(),
        director.phone(),
        director.status(),
        director.registeredAt());
  }
}
