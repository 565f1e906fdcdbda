package dev.stagedoor.domain.liveselling;

import java.util.Objects;
import java.util.UUID;

/** Identifies one show. */
public record ShowId(UUID value) {
  public ShowId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return "show_" + value;
  }
}
