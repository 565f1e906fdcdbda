package dev.stagedoor.web.pages.analytics;

import dev.stagedoor.application.analytics.AnalyticsService;
import dev.stagedoor.application.tv.PlanService;
import dev.stagedoor.domain.analytics.ReportPeriod;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.tv.Plan;
import dev.stagedoor.web.analytics.AskedPeriod;
import dev.stagedoor.web.pages.Form;
import dev.stagedoor.web.pages.Pages;
import dev.stagedoor.web.pages.Shell;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How subscription TV and the server did, for admins. */
@Hidden
@Controller("/admin/analytics")
@Produces(MediaType.TEXT_HTML)
class AnalyticsPages {
  private final Pages pages;
  private final AnalyticsService analytics;
  private final PlanService plans;
  private final Clock clock;

  AnalyticsPages(Pages pages, AnalyticsService analytics, PlanService plans, Clock clock) {
    this.pages = pages;
    this.analytics = analytics;
    this.plans = plans;
    this.clock = clock;
  }

  @Get
  HttpResponse<String> dashboard(
      Shell shell,
      @QueryValue(defaultValue = "") String startDate,
      @QueryValue(defaultValue = "") String endDate,
      @QueryValue(defaultValue = "") String groupBy,
      @QueryValue(defaultValue = "") String timezone,
      PageRequest page) {
    Actor actor = shell.signedIn();
    actor.mustBeAdmin();
    Form form =
        Form.of(
            Map.of(
                "startDate",
                startDate,
                "endDate",
                endDate,
                "groupBy",
                groupBy,
                "timezone",
                timezone));
    ReportPeriod period;
    try {
      period = new AskedPeriod(startDate, endDate, groupBy, timezone).at(clock.instant());
    } catch (DomainException refused) {
      return pages.show(
          HttpStatus.UNPROCESSABLE_ENTITY,
          shell,
          "analytics/dashboard",
          new DashboardPage(form.refused(refused, shell.text()), Optional.empty()));
    }
    return pages.show(
        shell,
        "analytics/dashboard",
        new DashboardPage(filled(period), Optional.of(reports(actor, period, page))));
  }

  private DashboardPage.Reports reports(Actor actor, ReportPeriod period, PageRequest page) {
    return new DashboardPage.Reports(
        analytics.users(actor, period),
        analytics.revenue(actor, period),
        analytics.resellers(actor, period, page),
        analytics.platform(actor, period),
        plans.all(actor).stream()
            .collect(Collectors.toMap(Plan::priceId, plan -> plan.terms().name())));
  }

  private static Form filled(ReportPeriod period) {
    return Form.of(
        Map.of(
            "startDate",
            period.start().toString(),
            "endDate",
            period.end().toString(),
            "groupBy",
            period.grouping().code(),
            "timezone",
            period.zoneName()));
  }
}
