package dev.stagedoor.application.tv;

import java.util.Map;

/**
 * How subscription TV does.
 *
 * @param mrr what running subscriptions bring in a month, in minor units by currency
 * @param failedWebhooks deliveries of providers in the last day that could not be applied
 */
public record TvFigures(
    long totalUsers,
    long totalSubscribers,
    long activeSubscriptions,
    long pastDueSubscriptions,
    long trialUsers,
    long totalResellers,
    long totalClients,
    long activeClients,
    long creditsOutstanding,
    long creditsSpentThisMonth,
    Map<String, Long> mrr,
    long newUsersToday,
    long failedWebhooks) {}
