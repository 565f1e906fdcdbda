package dev.stagedoor.domain.invoicing;

/**
 * What is wrong with an invoice.
 *
 * @param kind what went wrong
 * @param code the provider's own code, for the merchant; may be blank
 */
public record InvoiceProblem(Kind kind, String code) {
  /** What went wrong. */
  public enum Kind {
    /** There is nothing to pay: no line has a price. */
    NOTHING_TO_PAY,
    /** The provider refused to write it. */
    REFUSED,
    /** The provider does not take the merchant's key or leave. */
    NOT_AUTHORISED,
    /** Customer tried to pay and could not. */
    PAYMENT_FAILED
  }
}
