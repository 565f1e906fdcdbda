package dev.stagedoor.providers.stripe;

import dev.stagedoor.domain.kernel.Money;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How Stripe counts money. Its smallest units are not always those of ISO 4217, which is why every
 * currency stands in a table: króna and Uganda shilling are counted in hundredths that do not
 * exist, and ariary without the fifths that Java takes for hundredths.
 */
final class StripeAmounts {
  private static final String HUNDREDTHS =
      "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BWP BYN BZD CAD CDF"
          + " CHF CNY COP CRC CVE CZK DKK DOP DZD EGP ETB EUR FJD FKP GBP GEL GIP GMD GTQ GYD HKD"
          + " HNL HTG HUF IDR ILS INR JMD KES KGS KHR KYD KZT LAK LBP LKR LRD LSL MAD MDL MKD MMK"
          + " MNT MOP MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR"
          + " RON RSD RUB SAR SBD SCR SEK SGD SHP SOS SRD SZL THB TJS TOP TRY TTD TWD TZS UAH USD"
          + " UYU UZS WST XCD YER ZAR ZMW";
  private static final String WHOLE = "BIF CLP DJF GNF JPY KMF KRW PYG RWF VND VUV XAF XOF XPF";

  /** Counted by us in whole ones, by Stripe in hundredths whose last two digits are 00. */
  private static final String WHOLE_AS_HUNDREDTHS = "ISK UGX";

  /** Counted by us in hundredths, by Stripe in whole ones. */
  private static final String HUNDREDTHS_AS_WHOLE = "MGA";

  /** Thousandths of which Stripe takes tens only. */
  private static final String TENS_OF_THOUSANDTHS = "BHD JOD KWD OMR TND";

  private static final Map<Currency, Scale> SCALES = scales();

  /**
   * How a currency is counted.
   *
   * @param times what our amount is multiplied by, then
   * @param through what it is divided by; both are exact
   * @param steps of what Stripe's amount must be a multiple
   */
  private record Scale(long times, long through, long steps) {}

  private StripeAmounts() {}

  private static Map<Currency, Scale> scales() {
    Map<Currency, Scale> scales = new HashMap<>();
    put(scales, HUNDREDTHS, new Scale(1, 1, 1));
    put(scales, WHOLE, new Scale(1, 1, 1));
    put(scales, WHOLE_AS_HUNDREDTHS, new Scale(100, 1, 100));
    put(scales, HUNDREDTHS_AS_WHOLE, new Scale(1, 100, 1));
    put(scales, TENS_OF_THOUSANDTHS, new Scale(1, 1, 10));
    return Map.copyOf(scales);
  }

  private static void put(Map<Currency, Scale> scales, String codes, Scale scale) {
    for (String code : codes.split(" ", -1)) {
      scales.put(Currency.getInstance(code), scale);
    }
  }

  static Set<Currency> currencies() {
    return SCALES.keySet();
  }

  /** Returns an amount as Stripe counts it, empty where it cannot be said exactly. */
  static Optional<Long> write(Money money) {
    Scale scale = SCALES.get(money.currency());
    if (scale == null || money.minor() < 0 || money.minor() > Long.MAX_VALUE / 100) {
      return Optional.empty();
    }
    long scaled = money.minor() * scale.times();
    if (scaled % scale.through() != 0 || scaled / scale.through() % scale.steps() != 0) {
      return Optional.empty();
    }
    return Optional.of(scaled / scale.through());
  }

  /**
   * Reads an amount of Stripe's.
   *
   * @throws dev.stagedoor.domain.kernel.ProviderException {@code UNREADABLE} when it makes no sense
   */
  static Money read(long amount, String code) {
    Currency currency =
        SCALES.keySet().stream()
            .filter(one -> one.getCurrencyCode().equals(code.toUpperCase(Locale.ROOT)))
            .findFirst()
            .orElseThrow(() -> StripeCalls.unreadable("an amount in an unknown currency"));
    Scale scale = SCALES.getOrDefault(currency, new Scale(1, 1, 1));
    if (amount > Long.MAX_VALUE / 100 || amount * scale.through() % scale.times() != 0) {
      throw StripeCalls.unreadable("an amount that the currency does not have");
    }
    return new Money(amount * scale.through() / scale.times(), currency);
  }

  /** Returns how Stripe writes a currency. */
  static String code(Currency currency) {
    return currency.getCurrencyCode().toLowerCase(Locale.ROOT);
  }
}
