package dev.stagedoor.application.memorials;

import dev.stagedoor.domain.memorials.Memorial;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A memorial as those who run it see it. */
public record MemorialView(
    UUID id,
    String fullSlug,
    String lovedOneName,
    UUID ownerId,
    Optional<UUID> directorId,
    String familyPhone,
    String customText,
    Optional<String> imageUrl,
    boolean isPublic,
    Instant createdAt,
    Instant updatedAt,
    long version) {
  static MemorialView of(Memorial memorial) {
    return new MemorialView(
        memorial.id().value(),
        memorial.slug().value(),
        memorial.lovedOneName(),
        memorial.owner().value(),
        memorial.director().map(director -> director.value()),
        memorial.familyPhone().value(),
        memorial.customText(),
        memorial.imageUrl(),
        memorial.isPublic(),
        memorial.createdAt(),
        memorial.updatedAt(),
        memorial.version());
  }
}
