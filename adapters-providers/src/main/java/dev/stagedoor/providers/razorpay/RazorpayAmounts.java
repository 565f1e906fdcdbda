package dev.stagedoor.providers.razorpay;

import dev.stagedoor.domain.kernel.Money;
import java.util.Arrays;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How Razorpay counts money: in the smallest units of ISO 4217, paise for rupees. Every currency
 * stands in a table, so that nothing new is multiplied by a guess.
 */
final class RazorpayAmounts {
  private static final String HUNDREDTHS =
      "AED ALL AMD AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BWP BZD CAD CHF CNY COP CRC CZK"
          + " DKK DOP DZD EGP ETB EUR FJD GBP GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR JMD"
          + " KES KGS KHR KYD KZT LAK LKR LRD LSL MAD MDL MKD MMK MNT MOP MUR MVR MWK MXN MYR NAD"
          + " NGN NIO NOK NPR NZD PEN PGK PHP PKR PLN QAR RON RSD SAR SCR SEK SGD SOS SZL THB TRY"
          + " TTD TWD TZS UAH USD UYU UZS XCD YER ZAR ZMW";
  private static final String WHOLE = "BIF CLP DJF GNF JPY KMF KRW PYG RWF VND VUV XAF XOF XPF";

  /** Thousandths of which Razorpay takes tens only. */
  private static final String TENS_OF_THOUSANDTHS = "BHD JOD KWD OMR";

  private static final Map<String, Currency> BY_CODE =
      Stream.of(HUNDREDTHS, WHOLE, TENS_OF_THOUSANDTHS)
          .flatMap(codes -> Arrays.stream(codes.split(" ", -1)))
          .map(Currency::getInstance)
          .collect(Collectors.toUnmodifiableMap(Currency::getCurrencyCode, Function.identity()));
  private static final Set<String> IN_TENS = Set.of(TENS_OF_THOUSANDTHS.split(" ", -1));

  private RazorpayAmounts() {}

  static Set<Currency> currencies() {
    return Set.copyOf(BY_CODE.values());
  }

  /** Returns an amount as Razorpay counts it, empty where it cannot be said exactly. */
  static Optional<Long> write(Money money) {
    String code = money.currency().getCurrencyCode();
    boolean expressible =
        BY_CODE.containsKey(code)
            && money.isPositive()
            && (!IN_TENS.contains(code) || money.minor() % 10 == 0);
    return expressible ? Optional.of(money.minor()) : Optional.empty();
  }

  /**
   * Reads an amount of Razorpay's.
   *
   * @throws dev.stagedoor.domain.kernel.ProviderException {@code UNREADABLE} when it makes no sense
   */
  static Money read(long amount, String code) {
    Currency currency = BY_CODE.get(code);
    if (currency == null || amount < 0) {
      throw RazorpayApi.unreadable("an amount that makes no sense");
    }
    return new Money(amount, currency);
  }
}
