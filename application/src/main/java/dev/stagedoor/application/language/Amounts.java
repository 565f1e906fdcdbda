package dev.stagedoor.application.language;

import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.Money;
import java.math.BigDecimal;
import java.text.NumberFormat;

/** Writes amounts of money for people. */
public final class Amounts {
  private Amounts() {}

  /** Returns the amount in major units, exactly; for edges that show or send it so. */
  public static BigDecimal major(Money money) {
    return BigDecimal.valueOf(money.minor(), digits(money));
  }

  /** Returns the amount as a reader of that language writes it: {@code $1,299.00}. */
  public static String written(Money money, Language language) {
    NumberFormat format = NumberFormat.getCurrencyInstance(language.locale());
    format.setCurrency(money.currency());
    format.setMinimumFractionDigits(digits(money));
    format.setMaximumFractionDigits(digits(money));
    return format.format(major(money));
  }

  private static int digits(Money money) {
    return Math.max(0, money.currency().getDefaultFractionDigits());
  }
}
