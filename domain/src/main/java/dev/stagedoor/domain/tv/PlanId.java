package dev.stagedoor.domain.tv;

import java.util.Objects;
import java.util.UUID;

/** Identifies one plan. */
public record PlanId(UUID value) {
  public PlanId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return "plan_" + value;
  }
}
