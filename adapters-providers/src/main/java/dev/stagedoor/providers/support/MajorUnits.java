package dev.stagedoor.providers.support;

import dev.stagedoor.domain.kernel.Money;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Money as decimals of major units, as one provider writes it: 47.49. Every currency stands in a
 * table with the places the provider counts, which are not always ours. Nothing is rounded: what
 * cannot be said exactly is not said.
 */
public final class MajorUnits {
  private static final int MOST_DIGITS = 19;
  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]{1," + MOST_DIGITS + "}(\\.[0-9]{1,20})?");

  private final Map<String, Integer> places = new HashMap<>();

  private MajorUnits() {}

  /** Knows these currencies, by their codes, separated by spaces. */
  public static MajorUnits of(String whole, String hundredths, String thousandths) {
    MajorUnits units = new MajorUnits();
    units.put(whole, 0);
    units.put(hundredths, 2);
    units.put(thousandths, 3);
    return units;
  }

  private void put(String codes, int digits) {
    Arrays.stream(codes.split(" ", -1))
        .filter(code -> !code.isEmpty())
        .map(Currency::getInstance)
        .forEach(currency -> places.put(currency.getCurrencyCode(), digits));
  }

  /** Returns an amount as the provider writes it, empty where it cannot be said exactly. */
  public Optional<BigDecimal> write(Money money) {
    Integer digits = places.get(money.currency().getCurrencyCode());
    if (digits == null || money.minor() < 0) {
      return Optional.empty();
    }
    return exactly(
        BigDecimal.valueOf(money.minor(), money.currency().getDefaultFractionDigits()), digits);
  }

  /** Reads an amount of the provider's, empty where it makes no sense. */
  public Optional<Money> read(BigDecimal amount, String code) {
    String upper = code.toUpperCase(Locale.ROOT);
    if (!places.containsKey(upper)
        || amount.signum() < 0
        || amount.precision() - amount.scale() > MOST_DIGITS) {
      return Optional.empty();
    }
    Currency currency = Currency.getInstance(upper);
    return exactly(amount, currency.getDefaultFractionDigits())
        .map(exact -> new Money(exact.unscaledValue().longValueExact(), currency));
  }

  /** Reads an amount that is written as text. */
  public Optional<Money> read(String amount, String code) {
    return NUMBER.matcher(amount).matches() ? read(new BigDecimal(amount), code) : Optional.empty();
  }

  private static Optional<BigDecimal> exactly(BigDecimal amount, int digits) {
    try {
      BigDecimal exact = amount.setScale(digits);
      return exact.unscaledValue().bitLength() < Long.SIZE ? Optional.of(exact) : Optional.empty();
    } catch (ArithmeticException e) {
      // It would have to be rounded.
      return Optional.empty();
    }
  }

  /** Returns a currency by the code a provider writes, in any case, where it is known here. */
  public Optional<Currency> currency(String code) {
    return Optional.of(code.toUpperCase(Locale.ROOT))
        .filter(places::containsKey)
        .map(Currency::getInstance);
  }
}
