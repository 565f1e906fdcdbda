package dev.stagedoor.web.tv;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.application.tv.TvFigures;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.web.json.Decimals;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.TreeMap;

/**
 * How subscription TV does.
 *
 * @param mrr what running subscriptions bring in a month, in the first of its currencies
 * @param failedWebhooks deliveries of the last day that could not be applied
 */
@Serdeable
public record StatsResponse(
    @JsonProperty("total_users") long totalUsers,
    @JsonProperty("active_subscriptions") long activeSubscriptions,
    BigDecimal mrr,
    String currency,
    @JsonProperty("mrr_by_currency") Map<String, BigDecimal> mrrByCurrency,
    @JsonProperty("trial_users") long trialUsers,
    @JsonProperty("total_resellers") long totalResellers,
    @JsonProperty("total_subscribers") long totalSubscribers,
    @JsonProperty("past_due_subscriptions") long pastDueSubscriptions,
    @JsonProperty("total_clients") long totalClients,
    @JsonProperty("active_clients") long activeClients,
    @JsonProperty("credits_outstanding") long creditsOutstanding,
    @JsonProperty("credits_spent_this_month") long creditsSpentThisMonth,
    @JsonProperty("new_users_today") long newUsersToday,
    @JsonProperty("failed_webhooks") long failedWebhooks) {
  private static final String USUAL = "USD";

  static StatsResponse from(TvFigures figures) {
    Map<String, BigDecimal> revenue = new TreeMap<>();
    figures
        .mrr()
        .forEach(
            (currency, minor) ->
                revenue.put(
                    currency, Decimals.of(new Money(minor, Currency.getInstance(currency)))));
    String first =
        revenue.containsKey(USUAL) || revenue.isEmpty()
            ? USUAL
            : revenue.keySet().iterator().next();
    return new StatsResponse(
        figures.totalUsers(),
        figures.activeSubscriptions(),
        revenue.getOrDefault(first, BigDecimal.ZERO),
        first,
        revenue,
        figures.trialUsers(),
        figures.totalResellers(),
        figures.totalSubscribers(),
        figures.pastDueSubscriptions(),
        figures.totalClients(),
        figures.activeClients(),
        figures.creditsOutstanding(),
        figures.creditsSpentThisMonth(),
        figures.newUsersToday(),
        figures.failedWebhooks());
  }
}
