package dev.stagedoor.domain.payments;

import java.util.Objects;
import java.util.UUID;

/** Identifies one payment: one amount that one payer owes for one subject. */
public record PaymentId(UUID value) {
  public PaymentId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return "pay_" + value;
  }
}
