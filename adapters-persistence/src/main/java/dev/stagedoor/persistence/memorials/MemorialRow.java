package dev.stagedoor.persistence.memorials;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Phone;
import dev.stagedoor.domain.memorials.Memorial;
import dev.stagedoor.domain.memorials.MemorialId;
import dev.stagedoor.domain.memorials.Slug;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("memorials")
record MemorialRow(
    @Id UUID id,
    String slug,
    UUID ownerId,
    @Nullable UUID directorId,
    String familyPhone,
    String lovedOneName,
    String customText,
    @Nullable String imageUrl,
    boolean isPublic,
    Instant createdAt,
    Instant updatedAt,
    @Version long version) {

  static MemorialRow from(Memorial.Snapshot memorial) {
    UserId director = memorial.director();
    return new MemorialRow(
        memorial.id().value(),
        memorial.slug().value(),
        memorial.owner().value(),
        director == null ? null : director.value(),
        memorial.familyPhone().value(),
        memorial.lovedOneName(),
        memorial.customText(),
        memorial.imageUrl(),
        memorial.isPublic(),
        memorial.createdAt(),
        memorial.updatedAt(),
        memorial.version());
  }

  Memorial toDomain() {
    return Memorial.restore(
        new Memorial.Snapshot(
            new MemorialId(id),
            new Slug(slug),
            new UserId(ownerId),
            directorId == null ? null : new UserId(directorId),
            new Phone(familyPhone),
            lovedOneName,
            customText,
            imageUrl,
            isPublic,
            createdAt,
            updatedAt,
            version));
  }
}
