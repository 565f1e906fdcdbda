package dev.stagedoor.domain.auth;

import java.util.Objects;
import java.util.UUID;

/** Identifies one account of ours, whichever identity provider holds its password. */
public record UserId(UUID value) {
  public UserId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return "usr_" + value;
  }
}
