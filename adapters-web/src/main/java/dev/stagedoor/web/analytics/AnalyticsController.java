package dev.stagedoor.web.analytics;

import dev.stagedoor.application.analytics.AnalyticsService;
import dev.stagedoor.domain.analytics.ReportPeriod;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.PageRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestBean;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;

/**
 * How subscription TV and the server did, in slices of days, weeks or months of a time zone; the
 * last 30 days where no dates are named. Both dates are days of the report.
 */
@Controller("/api/v1/analytics")
@Tag(name = "Administration")
class AnalyticsController {
  private final AnalyticsService analytics;
  private final Clock clock;

  AnalyticsController(AnalyticsService analytics, Clock clock) {
    this.analytics = analytics;
    this.clock = clock;
  }

  /** Returns who came, who stayed, and who paid after the trial. */
  @Get("/users")
  UserAnalyticsResponse users(Actor actor, @RequestBean AskedPeriod asked) {
    return UserAnalyticsResponse.from(analytics.users(actor, period(actor, asked)));
  }

  /** Returns what subscriptions bring in a month, why that changed, and who has which plan. */
  @Get("/revenue")
  RevenueAnalyticsResponse revenue(Actor actor, @RequestBean AskedPeriod asked) {
    return RevenueAnalyticsResponse.from(analytics.revenue(actor, period(actor, asked)));
  }

  /** Returns what resellers spend and whom they win for it; one page of the resellers. */
  @Get("/resellers")
  ResellerAnalyticsResponse resellers(
      Actor actor, @RequestBean AskedPeriod asked, PageRequest page) {
    return ResellerAnalyticsResponse.from(analytics.resellers(actor, period(actor, asked), page));
  }

  /** Returns how the server does: requests, failures, how long answers take, by device too. */
  @Get("/platform")
  PlatformAnalyticsResponse platform(Actor actor, @RequestBean AskedPeriod asked) {
    return PlatformAnalyticsResponse.from(analytics.platform(actor, period(actor, asked)));
  }

  private ReportPeriod period(Actor actor, AskedPeriod asked) {
    actor.mustBeAdmin();
    return asked.at(clock.instant());
  }
}
