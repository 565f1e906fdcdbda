package dev.stagedoor.domain.invoicing;

import dev.stagedoor.domain.kernel.EmailAddress;
import java.util.Optional;

/**
 * Whom an invoice is for.
 *
 * @param reference the merchant's own name for the customer; the same reference is the same
 *     customer
 */
public record Customer(String reference, String name, Optional<EmailAddress> email) {
  public Customer {
    if (reference.isBlank() || reference.length() > 255) {
      throw new IllegalArgumentException("a customer's reference has 1 to 255 characters");
    }
  }

  @Override
  public String toString() {
    return "customer " + reference;
  }
}
