package dev.stagedoor.domain.memorials;

import java.util.Objects;
import java.util.UUID;

/** Identifies one entry of a guest book. */
public record GuestBookEntryId(UUID value) {
  public GuestBookEntryId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return "gbe_" + value;
  }
}
