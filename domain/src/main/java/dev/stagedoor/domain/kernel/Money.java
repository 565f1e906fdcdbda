package dev.stagedoor.domain.kernel;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

/**
 * Counts an exact amount in the minor units of one currency (cents, paise, yen).
 *
 * <p>Invariants: never rounds, never mixes currencies, never overflows silently. Amounts may be
 * negative (a ledger entry); {@link #isPositive()} tells a chargeable one.
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {
  public Money {
    Objects.requireNonNull(currency, "currency");
  }

  /** Names an amount by its ISO 4217 code, in minor units. */
  public static Money of(long minor, String currencyCode) {
    return new Money(minor, Currency.getInstance(currencyCode));
  }

  public static Money zero(Currency currency) {
    return new Money(0, currency);
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(minor, same(other)), currency);
  }

  public Money minus(Money other) {
    return new Money(Math.subtractExact(minor, same(other)), currency);
  }

  public Money times(long factor) {
    return new Money(Math.multiplyExact(minor, factor), currency);
  }

  /** Divides into {@code parts} that differ by at most one minor unit and add up to this amount. */
  public List<Money> split(int parts) {
    if (parts < 1) {
      throw new IllegalArgumentException("parts must be at least 1, not " + parts);
    }
    long share = minor / parts;
    long left = minor % parts;
    List<Money> shares = new ArrayList<>(parts);
    for (int i = 0; i < parts; i++) {
      long extra = i < Math.abs(left) ? Long.signum(left) : 0;
      shares.add(new Money(share + extra, currency));
    }
    return List.copyOf(shares);
  }

  public boolean isPositive() {
    return minor > 0;
  }

  public boolean isZero() {
    return minor == 0;
  }

  public boolean isAtLeast(Money other) {
    return minor >= same(other);
  }

  /** Returns this amount, or zero where it is negative: what is still owed after an overpayment. */
  public Money orZero() {
    return minor < 0 ? zero(currency) : this;
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(minor, same(other));
  }

  private long same(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(currency + " is not " + other.currency);
    }
    return other.minor;
  }

  @Override
  public String toString() {
    return minor + " " + currency.getCurrencyCode() + " (minor)";
  }
}
