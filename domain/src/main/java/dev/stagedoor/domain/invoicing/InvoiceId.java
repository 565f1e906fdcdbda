package dev.stagedoor.domain.invoicing;

import java.util.Objects;
import java.util.UUID;

/** Identifies one invoice: what one merchant asks of one customer. */
public record InvoiceId(UUID value) {
  public InvoiceId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return "inv_" + value;
  }
}
