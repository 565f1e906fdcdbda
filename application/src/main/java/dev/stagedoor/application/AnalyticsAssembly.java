package dev.stagedoor.application;

import dev.stagedoor.application.analytics.AnalyticsService;

/** Puts analytics together. */
record AnalyticsAssembly(AnalyticsService analytics) implements Assembly {
  static AnalyticsAssembly on(Foundation base) {
    return new AnalyticsAssembly(new AnalyticsService());
  }
}
