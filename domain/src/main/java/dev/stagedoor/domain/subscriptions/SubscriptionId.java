package dev.stagedoor.domain.subscriptions;

import java.util.Objects;
import java.util.UUID;

/** Identifies one subscription of one person. */
public record SubscriptionId(UUID value) {
  public SubscriptionId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return "sub_" + value;
  }
}
