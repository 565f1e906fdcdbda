package dev.stagedoor.domain.courses;

import java.util.Objects;
import java.util.UUID;

/** Identifies one chapter of a course. */
public record ChapterId(UUID value) {
  public ChapterId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return "chap_" + value;
  }
}
