package dev.stagedoor.domain.storage;

import java.util.Objects;
import java.util.UUID;

/** Identifies one file that somebody sends. */
public record FileId(UUID value) {
  public FileId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return "file_" + value;
  }
}
