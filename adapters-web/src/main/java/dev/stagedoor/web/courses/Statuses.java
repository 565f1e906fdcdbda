package dev.stagedoor.web.courses;

import dev.stagedoor.domain.courses.Course;
import dev.stagedoor.domain.kernel.DomainException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a course stands, as bodies write it. */
final class Statuses {
  private Statuses() {}

  static Optional<Course.Status> read(@Nullable String code) {
    if (code == null) {
      return Optional.empty();
    }
    for (Course.Status status : Course.Status.values()) {
      if (status.code().equals(code.strip())) {
        return Optional.of(status);
      }
    }
    throw DomainException.invalid("status", "choice");
  }
}
