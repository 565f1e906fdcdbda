package dev.stagedoor.domain.courses;

import java.util.Objects;
import java.util.UUID;

/** Identifies one lecture of a course. */
public record LectureId(UUID value) {
  public LectureId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return "lect_" + value;
  }
}
