package dev.stagedoor.web.liveselling;

import dev.stagedoor.domain.kernel.DomainException;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Currencies as live selling writes them: three small letters, as Stripe does. */
final class Currencies {
  private Currencies() {}

  static String code(Currency currency) {
    return currency.getCurrencyCode().toLowerCase(Locale.ROOT);
  }

  static Optional<Currency> read(@Nullable String code, String member) {
    if (code == null) {
      return Optional.empty();
    }
    try {
      Currency currency = Currency.getInstance(code.strip().toUpperCase(Locale.ROOT));
      if (currency.getDefaultFractionDigits() < 0) {
        throw DomainException.invalid(member, "choice");
      }
      return Optional.of(currency);
    } catch (IllegalArgumentException unknown) {
      throw DomainException.invalid(member, "choice");
    }
  }
}
