package dev.stagedoor.application.analytics;

import dev.stagedoor.domain.analytics.ReportPeriod;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What resellers spend, and whom they win for it.
 *
 * @param series the slices that have begun
 * @param totals over all of these, {@code date} the first day of the period
 * @param resellers those who spent or won anything in the period, who spent most first
 */
public record ResellerAnalytics(
    ReportPeriod period, List<Slice> series, Slice totals, Page<Reseller> resellers) {
  public ResellerAnalytics {
    series = List.copyOf(series);
  }

  /**
   * What was in one slice.
   *
   * @param creditsGranted what admins gave, less what they took back
   * @param clientsActive clients who were paid for and not suspended at its end, or now where it
   *     runs
   */
  public record Slice(
      LocalDate date,
      long creditsGranted,
      long creditsSpent,
      long clientsCreated,
      long clientsRenewed,
      long clientsActive) {}

  /**
   * One of them, in the period.
   *
   * @param clients whom they made
   * @param profit what they brought us: a credit is worth one minor unit of our first currency
   */
  public record Reseller(UUID id, String email, long creditsSpent, long clients, Money profit) {}
}
