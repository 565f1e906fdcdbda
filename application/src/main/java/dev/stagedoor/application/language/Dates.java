package dev.stagedoor.application.language;

import dev.stagedoor.domain.kernel.Language;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Writes days for people. */
public final class Dates {
  private Dates() {}

  /** Returns the day of a moment, in UTC, as a reader of that language writes it. */
  public static String written(Instant moment, Language language) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(language.locale())
        .withZone(ZoneOffset.UTC)
        .format(moment);
  }
}
