package dev.stagedoor.persistence.invoicing;

import dev.stagedoor.domain.invoicing.InvoiceLine;
import dev.stagedoor.domain.kernel.Money;
import io.micronaut.serde.annotation.Serdeable;

/** A line inside the row of its invoice, whose currency it is in. */
@Serdeable
public record InvoiceLineJson(String description, int quantity, long priceMinor) {

  static InvoiceLineJson from(InvoiceLine line) {
    return new InvoiceLineJson(line.description(), line.quantity(), line.price().minor());
  }

  InvoiceLine toDomain(String currency) {
    return new InvoiceLine(description, quantity, Money.of(priceMinor, currency));
  }
}
