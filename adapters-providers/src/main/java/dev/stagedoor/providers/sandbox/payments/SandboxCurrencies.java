package dev.stagedoor.providers.sandbox.payments;

import dev.stagedoor.domain.kernel.Money;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The currencies the sandbox takes: those of ISO 4217 that people pay with, without metals, funds,
 * bond units and test codes; and the smallest and largest charge in each.
 */
public final class SandboxCurrencies {
  private static final String NO_DECIMALS =
      "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";
  private static final String TWO_DECIMALS =
      "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD"
          + " CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP"
          + " GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR"
          + " LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR"
          + " NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SOS SRD SSP"
          + " STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VES WST XCD YER ZAR"
          + " ZMW";
  private static final String THREE_DECIMALS = "BHD IQD JOD KWD LYD OMR TND";
  private static final long LARGEST = 99_999_999;

  private static final Map<Currency, Long> SMALLEST = smallest();

  private SandboxCurrencies() {}

  private static Map<Currency, Long> smallest() {
    Map<Currency, Long> table = new HashMap<>();
    put(table, NO_DECIMALS, 50);
    put(table, TWO_DECIMALS, 50);
    put(table, THREE_DECIMALS, 500);
    return Map.copyOf(table);
  }

  private static void put(Map<Currency, Long> table, String codes, long smallest) {
    for (String code : codes.split(" ", -1)) {
      table.put(Currency.getInstance(code), smallest);
    }
  }

  public static Set<Currency> all() {
    return SMALLEST.keySet();
  }

  /** Returns why an amount cannot be charged, empty when it can. */
  public static Optional<String> objection(Money amount) {
    Long smallest = SMALLEST.get(amount.currency());
    if (smallest == null) {
      return Optional.of("currency_not_supported");
    }
    if (amount.minor() < smallest) {
      return Optional.of("amount_too_small");
    }
    return amount.minor() > LARGEST ? Optional.of("amount_too_large") : Optional.empty();
  }
}
