package dev.stagedoor.web.pages;

import dev.stagedoor.domain.kernel.DomainException;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The currencies that forms offer; what is chosen already is always among them. */
public final class CurrencyChoice {
  private static final List<String> CODES =
      List.of(
          "AED", "AUD", "BRL", "CAD", "CHF", "CNY", "COP", "CZK", "DKK", "EGP", "EUR", "GBP", "HKD",
          "HUF", "IDR", "ILS", "INR", "JPY", "KRW", "KWD", "MAD", "MXN", "MYR", "NOK", "NZD", "PEN",
          "PHP", "PLN", "RON", "SAR", "SEK", "SGD", "THB", "TRY", "TWD", "USD", "VND", "ZAR");

  private CurrencyChoice() {}

  /** One currency, with its name in the reader's language. */
  public record Option(String code, String name) {}

  /** Lists what can be chosen, by name. */
  public static List<Option> options(Texts text, String chosen) {
    List<String> codes = new ArrayList<>(CODES);
    if (!chosen.isEmpty() && !codes.contains(chosen)) {
      codes.add(chosen);
    }
    return codes.stream()
        .map(code -> new Option(code, name(code, text)))
        .sorted(Comparator.comparing(Option::name, Collator.getInstance(locale(text))))
        .toList();
  }

  /** Reads what was chosen; empty when nothing was. */
  public static Optional<Currency> in(Form form, String field) {
    String code = form.value(field).strip();
    if (code.isEmpty()) {
      return Optional.empty();
    }
    try {
      Currency currency = Currency.getInstance(code);
      if (currency.getDefaultFractionDigits() >= 0) {
        return Optional.of(currency);
      }
    } catch (IllegalArgumentException unknown) {
      // Said below: forms offer no such currency.
    }
    throw DomainException.invalid(field, "choice");
  }

  private static String name(String code, Texts text) {
    try {
      return Currency.getInstance(code).getDisplayName(locale(text)) + " (" + code + ")";
    } catch (IllegalArgumentException unknown) {
      return code;
    }
  }

  private static Locale locale(Texts text) {
    return text.language().locale();
  }
}
