package dev.stagedoor.web.pages;

import dev.stagedoor.application.language.Amounts;
import dev.stagedoor.application.language.Translations;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.web.error.Rules;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says what a page says, in the language of its reader. */
public record Texts(Translations translations, Language language) {
  // What is a name made of digits and is written as one types it.
  private static final Set<String> NAMES = Set.of("number", "status");

  /**
   * Returns a text; {@code namesAndValues} fill its placeholders: {@code say("ui.pages.of", "page",
   * 2, "last", 5)}. Numbers are written as the reader writes them.
   */
  public String say(String key, Object... namesAndValues) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      String name = namesAndValues[i].toString();
      Object value = namesAndValues[i + 1];
      boolean counts = value instanceof Integer || value instanceof Long;
      arguments.put(
          name, counts && !NAMES.contains(name) ? number(((Number) value).longValue()) : value);
    }
    return translations.text(language, key, arguments);
  }

  /** Says what is wrong with a field. */
  public String say(Fault fault) {
    return Rules.say(fault, language, translations);
  }

  /** Returns a text where there is one under that key. */
  public Optional<String> sayIfKnown(String key) {
    return translations.has(key) ? Optional.of(say(key)) : Optional.empty();
  }

  public String code() {
    return language.code();
  }

  /** Returns the direction of writing, as the {@code dir} attribute wants it. */
  public String direction() {
    return language.isRightToLeft() ? "rtl" : "ltr";
  }

  public String money(Money amount) {
    return Amounts.written(amount, language);
  }

  public String number(long number) {
    return NumberFormat.getIntegerInstance(locale()).format(number);
  }

  /** Writes a share of a hundred, with its sign where the reader's language puts it. */
  public String percent(long percent) {
    return NumberFormat.getPercentInstance(locale()).format(percent / 100.0);
  }

  /** Writes a day in full, with its day of the week. */
  public String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale()).format(day);
  }

  public String time(LocalTime time) {
    return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale()).format(time);
  }

  /** Names a zone as people say it: Eastern Time. */
  public String zone(ZoneId zone) {
    return zone.getDisplayName(TextStyle.FULL, locale());
  }

  /** Writes a moment in UTC; a script on the page then writes it in the reader's own zone. */
  public String moment(Instant moment) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(locale())
            .format(moment.atZone(ZoneOffset.UTC))
        + " UTC";
  }

  /** Writes how long something lasts: 1:05:09, or 5:09 within an hour. */
  public String length(Duration length) {
    return length.toHours() > 0
        ? String.format(
            Locale.ROOT,
            "%d:%02d:%02d",
            length.toHours(),
            length.toMinutesPart(),
            length.toSecondsPart())
        : String.format(Locale.ROOT, "%d:%02d", length.toMinutes(), length.toSecondsPart());
  }

  private Locale locale() {
    return language.locale();
  }
}
