package dev.stagedoor.web.json;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what clients sent, and names the member that is wrong as they wrote it. */
public final class Sent {
  /** Years have four digits; no store keeps every instant that Java has. */
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

  private Sent() {}

  public static <T> T required(@Nullable T value, String member) {
    if (value == null) {
      throw DomainException.invalid(member, "required");
    }
    return value;
  }

  public static String text(@Nullable String value) {
    return Objects.requireNonNullElse(value, "");
  }

  public static Optional<Instant> instant(@Nullable String value, String member) {
    if (value == null || value.isBlank()) {
      return Optional.empty();
    }
    try {
      Instant read = Instant.parse(value.strip());
      if (FIRST.isAfter(read) || !read.isBefore(END)) {
        throw DomainException.invalid(member, "date");
      }
      return Optional.of(read);
    } catch (DateTimeException unreadable) {
      throw DomainException.invalid(member, "date");
    }
  }

  public static Optional<Money> amount(@Nullable BigDecimal value, Currency currency) {
    return Optional.ofNullable(value).map(major -> Decimals.read("amount", major, currency));
  }

  /** Reads a currency by its three letters, in either case. */
  public static Optional<Currency> currency(@Nullable String code, String member) {
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

  /**
   * Reads a value whose rules name it {@code known} where the client knows it as {@code member}.
   */
  public static <T> T as(String member, String known, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (DomainException refused) {
      if (refused.faults().isEmpty()) {
        throw refused;
      }
      throw DomainException.invalid(
          refused.faults().stream()
              .map(
                  fault ->
                      fault.field().startsWith(known)
                          ? fault.named(member + fault.field().substring(known.length()))
                          : fault)
              .toList());
    }
  }
}
