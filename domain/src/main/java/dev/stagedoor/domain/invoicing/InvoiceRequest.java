package dev.stagedoor.domain.invoicing;

import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.Money;
import java.time.Duration;
import java.util.List;

/**
 * Asks a provider for an invoice that can be paid. Our id travels with it, so that it is found from
 * the provider's side too; all lines are in one currency.
 *
 * @param memo what the customer reads above the lines
 * @param due how long the customer has
 */
public record InvoiceRequest(
    Merchant merchant,
    InvoiceId invoice,
    Customer customer,
    List<InvoiceLine> lines,
    String memo,
    Duration due,
    IdempotencyKey key) {
  public InvoiceRequest {
    lines = List.copyOf(lines);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("an invoice has one line or more");
    }
  }

  /** Returns the sum of the lines; lines of several currencies cannot be summed. */
  public Money total() {
    return lines.stream().map(InvoiceLine::total).reduce(Money::plus).orElseThrow();
  }
}
