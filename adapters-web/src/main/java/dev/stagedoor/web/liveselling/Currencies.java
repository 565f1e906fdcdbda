package dev.stagedoor.web.liveselling;

import java.util.Currency;
import java.util.Locale;

/** Currencies as live selling writes them: three small letters, as Stripe does. */
final class Currencies {
  private Currencies() {}

  static String code(Currency currency) {
    return currency.getCurrencyCode().toLowerCase(Locale.ROOT);
  }
}
