package dev.stagedoor.domain.courses;

import java.util.Objects;
import java.util.UUID;

/** Identifies one course. */
public record CourseId(UUID value) {
  public CourseId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return "course_" + value;
  }
}
