package dev.stagedoor.domain.liveselling;

import java.util.Objects;
import java.util.UUID;

/** Identifies one item of a show. */
public record ItemId(UUID value) {
  public ItemId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return "item_" + value;
  }
}
