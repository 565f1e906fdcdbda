package dev.stagedoor.domain.payments;

import java.util.Objects;
import java.util.UUID;

/** Identifies one refund of a payment. */
public record RefundId(UUID value) {
  public RefundId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return "ref_" + value;
  }
}
