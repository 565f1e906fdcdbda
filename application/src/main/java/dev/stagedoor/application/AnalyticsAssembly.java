package dev.stagedoor.application;

import dev.stagedoor.application.analytics.AnalyticsService;
import dev.stagedoor.application.analytics.FactBook;
import dev.stagedoor.application.jobs.RecurringJob;
import java.util.Currency;
import java.util.List;

/** Puts analytics together. */
record AnalyticsAssembly(AnalyticsService analytics, FactBook facts) implements Assembly {
  private static final Currency USUAL = Currency.getInstance("USD");

  static AnalyticsAssembly on(Foundation base) {
    var ports = base.ports().analytics();
    return new AnalyticsAssembly(
        new AnalyticsService(
            base.ports().unitOfWork(),
            ports.facts(),
            ports.rollUp(),
            ports.measures(),
            ports.queries(),
            ports.platform(),
            currency(base.settings()),
            base.clock()),
        new FactBook(ports.facts(), ports.paidPlans()));
  }

  /** Returns that of the first plan. */
  private static Currency currency(Settings settings) {
    return settings.tv().plans().values().stream()
        .findFirst()
        .map(terms -> terms.monthly().currency())
        .orElse(USUAL);
  }

  @Override
  public List<RecurringJob> recurringJobs() {
    return List.of(analytics.rollingUp());
  }
}
