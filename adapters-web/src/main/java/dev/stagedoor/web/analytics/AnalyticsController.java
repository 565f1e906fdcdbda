package dev.stagedoor.web.analytics;

import dev.stagedoor.application.analytics.AnalyticsService;
import dev.stagedoor.domain.analytics.ReportPeriod;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.PageRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

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
  UserAnalyticsResponse users(
      Actor actor,
      @QueryValue @Nullable String startDate,
      @QueryValue @Nullable String endDate,
      @QueryValue @Nullable String groupBy,
      @QueryValue @Nullable String timezone) {
    return UserAnalyticsResponse.from(
        analytics.users(actor, period(actor, startDate, endDate, groupBy, timezone)));
  }

  /** Returns what subscriptions bring in a month, why that changed, and who has which plan. */
  @Get("/revenue")
  RevenueAnalyticsResponse revenue(
      Actor actor,
      @QueryValue @Nullable String startDate,
      @QueryValue @Nullable String endDate,
      @QueryValue @Nullable String groupBy,
      @QueryValue @Nullable String timezone) {
    return RevenueAnalyticsResponse.from(
        analytics.revenue(actor, period(actor, startDate, endDate, groupBy, timezone)));
  }

  /** Returns what resellers spend and whom they win for it; one page of the resellers. */
  @Get("/resellers")
  ResellerAnalyticsResponse resellers(
      Actor actor,
      @QueryValue @Nullable String startDate,
      @QueryValue @Nullable String endDate,
      @QueryValue @Nullable String groupBy,
      @QueryValue @Nullable String timezone,
      PageRequest page) {
    return ResellerAnalyticsResponse.from(
        analytics.resellers(actor, period(actor, startDate, endDate, groupBy, timezone), page));
  }

  /** Returns how the server does: requests, failures, how long answers take, by device too. */
  @Get("/platform")
  PlatformAnalyticsResponse platform(
      Actor actor,
      @QueryValue @Nullable String startDate,
      @QueryValue @Nullable String endDate,
      @QueryValue @Nullable String groupBy,
      @QueryValue @Nullable String timezone) {
    return PlatformAnalyticsResponse.from(
        analytics.platform(actor, period(actor, startDate, endDate, groupBy, timezone)));
  }

  private ReportPeriod period(
      Actor actor,
      @Nullable String startDate,
      @Nullable String endDate,
      @Nullable String groupBy,
      @Nullable String timezone) {
    actor.mustBeAdmin();
    return new AskedPeriod(startDate, endDate, groupBy, timezone).at(clock.instant());
  }
}
