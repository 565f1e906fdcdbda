package dev.stagedoor.web.pages.analytics;

import dev.stagedoor.domain.analytics.Share;
import dev.stagedoor.web.pages.Texts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Writes numbers and days as a reader's language does. */
public record Figures(Texts text) {
  private static final String NONE = "–";

  public String count(long number) {
    return text.number(number);
  }

  /** Writes a share in percent; a dash where there was nothing to be part of. */
  public String percent(Share share) {
    return share.isOfSomething() ? percent(share.part(), share.whole()) : NONE;
  }

  public String percent(long part, long whole) {
    NumberFormat format = NumberFormat.getPercentInstance(locale());
    format.setMaximumFractionDigits(1);
    return format.format(
        BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), MathContext.DECIMAL64));
  }

  public String millis(long micros) {
    return text.say("analytics.ms", "count", decimal(BigDecimal.valueOf(micros, 3)));
  }

  public String megabytes(long bytes) {
    return text.say("analytics.mb", "count", count(bytes / 1_000_000));
  }

  public String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale()).format(day);
  }

  private String decimal(BigDecimal number) {
    NumberFormat format = NumberFormat.getNumberInstance(locale());
    format.setMaximumFractionDigits(1);
    return format.format(number);
  }

  private Locale locale() {
    return text.language().locale();
  }
}
