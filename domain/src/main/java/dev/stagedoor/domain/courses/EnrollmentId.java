package dev.stagedoor.domain.courses;

import java.util.Objects;
import java.util.UUID;

/** Identifies one student's enrollment in one course. */
public record EnrollmentId(UUID value) {
  public EnrollmentId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return "enr_" + value;
  }
}
