package dev.stagedoor.web.analytics;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.application.analytics.UserAnalytics;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Who came, who stayed, and who paid after the trial.
 *
 * @param retention by when people were first here
 * @param retentionBy week or month
 */
@Serdeable
public record UserAnalyticsResponse(
    PeriodResponse period,
    List<Slice> series,
    Slice totals,
    List<Cohort> retention,
    @JsonProperty("retention_by") String retentionBy) {
  /**
   * What was in one slice.
   *
   * @param date its first day; not in the totals
   * @param trialConversionRate of the trials that began in it, how many led to a payment by now
   */
  @Serdeable
  public record Slice(
      Optional<LocalDate> date,
      @JsonProperty("new_users") long newUsers,
      @JsonProperty("total_users") long totalUsers,
      @JsonProperty("active_users") long activeUsers,
      @JsonProperty("trials_started") long trialsStarted,
      @JsonProperty("trials_converted") long trialsConverted,
      @JsonProperty("trial_conversion_rate") Optional<BigDecimal> trialConversionRate) {
    static Slice from(UserAnalytics.Slice slice, Optional<LocalDate> date) {
      return new Slice(
          date,
          slice.newUsers(),
          slice.totalUsers(),
          slice.activeUsers(),
          slice.trialsStarted(),
          slice.trialsConverted(),
          Rates.of(slice.trialConversion()));
    }
  }

  /**
   * Those who were first active in one week or month of UTC.
   *
   * @param cohort its first day
   * @param retained which share of them was active in it, in the next one, and so on until now
   */
  @Serdeable
  public record Cohort(LocalDate cohort, long size, List<BigDecimal> retained) {
    static Cohort from(UserAnalytics.Cohort cohort) {
      return new Cohort(
          cohort.start(),
          cohort.size(),
          cohort.active().stream().map(active -> Rates.of(active, cohort.size())).toList());
    }
  }

  static UserAnalyticsResponse from(UserAnalytics told) {
    return new UserAnalyticsResponse(
        PeriodResponse.from(told.period()),
        told.series().stream().map(slice -> Slice.from(slice, Optional.of(slice.date()))).toList(),
        Slice.from(told.totals(), Optional.empty()),
        told.retention().cohorts().stream()
            .filter(cohort -> cohort.size() > 0)
            .map(Cohort::from)
            .toList(),
        told.retention().byMonth() ? "month" : "week");
  }
}
