package dev.stagedoor.domain.analytics;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** How long the slices of a report are. */
public enum Grouping {
  DAY,
  /** From Monday on, as ISO 8601 has it. */
  WEEK,
  MONTH;

  /** Returns the first day of the slice that a day is in. */
  public LocalDate startOf(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
    };
  }

  /** Returns the first day of the slice after the one that begins with a day. */
  public LocalDate after(LocalDate start) {
    return switch (this) {
      case DAY -> start.plusDays(1);
      case WEEK -> start.plusWeeks(1);
      case MONTH -> start.plusMonths(1);
    };
  }

  /** Returns the name that clients use: {@code week}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
