package dev.stagedoor.domain.liveselling;

import java.util.Objects;
import java.util.UUID;

/** Identifies one integration of a workspace; it is the account part of its webhooks' address. */
public record IntegrationId(UUID value) {
  public IntegrationId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return "int_" + value;
  }
}
