package dev.stagedoor.domain.video;

import java.util.Objects;
import java.util.UUID;

/** Identifies one live stream. */
public record LiveStreamId(UUID value) {
  public LiveStreamId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return "str_" + value;
  }
}
