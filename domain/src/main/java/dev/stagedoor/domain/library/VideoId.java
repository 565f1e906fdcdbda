package dev.stagedoor.domain.library;

import java.util.Objects;
import java.util.UUID;

/** Identifies one video of the library. */
public record VideoId(UUID value) {
  public VideoId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return "vid_" + value;
  }
}
