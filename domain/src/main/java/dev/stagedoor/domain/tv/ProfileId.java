package dev.stagedoor.domain.tv;

import java.util.Objects;
import java.util.UUID;

/** Identifies one viewing profile. */
public record ProfileId(UUID value) {
  public ProfileId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return "prof_" + value;
  }
}
