package dev.stagedoor.web.memorials;

import dev.stagedoor.application.Settings;
import dev.stagedoor.application.memorials.MemorialView;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A memorial, with the address of its page. */
@Serdeable
public record MemorialResponse(
    UUID id,
    String lovedOneName,
    String fullSlug,
    String memorialUrl,
    UUID ownerId,
    @Nullable UUID directorId,
    @Nullable String familyPhone,
    String customText,
    @Nullable String imageUrl,
    boolean isPublic,
    Instant createdAt,
    Instant updatedAt,
    long version) {
  static MemorialResponse from(MemorialView memorial, Settings settings) {
    return new MemorialResponse(
        memorial.id(),
        memorial.lovedOneName(),
        memorial.fullSlug(),
        settings.link("/" + memorial.fullSlug()).toASCIIString(),
        memorial.ownerId(),
        memorial.directorId().orElse(null),
        memorial.familyPhone().isEmpty() ? null : memorial.familyPhone(),
        memorial.customText(),
        memorial.imageUrl().orElse(null),
        memorial.isPublic(),
        memorial.createdAt(),
        memorial.updatedAt(),
        memorial.version());
  }
}
