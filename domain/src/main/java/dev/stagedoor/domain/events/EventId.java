package dev.stagedoor.domain.events;

import java.util.Objects;
import java.util.UUID;

/** Identifies one event. */
public record EventId(UUID value) {
  public EventId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return "event_" + value;
  }
}
