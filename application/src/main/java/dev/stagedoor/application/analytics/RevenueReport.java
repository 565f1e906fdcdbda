package dev.stagedoor.application.analytics;

import dev.stagedoor.application.analytics.AnalyticsSums.Part;
import dev.stagedoor.domain.analytics.FactKind;
import dev.stagedoor.domain.analytics.ReportPeriod;
import dev.stagedoor.domain.analytics.Share;
import dev.stagedoor.domain.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Puts together what subscriptions bring in. */
final class RevenueReport {
  static final Set<FactKind> KINDS =
      EnumSet.of(
          FactKind.SUBSCRIBED,
          FactKind.REACTIVATED,
          FactKind.UPGRADED,
          FactKind.DOWNGRADED,
          FactKind.CHURNED);
  static final Set<FactKind> MIX = EnumSet.of(FactKind.PLAN_TAKEN, FactKind.PLAN_LEFT);

  private RevenueReport() {}

  static RevenueAnalytics of(Elapsed elapsed, Tally tally, List<Part> mix, Currency usual) {
    Set<Currency> currencies = new TreeSet<>(Comparator.comparing(Currency::getCurrencyCode));
    currencies.addAll(tally.currencies());
    currencies.add(usual);
    Map<Currency, Standing> standings = new LinkedHashMap<>();
    currencies.forEach(currency -> standings.put(currency, Standing.none(currency)));
    standings.replaceAll((currency, before) -> before.after(-1, tally));
    Map<Currency, Standing> first = new LinkedHashMap<>(standings);
    List<RevenueAnalytics.Slice> series = new ArrayList<>();
    List<ReportPeriod.Slice> slices = elapsed.slices();
    for (int at = 0; at < slices.size(); at++) {
      for (Currency currency : currencies) {
        Standing before = standings.getOrDefault(currency, Standing.none(currency));
        Standing after = before.after(at, tally);
        standings.put(currency, after);
        series.add(slice(slices.get(at).date(), before, after, tally, at, at + 1));
      }
    }
    List<RevenueAnalytics.Slice> totals = new ArrayList<>();
    first.forEach(
        (currency, before) ->
            totals.add(
                slice(
                    elapsed.period().start(),
                    before,
                    standings.getOrDefault(currency, before),
                    tally,
                    0,
                    slices.size())));
    return new RevenueAnalytics(elapsed.period(), series, totals, planMix(mix));
  }

  /** How it stands at a moment, in one currency. */
  private record Standing(Currency currency, long mrr, long subscribers) {
    static Standing none(Currency currency) {
      return new Standing(currency, 0, 0);
    }

    Standing after(int slice, Tally tally) {
      long change = 0;
      for (FactKind kind : KINDS) {
        change += tally.amount(slice, kind, currency);
      }
      return new Standing(
          currency,
          mrr + change,
          subscribers
              + tally.count(slice, FactKind.SUBSCRIBED, currency)
              + tally.count(slice, FactKind.REACTIVATED, currency)
              - tally.count(slice, FactKind.CHURNED, currency));
    }
  }

  /** Tells what was in the slices from one to before another. */
  private static RevenueAnalytics.Slice slice(
      LocalDate date, Standing before, Standing after, Tally tally, int from, int to) {
    Currency currency = before.currency();
    Map<FactKind, Long> amounts = new LinkedHashMap<>();
    long churned = 0;
    for (int at = from; at < to; at++) {
      churned += tally.count(at, FactKind.CHURNED, currency);
      for (FactKind kind : KINDS) {
        amounts.merge(kind, tally.amount(at, kind, currency), Long::sum);
      }
    }
    return new RevenueAnalytics.Slice(
        date,
        currency,
        new Money(after.mrr(), currency),
        new Money(amounts.getOrDefault(FactKind.SUBSCRIBED, 0L), currency),
        new Money(amounts.getOrDefault(FactKind.REACTIVATED, 0L), currency),
        new Money(amounts.getOrDefault(FactKind.UPGRADED, 0L), currency),
        new Money(-amounts.getOrDefault(FactKind.DOWNGRADED, 0L), currency),
        new Money(-amounts.getOrDefault(FactKind.CHURNED, 0L), currency),
        after.subscribers(),
        churned,
        new Share(churned, before.subscribers()));
  }

  private static List<RevenueAnalytics.PlanShare> planMix(List<Part> parts) {
    record Key(String plan, Currency currency) {}
    Map<Key, RevenueAnalytics.PlanShare> plans = new LinkedHashMap<>();
    for (Part part : parts) {
      Currency currency = part.currency().orElseThrow();
      long people = part.kind() == FactKind.PLAN_TAKEN ? part.count() : -part.count();
      plans.merge(
          new Key(part.what(), currency),
          new RevenueAnalytics.PlanShare(part.what(), people, new Money(part.amount(), currency)),
          (one, other) ->
              new RevenueAnalytics.PlanShare(
                  one.plan(),
                  one.subscribers() + other.subscribers(),
                  one.mrr().plus(other.mrr())));
    }
    return plans.values().stream()
        .filter(plan -> plan.subscribers() != 0)
        .sorted(
            Comparator.comparing((RevenueAnalytics.PlanShare plan) -> plan.mrr().minor())
                .reversed()
                .thenComparing(RevenueAnalytics.PlanShare::plan))
        .toList();
  }
}
