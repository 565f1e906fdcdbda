package dev.stagedoor.application.analytics;

import dev.stagedoor.domain.analytics.ReportPeriod;
import dev.stagedoor.domain.analytics.Share;
import dev.stagedoor.domain.kernel.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/**
 * What subscriptions bring in each month, and why that changed. A subscription counts while it is
 * paid or its last payment is late, by the price of its plan.
 *
 * @param series by slice that has begun, and in each by currency; every currency is in every slice
 * @param totals over all of these, by currency, {@code date} the first day of the period
 * @param planMix at the end of the period, or now where that end is still to come
 */
public record RevenueAnalytics(
    ReportPeriod period, List<Slice> series, List<Slice> totals, List<PlanShare> planMix) {
  public RevenueAnalytics {
    series = List.copyOf(series);
    totals = List.copyOf(totals);
    planMix = List.copyOf(planMix);
  }

  /**
   * What was in one slice, in one currency.
   *
   * @param mrr at its end, or now where it runs
   * @param newMrr of who first subscribed
   * @param reactivatedMrr of who had left and came back
   * @param expansionMrr by which plans became dearer
   * @param contractionMrr by which they became cheaper, not negative
   * @param churnedMrr of who left, not negative
   * @param subscribers at its end
   * @param churnRate of the subscribers at its start, those who left in it
   */
  public record Slice(
      LocalDate date,
      Currency currency,
      Money mrr,
      Money newMrr,
      Money reactivatedMrr,
      Money expansionMrr,
      Money contractionMrr,
      Money churnedMrr,
      long subscribers,
      long churned,
      Share churnRate) {}

  /**
   * Who has one plan.
   *
   * @param plan the provider's name of its price
   */
  public record PlanShare(String plan, long subscribers, Money mrr) {}
}
