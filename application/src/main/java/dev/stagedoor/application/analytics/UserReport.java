package dev.stagedoor.application.analytics;

import dev.stagedoor.application.analytics.AnalyticsSums.Cohorts;
import dev.stagedoor.domain.analytics.FactKind;
import dev.stagedoor.domain.analytics.Grouping;
import dev.stagedoor.domain.analytics.ReportPeriod;
import dev.stagedoor.domain.analytics.Share;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Puts together who came and who stayed. */
final class UserReport {
  static final Set<FactKind> KINDS =
      EnumSet.of(
          FactKind.SIGNED_UP,
          FactKind.TRIAL_STARTED,
          FactKind.TRIAL_CONVERTED,
          FactKind.STARTED_TRIAL_CONVERTED);

  /** A year of weeks; of who was first here longer ago nothing new is learnt. */
  private static final int LONGEST = 53;

  private UserReport() {}

  /** Returns by what cohorts are made for slices of a length. */
  static Grouping cohorts(Grouping slices) {
    return slices == Grouping.MONTH ? Grouping.MONTH : Grouping.WEEK;
  }

  static UserAnalytics of(
      Elapsed elapsed, Tally tally, Map<LocalDate, Long> active, List<Cohorts> cohorts) {
    List<UserAnalytics.Slice> series = new ArrayList<>();
    long all = tally.count(-1, FactKind.SIGNED_UP);
    for (ReportPeriod.Slice slice : elapsed.slices()) {
      int at = series.size();
      all += tally.count(at, FactKind.SIGNED_UP);
      series.add(
          new UserAnalytics.Slice(
              slice.date(),
              tally.count(at, FactKind.SIGNED_UP),
              all,
              active.getOrDefault(slice.date(), 0L),
              tally.count(at, FactKind.TRIAL_STARTED),
              tally.count(at, FactKind.TRIAL_CONVERTED),
              new Share(
                  tally.count(at, FactKind.STARTED_TRIAL_CONVERTED),
                  tally.count(at, FactKind.TRIAL_STARTED))));
    }
    Grouping by = cohorts(elapsed.period().grouping());
    return new UserAnalytics(
        elapsed.period(),
        series,
        totals(elapsed, series, all),
        new UserAnalytics.Retention(by == Grouping.MONTH, retention(by, cohorts, elapsed.today())));
  }

  private static UserAnalytics.Slice totals(
      Elapsed elapsed, List<UserAnalytics.Slice> series, long all) {
    return new UserAnalytics.Slice(
        elapsed.period().start(),
        series.stream().mapToLong(UserAnalytics.Slice::newUsers).sum(),
        all,
        series.stream()
            .filter(slice -> !slice.date().isAfter(elapsed.today()))
            .reduce((one, next) -> next)
            .map(UserAnalytics.Slice::activeUsers)
            .orElse(0L),
        series.stream().mapToLong(UserAnalytics.Slice::trialsStarted).sum(),
        series.stream().mapToLong(UserAnalytics.Slice::trialsConverted).sum(),
        new Share(
            series.stream().mapToLong(slice -> slice.trialConversion().part()).sum(),
            series.stream().mapToLong(slice -> slice.trialConversion().whole()).sum()));
  }

  private static List<UserAnalytics.Cohort> retention(
      Grouping by, List<Cohorts> rows, LocalDate today) {
    Map<LocalDate, Map<LocalDate, Long>> cohorts = new TreeMap<>();
    rows.forEach(
        row ->
            cohorts
                .computeIfAbsent(row.cohort(), first -> new TreeMap<>())
                .put(row.start(), row.people()));
    List<UserAnalytics.Cohort> retention = new ArrayList<>();
    cohorts.forEach(
        (first, starts) -> {
          List<Long> active = new ArrayList<>();
          for (LocalDate start = first;
              !start.isAfter(today) && active.size() < LONGEST;
              start = by.after(start)) {
            active.add(starts.getOrDefault(start, 0L));
          }
          retention.add(new UserAnalytics.Cohort(first, starts.getOrDefault(first, 0L), active));
        });
    return retention;
  }
}
