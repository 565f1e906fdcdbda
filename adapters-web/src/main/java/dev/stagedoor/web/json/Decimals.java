package dev.stagedoor.web.json;

import dev.stagedoor.application.language.Amounts;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Money;
import java.math.BigDecimal;
import java.util.Currency;

/** Reads and writes money as decimals in major units. */
public final class Decimals {
  private Decimals() {}

  /** Returns the amount as it stands in a body: {@code 99.99}. */
  public static BigDecimal of(Money money) {
    return Amounts.major(money);
  }

  /**
   * Reads an amount from a body; nothing is rounded.
   *
   * @throws DomainException {@code INVALID_VALUE} when it is written with more decimals than the
   *     currency has, or is more than can be
   */
  public static Money read(String field, BigDecimal amount, Currency currency) {
    int digits = Math.max(0, currency.getDefaultFractionDigits());
    try {
      // Only the scale moves, so that 1e999999999 is refused before its digits are written out.
      return new Money(amount.scaleByPowerOfTen(digits).longValueExact(), currency);
    } catch (ArithmeticException tooFineOrTooMuch) {
      throw DomainException.invalid(field, amount.scale() > digits ? "decimals" : "range");
    }
  }
}
