package dev.stagedoor.domain.tv;

import java.util.Objects;
import java.util.UUID;

/** Identifies one client of a reseller. */
public record ClientId(UUID value) {
  public ClientId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return "client_" + value;
  }
}
