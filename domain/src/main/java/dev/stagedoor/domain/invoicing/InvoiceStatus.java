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
  /** It could not be written, or the customer tried and could not pay. */
  ERROR;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Tells whether nothing more is expected to happen to it. */
  public boolean isOver() {
    return this == PAID || this == VOID;
  }
}
