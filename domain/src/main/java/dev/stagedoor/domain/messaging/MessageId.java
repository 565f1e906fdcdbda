package dev.stagedoor.domain.messaging;

import java.util.Objects;
import java.util.UUID;

/** Identifies one message to one person. */
public record MessageId(UUID value) {
  public MessageId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return "msg_" + value;
  }
}
