package dev.stagedoor.domain.invoicing;

import java.util.Locale;

/** Where an invoice stands. */
public enum InvoiceStatus {
  /** Being written, or written and not yet brought to the customer. */
  DRAFT,
  /** The customer has its link. */
  SENT,
  PAID,
  VOID,
  /** It could not be written, the customer could not pay, or the provider's total differs. */
  ERROR;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Tells whether nothing more is expected to happen to it. */
  public boolean isOver() {
    return this == PAID || this == VOID;
  }
}
