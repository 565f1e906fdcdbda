package dev.stagedoor.application.analytics;

import dev.stagedoor.domain.analytics.FactKind;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;

/** What facts add up to. */
public final class AnalyticsSums {
  private AnalyticsSums() {}

  /**
   * The facts of one kind in one slice.
   *
   * @param slice counted from 0; -1 is all that was before
   */
  public record Sum(
      int slice, FactKind kind, Optional<Currency> currency, long count, long amount) {}

  /** The facts of one kind that are counted by one thing. */
  public record Part(
      FactKind kind, String what, Optional<Currency> currency, long count, long amount) {}

  /**
   * Those of one cohort who were active in one week or month.
   *
   * @param cohort the first day of the week or month in which they were first active
   * @param start the first day of the one in which they were active too
   */
  public record Cohorts(LocalDate cohort, LocalDate start, long people) {}

  /** What one reseller did. */
  public record Spender(UUID id, String email, long spent, long clients) {}
}
