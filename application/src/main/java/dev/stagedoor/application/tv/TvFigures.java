package dev.stagedoor.application.tv;

import java.util.Map;

/**
 * How subscription TV does.
 *
 * @param totalUsers accounts whose registration is complete
 * @param activeSubscriptions those that are paid or in their trial at the provider
 * @param pastDueSubscriptions those whose last payment failed
 * @param trialUsers subscribers in their trial who have neither a subscription that runs nor a
 *     reseller who serves them
 * @param activeClients clients who are paid for and not suspended
 * @param creditsSpentThisMonth on clients, since the month began in UTC
 * @param mrr what paid and past due subscriptions bring in a month by the prices of our plans, in
 *     minor units by currency
 * @param newUsersToday those whose account was made since midnight in UTC
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
