package dev.stagedoor.domain.notifications;

import java.util.Objects;
import java.util.UUID;

/** Identifies one notification. */
public record NotificationId(UUID value) {
  public NotificationId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return "ntf_" + value;
  }
}
