package dev.stagedoor.providers.sandbox.payments;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a buyer types into the provider's form. It never prints: even a test number may be a real
 * one, typed by mistake.
 */
public final class Card {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{12,19}");
  private static final Pattern CVC = Pattern.compile("[0-9]{3,4}");
  private static final Pattern EXPIRY =
      Pattern.compile("(0?[1-9]|1[0-2]) ?[/-] ?(20[0-9]{2}|[0-9]{2})");

  private final String number;
  private final Optional<YearMonth> expiry;

  /** A card that cannot exist; {@code field} says where it is wrong. */
  public static final class Malformed extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private final String field;
    private final String says;

    Malformed(String field, String says) {
      super(says);
      this.field = field;
      this.says = says;
    }

    /** Says to the buyer what is wrong. */
    public String says() {
      return says;
    }

    /** Returns {@code cardNumber}, {@code cvc} or {@code expiry}. */
    public String field() {
      return field;
    }
  }

  private Card(String number, Optional<YearMonth> expiry) {
    this.number = number;
    this.expiry = expiry;
  }

  /**
   * Takes a card by its number alone; spaces and hyphens do not count.
   *
   * @throws Malformed when no card has such a number
   */
  public static Card of(String number) {
    return of(number, Optional.empty(), Optional.empty());
  }

  /**
   * Takes a card as the form has it; the expiry is {@code MM/YY} or {@code MM/YYYY}.
   *
   * @throws Malformed when there cannot be such a card
   */
  public static Card of(String number, Optional<String> cvc, Optional<String> expiry) {
    String digits = number.replaceAll("[ -]", "");
    if (!NUMBER.matcher(digits).matches() || !addsUp(digits)) {
      throw new Malformed("cardNumber", "This is not a card number.");
    }
    if (cvc.isPresent() && !CVC.matcher(cvc.get().strip()).matches()) {
      throw new Malformed("cvc", "A security code has 3 or 4 digits.");
    }
    return new Card(digits, expiry.map(Card::month));
  }

  private static YearMonth month(String text) {
    Matcher matcher = EXPIRY.matcher(text.strip());
    if (!matcher.matches()) {
      throw new Malformed("expiry", "An expiry date is a month and a year, as in 09/30.");
    }
    try {
      int year = Integer.parseInt(matcher.group(2));
      return YearMonth.of(year < 100 ? 2000 + year : year, Integer.parseInt(matcher.group(1)));
    } catch (DateTimeException e) {
      throw new IllegalStateException("the pattern lets no such date through", e);
    }
  }

  // The Luhn check, as every payment form makes it.
  private static boolean addsUp(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = i % 2 == 0 ? digit : digit * 2;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }

  boolean isExpiredIn(YearMonth month) {
    return expiry.isPresent() && expiry.get().isBefore(month);
  }

  /**
   * Returns the code by which a payment that must be settled now is declined, empty when it is
   * taken. A bank that answers later has not answered now.
   */
  public Optional<String> refusal(Instant now) {
    if (isExpiredIn(YearMonth.from(now.atOffset(ZoneOffset.UTC)))) {
      return Optional.of("expired_card");
    }
    return testCard()
        .map(
            card ->
                switch (card.effect()) {
                  case SUCCEEDS, ANSWER_LOST, TOLD_TWICE, TOLD_FIRST -> "";
                  case FAILS -> card.code();
                  case FAILS_LATER, STAYS_PENDING -> "card_declined";
                })
        .or(() -> Optional.of("card_declined"))
        .filter(code -> !code.isEmpty());
  }

  /** Tells whether a first payment is taken, and each after it declined. */
  public boolean failsLater() {
    return testCard().filter(card -> card.effect() == TestCard.Effect.FAILS_LATER).isPresent();
  }

  Optional<TestCard> testCard() {
    return TestCard.find(number);
  }

  @Override
  public String toString() {
    return "card ending in " + number.substring(number.length() - 4);
  }
}
