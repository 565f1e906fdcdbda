package dev.stagedoor.web.courses;

import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.CourseSlug;
import dev.stagedoor.domain.kernel.DomainException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** A course that a path names, by its id or by its address. */
final class Named {
  private Named() {}

  static <T> T course(String named, Function<CourseId, T> byId, Function<CourseSlug, T> bySlug) {
    Optional<UUID> id = id(named);
    return id.isPresent() ? byId.apply(new CourseId(id.get())) : bySlug.apply(slug(named));
  }

  private static Optional<UUID> id(String named) {
    try {
      return Optional.of(UUID.fromString(named));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  private static CourseSlug slug(String named) {
    try {
      return new CourseSlug(named);
    } catch (IllegalArgumentException notAnAddress) {
      throw DomainException.notFound();
    }
  }
}
