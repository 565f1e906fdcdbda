package dev.stagedoor.domain.liveselling;

import java.util.Objects;
import java.util.UUID;

/** Identifies one try to bring an invoice to its buyer. */
public record DeliveryId(UUID value) {
  public DeliveryId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return "dlv_" + value;
  }
}
