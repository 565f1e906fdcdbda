package dev.stagedoor.application.port;

import dev.stagedoor.application.analytics.PlatformAnalytics.Load;
import dev.stagedoor.application.analytics.PlatformSums.Measured;
import dev.stagedoor.application.analytics.PlatformSums.Routed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The read side of how the server did. All methods need an open unit of work. Moments must be at
 * whole quarters of an hour.
 */
public interface PlatformQueries {
  /**
   * Adds up requests between moments.
   *
   * @param moments in order; slice 0 is from the first to the second and so on
   * @return what is not nothing, in no order
   */
  List<Measured> requests(List<Instant> moments);

  /** Adds up requests by group of routes, from one day of UTC to another, in no order. */
  List<Routed> routes(LocalDate first, LocalDate last);

  Load load(Instant from, Instant to);
}
