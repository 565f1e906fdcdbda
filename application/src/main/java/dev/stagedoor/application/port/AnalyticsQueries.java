package dev.stagedoor.application.port;

import dev.stagedoor.application.analytics.AnalyticsSums.Cohorts;
import dev.stagedoor.application.analytics.AnalyticsSums.Part;
import dev.stagedoor.application.analytics.AnalyticsSums.Spender;
import dev.stagedoor.application.analytics.AnalyticsSums.Sum;
import dev.stagedoor.domain.analytics.FactKind;
import dev.stagedoor.domain.analytics.Grouping;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The read side of facts that are in the sums already. All methods need an open unit of work.
 * Moments must be at whole quarters of an hour.
 */
public interface AnalyticsQueries {
  /**
   * Adds up facts between moments.
   *
   * @param moments in order; slice 0 is from the first to the second and so on, and slice -1 all
   *     that was before the first
   * @return what is not nothing, in no order
   */
  List<Sum> sums(Set<FactKind> kinds, List<Instant> moments);

  /** Adds up facts that are counted by something, up to a moment, by that, in no order. */
  List<Part> parts(Set<FactKind> kinds, Instant to);

  /** Counts who was active in each day, week or month of UTC that begins between two days. */
  Map<LocalDate, Long> active(Grouping grouping, LocalDate first, LocalDate last);

  /**
   * Counts those who came back, of those who were first active in a week or month of UTC that
   * begins between two days, in order.
   */
  List<Cohorts> cohorts(Grouping grouping, LocalDate first, LocalDate last);

  /**
   * Lists resellers who spent credits or made clients between two moments, by what they spent, the
   * most first, then by their ids.
   */
  Page<Spender> spenders(Instant from, Instant to, PageRequest page);
}
