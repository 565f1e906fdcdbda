package dev.stagedoor.application;

import dev.stagedoor.application.port.AnalyticsQueries;
import dev.stagedoor.application.port.PlatformQueries;
import dev.stagedoor.domain.analytics.port.Facts;
import dev.stagedoor.domain.analytics.port.Measures;
import dev.stagedoor.domain.analytics.port.PaidPlans;
import dev.stagedoor.domain.analytics.port.RollUp;

/** What analytics needs of whoever keeps its data. */
public record AnalyticsPorts(
    Facts facts,
    RollUp rollUp,
    PaidPlans paidPlans,
    Measures measures,
    AnalyticsQueries queries,
    PlatformQueries platform) {}
