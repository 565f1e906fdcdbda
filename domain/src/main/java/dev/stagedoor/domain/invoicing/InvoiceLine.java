package dev.stagedoor.domain.invoicing;

import dev.stagedoor.domain.kernel.Money;

/** One line of an invoice: {@code quantity} pieces at {@code price} each; a price may be zero. */
public record InvoiceLine(String description, int quantity, Money price) {
  public InvoiceLine {
    if (description.isBlank() || description.length() > 500) {
      throw new IllegalArgumentException("a line's description has 1 to 500 characters");
    }
    if (quantity < 1) {
      throw new IllegalArgumentException("a line has one piece or more");
    }
    if (price.minor() < 0) {
      throw new IllegalArgumentException("a price cannot be negative");
    }
  }

  /** Returns what the whole line costs. */
  public Money total() {
    return price.times(quantity);
  }
}
