package dev.stagedoor.domain.liveselling;

import java.util.Objects;
import java.util.UUID;

/** Identifies one workspace. */
public record WorkspaceId(UUID value) {
  public WorkspaceId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return "wsp_" + value;
  }
}
