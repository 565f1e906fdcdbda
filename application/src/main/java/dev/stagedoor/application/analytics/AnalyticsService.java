package dev.stagedoor.application.analytics;

import dev.stagedoor.domain.analytics.ReportPeriod;
import dev.stagedoor.domain.analytics.RequestTally;
import dev.stagedoor.domain.analytics.SystemReading;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.PageRequest;
import java.util.List;

/** What admins see of how things go, and where what is measured comes in. */
@SuppressWarnings("DoNotCallSuggester")
public final class AnalyticsService {
  /** Returns who came and who stayed. */
  public UserAnalytics users(Actor actor, ReportPeriod period) {
    throw new UnsupportedOperationException();
  }

  /** Returns what subscriptions bring in. */
  public RevenueAnalytics revenue(Actor actor, ReportPeriod period) {
    throw new UnsupportedOperationException();
  }

  /** Returns what resellers do. */
  public ResellerAnalytics resellers(Actor actor, ReportPeriod period, PageRequest page) {
    throw new UnsupportedOperationException();
  }

  /** Returns how the server does. */
  public PlatformAnalytics platform(Actor actor, ReportPeriod period) {
    throw new UnsupportedOperationException();
  }

  /**
   * Notes that somebody uses the service: once a day of UTC, so that it can be told at each
   * request. Opens a unit of work of its own, the first time; must not be called on an event loop.
   */
  public void seen(UserId user) {
    throw new UnsupportedOperationException();
  }

  /** Takes in what one process gathered since the last time; repeated, it counts again. */
  public void measured(List<RequestTally> requests, SystemReading system) {
    throw new UnsupportedOperationException();
  }
}
