package dev.stagedoor.web.analytics;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.application.analytics.RevenueAnalytics;
import dev.stagedoor.web.json.Decimals;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What subscriptions bring in each month, and why that changed.
 *
 * @param series by slice, and in each by currency
 * @param totals over the whole period, by currency
 * @param planMix at the end of the period
 */
@Serdeable
public record RevenueAnalyticsResponse(
    PeriodResponse period,
    List<Slice> series,
    List<Slice> totals,
    @JsonProperty("plan_mix") List<PlanShare> planMix) {
  /**
   * What was in one slice, in one currency.
   *
   * @param date its first day; not in the totals
   * @param mrr at its end
   * @param churnRate of the subscribers at its start, how many left in it
   */
  @Serdeable
  public record Slice(
      Optional<LocalDate> date,
      String currency,
      BigDecimal mrr,
      @JsonProperty("new_mrr") BigDecimal newMrr,
      @JsonProperty("reactivated_mrr") BigDecimal reactivatedMrr,
      @JsonProperty("expansion_mrr") BigDecimal expansionMrr,
      @JsonProperty("contraction_mrr") BigDecimal contractionMrr,
      @JsonProperty("churned_mrr") BigDecimal churnedMrr,
      long subscribers,
      long churned,
      @JsonProperty("churn_rate") Optional<BigDecimal> churnRate) {
    static Slice from(RevenueAnalytics.Slice slice, Optional<LocalDate> date) {
      return new Slice(
          date,
          slice.currency().getCurrencyCode(),
          Decimals.of(slice.mrr()),
          Decimals.of(slice.newMrr()),
          Decimals.of(slice.reactivatedMrr()),
          Decimals.of(slice.expansionMrr()),
          Decimals.of(slice.contractionMrr()),
          Decimals.of(slice.churnedMrr()),
          slice.subscribers(),
          slice.churned(),
          Rates.of(slice.churnRate()));
    }
  }

  /**
   * Who has one plan.
   *
   * @param plan the payment provider's name of its price
   */
  @Serdeable
  public record PlanShare(String plan, long subscribers, BigDecimal mrr, String currency) {
    static PlanShare from(RevenueAnalytics.PlanShare share) {
      return new PlanShare(
          share.plan(),
          share.subscribers(),
          Decimals.of(share.mrr()),
          share.mrr().currency().getCurrencyCode());
    }
  }

  static RevenueAnalyticsResponse from(RevenueAnalytics told) {
    return new RevenueAnalyticsResponse(
        PeriodResponse.from(told.period()),
        told.series().stream().map(slice -> Slice.from(slice, Optional.of(slice.date()))).toList(),
        told.totals().stream().map(slice -> Slice.from(slice, Optional.empty())).toList(),
        told.planMix().stream().map(PlanShare::from).toList());
  }
}
