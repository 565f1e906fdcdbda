package dev.stagedoor.domain.liveselling;

import java.util.Objects;
import java.util.UUID;

/** Identifies one claim. */
public record ClaimId(UUID value) {
  public ClaimId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return "claim_" + value;
  }
}
