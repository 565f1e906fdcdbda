package dev.stagedoor.domain.video;

import java.util.Objects;
import java.util.UUID;

/** Identifies one recording of a live stream. */
public record RecordingId(UUID value) {
  public RecordingId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return "rec_" + value;
  }
}
