package dev.stagedoor.domain.memorials;

import java.util.Objects;
import java.util.UUID;

/** Identifies one memorial. */
public record MemorialId(UUID value) {
  public MemorialId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return "mem_" + value;
  }
}
