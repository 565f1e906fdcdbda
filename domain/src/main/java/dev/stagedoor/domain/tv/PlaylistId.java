package dev.stagedoor.domain.tv;

import java.util.Objects;
import java.util.UUID;

/** Identifies one playlist. */
public record PlaylistId(UUID value) {
  public PlaylistId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return "list_" + value;
  }
}
