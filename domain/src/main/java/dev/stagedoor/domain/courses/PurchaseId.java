package dev.stagedoor.domain.courses;

import java.util.Objects;
import java.util.UUID;

/** Identifies one wish to buy a course. */
public record PurchaseId(UUID value) {
  public PurchaseId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return "purch_" + value;
  }
}
