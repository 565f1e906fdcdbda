package dev.stagedoor.domain.audit;

import java.util.Objects;
import java.util.UUID;

/** Identifies one entry of the record. */
public record AuditId(UUID value) {
  public AuditId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return "aud_" + value;
  }
}
