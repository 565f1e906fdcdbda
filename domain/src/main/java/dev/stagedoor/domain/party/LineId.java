package dev.stagedoor.domain.party;

import java.util.Objects;
import java.util.UUID;

/** Identifies what somebody wrote in a watch party. */
public record LineId(UUID value) {
  public LineId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return "line_" + value;
  }
}
