package dev.stagedoor.domain.invoicing;

import dev.stagedoor.domain.kernel.Money;
import java.math.BigDecimal;

/**
 * What is wrong with an invoice.
 *
 * @param kind what went wrong
 * @param code the provider's own code, or its total where that differs, for the merchant; may be
 *     blank
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
    PAYMENT_FAILED,
    /** The provider asks for, or took, another total than the lines add up to. */
    TOTAL_DIFFERS
  }

  static InvoiceProblem totalDiffers(Money told) {
    int digits = Math.max(0, told.currency().getDefaultFractionDigits());
    return new InvoiceProblem(
        Kind.TOTAL_DIFFERS,
        BigDecimal.valueOf(told.minor(), digits).toPlainString()
            + " "
            + told.currency().getCurrencyCode());
  }
}
