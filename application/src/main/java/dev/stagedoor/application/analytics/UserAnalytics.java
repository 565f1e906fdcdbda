package dev.stagedoor.application.analytics;

import dev.stagedoor.domain.analytics.ReportPeriod;
import dev.stagedoor.domain.analytics.Share;
import java.time.LocalDate;
import java.util.List;

/**
 * Who came, who stayed, and who pays after the trial.
 *
 * @param series the slices that have begun
 * @param totals over all of these, {@code date} the first day of the period
 */
public record UserAnalytics(
    ReportPeriod period, List<Slice> series, Slice totals, Retention retention) {
  public UserAnalytics {
    series = List.copyOf(series);
  }

  /**
   * What was in one slice.
   *
   * @param newUsers who began to watch
   * @param totalUsers all who had begun by its end
   * @param activeUsers who did anything, each once; by days, weeks and months of UTC, whatever the
   *     zone, and in the totals those of the last of these that has begun
   * @param trialsConverted trials whose holder first paid in it, whenever the trial began
   * @param trialConversion of the trials that began in it, those whose holder has paid by now
   */
  public record Slice(
      LocalDate date,
      long newUsers,
      long totalUsers,
      long activeUsers,
      long trialsStarted,
      long trialsConverted,
      Share trialConversion) {}

  /**
   * Who came back, by when they were first here.
   *
   * @param byMonth whether by months rather than by weeks
   */
  public record Retention(boolean byMonth, List<Cohort> cohorts) {
    public Retention {
      cohorts = List.copyOf(cohorts);
    }
  }

  /**
   * Those who were first active in one week or month of UTC.
   *
   * @param start its first day
   * @param active how many of them were active in it, in the next one, and so on until now
   */
  public record Cohort(LocalDate start, long size, List<Long> active) {
    public Cohort {
      active = List.copyOf(active);
    }
  }
}
