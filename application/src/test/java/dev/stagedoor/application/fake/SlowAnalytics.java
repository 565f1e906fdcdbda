package dev.stagedoor.application.fake;

import static dev.stagedoor.domain.analytics.FactKind.ACTIVE;
import static dev.stagedoor.domain.analytics.FactKind.CHURNED;
import static dev.stagedoor.domain.analytics.FactKind.CLIENT_CREATED;
import static dev.stagedoor.domain.analytics.FactKind.CLIENT_RENEWED;
import static dev.stagedoor.domain.analytics.FactKind.CLIENT_SERVED;
import static dev.stagedoor.domain.analytics.FactKind.CREDITS_GRANTED;
import static dev.stagedoor.domain.analytics.FactKind.CREDITS_SPENT;
import static dev.stagedoor.domain.analytics.FactKind.DOWNGRADED;
import static dev.stagedoor.domain.analytics.FactKind.PLAN_LEFT;
import static dev.stagedoor.domain.analytics.FactKind.PLAN_TAKEN;
import static dev.stagedoor.domain.analytics.FactKind.REACTIVATED;
import static dev.stagedoor.domain.analytics.FactKind.SIGNED_UP;
import static dev.stagedoor.domain.analytics.FactKind.STARTED_TRIAL_CONVERTED;
import static dev.stagedoor.domain.analytics.FactKind.SUBSCRIBED;
import static dev.stagedoor.domain.analytics.FactKind.TRIAL_CONVERTED;
import static dev.stagedoor.domain.analytics.FactKind.TRIAL_STARTED;
import static dev.stagedoor.domain.analytics.FactKind.UPGRADED;

import dev.stagedoor.application.analytics.PlatformAnalytics;
import dev.stagedoor.application.analytics.ResellerAnalytics;
import dev.stagedoor.application.analytics.RevenueAnalytics;
import dev.stagedoor.application.analytics.UserAnalytics;
import dev.stagedoor.domain.analytics.DeviceClass;
import dev.stagedoor.domain.analytics.Fact;
import dev.stagedoor.domain.analytics.FactKind;
import dev.stagedoor.domain.analytics.Grouping;
import dev.stagedoor.domain.analytics.LatencyScale;
import dev.stagedoor.domain.analytics.ReportPeriod;
import dev.stagedoor.domain.analytics.RequestTally;
import dev.stagedoor.domain.analytics.Share;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.fake.InMemoryMeasures.Gathered;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Works every figure out from all that ever happened, by looking on which day of the zone each
 * thing was: slowly, and as plainly as it can be said.
 */
public final class SlowAnalytics {
  private final List<Fact> facts;
  private final Instant now;
  private final LocalDate today;

  /**
   * Takes what happened.
   *
   * @param now nothing that is more than a quarter of an hour ahead has happened
   */
  public SlowAnalytics(Collection<Fact> facts, Instant now) {
    Instant soon = Instant.ofEpochSecond(now.getEpochSecond() / 900 * 900 + 900);
    this.facts = facts.stream().filter(fact -> fact.at().isBefore(soon)).toList();
    this.now = now;
    this.today = day(now, ZoneOffset.UTC);
  }

  private static LocalDate day(Instant at, ZoneId zone) {
    return at.atZone(zone).toLocalDate();
  }

  private List<LocalDate> starts(ReportPeriod period) {
    return starts(period, now);
  }

  /** Returns where slices begin that have begun. */
  private static List<LocalDate> starts(ReportPeriod period, Instant now) {
    return period
        .start()
        .datesUntil(period.end().plusDays(1))
        .map(period.grouping()::startOf)
        .distinct()
        .filter(start -> !start.atStartOfDay(period.zone()).toInstant().isAfter(now))
        .toList();
  }

  private static Predicate<Fact> in(ReportPeriod period, LocalDate start) {
    return fact -> period.grouping().startOf(day(fact.at(), period.zone())).equals(start);
  }

  private static Predicate<Fact> in(ReportPeriod period) {
    return fact -> {
      LocalDate day = day(fact.at(), period.zone());
      return !day.isBefore(period.start()) && !day.isAfter(period.end());
    };
  }

  private static Predicate<Fact> until(ReportPeriod period, LocalDate start) {
    return fact -> !period.grouping().startOf(day(fact.at(), period.zone())).isAfter(start);
  }

  private static Predicate<Fact> until(ReportPeriod period) {
    return fact -> !day(fact.at(), period.zone()).isAfter(period.end());
  }

  private static Predicate<Fact> before(ReportPeriod period, LocalDate start) {
    return fact -> period.grouping().startOf(day(fact.at(), period.zone())).isBefore(start);
  }

  private Stream<Fact> of(Predicate<Fact> when, FactKind... kinds) {
    return facts.stream().filter(fact -> List.of(kinds).contains(fact.kind())).filter(when);
  }

  private long count(Predicate<Fact> when, FactKind... kinds) {
    return of(when, kinds).count();
  }

  private long amount(Predicate<Fact> when, FactKind... kinds) {
    return of(when, kinds).mapToLong(Fact::amount).sum();
  }

  public UserAnalytics users(ReportPeriod period) {
    List<LocalDate> starts = starts(period);
    List<UserAnalytics.Slice> series =
        starts.stream()
            .map(start -> users(period, start, in(period, start), until(period, start)))
            .toList();
    long active =
        series.stream()
            .filter(slice -> !slice.date().isAfter(today))
            .reduce((one, next) -> next)
            .map(UserAnalytics.Slice::activeUsers)
            .orElse(0L);
    UserAnalytics.Slice all = users(period, period.start(), in(period), until(period));
    return new UserAnalytics(
        period,
        series,
        new UserAnalytics.Slice(
            all.date(),
            all.newUsers(),
            all.totalUsers(),
            active,
            all.trialsStarted(),
            all.trialsConverted(),
            all.trialConversion()),
        retention(period));
  }

  private UserAnalytics.Slice users(
      ReportPeriod period, LocalDate start, Predicate<Fact> within, Predicate<Fact> until) {
    return new UserAnalytics.Slice(
        start,
        count(within, SIGNED_UP),
        count(until, SIGNED_UP),
        of(fact -> period.grouping().startOf(day(fact.at(), ZoneOffset.UTC)).equals(start), ACTIVE)
            .map(Fact::who)
            .distinct()
            .count(),
        count(within, TRIAL_STARTED),
        count(within, TRIAL_CONVERTED),
        new Share(count(within, STARTED_TRIAL_CONVERTED), count(within, TRIAL_STARTED)));
  }

  private UserAnalytics.Retention retention(ReportPeriod period) {
    Grouping by = period.grouping() == Grouping.MONTH ? Grouping.MONTH : Grouping.WEEK;
    Map<UserId, TreeSet<LocalDate>> here =
        of(fact -> true, ACTIVE)
            .collect(
                Collectors.groupingBy(
                    fact -> fact.who().orElseThrow(),
                    Collectors.mapping(
                        fact -> by.startOf(day(fact.at(), ZoneOffset.UTC)),
                        Collectors.toCollection(TreeSet::new))));
    List<UserAnalytics.Cohort> cohorts = new ArrayList<>();
    for (LocalDate cohort = by.startOf(period.start());
        !cohort.isAfter(period.end());
        cohort = by.after(cohort)) {
      LocalDate first = cohort;
      List<TreeSet<LocalDate>> people =
          here.values().stream().filter(starts -> starts.first().equals(first)).toList();
      if (people.isEmpty()) {
        continue;
      }
      List<Long> active = new ArrayList<>();
      for (LocalDate start = first;
          !start.isAfter(today) && active.size() < 53;
          start = by.after(start)) {
        LocalDate then = start;
        active.add(people.stream().filter(starts -> starts.contains(then)).count());
      }
      cohorts.add(new UserAnalytics.Cohort(first, people.size(), active));
    }
    return new UserAnalytics.Retention(by == Grouping.MONTH, cohorts);
  }

  public RevenueAnalytics revenue(ReportPeriod period, Currency usual) {
    List<LocalDate> starts = starts(period);
    Predicate<Fact> byEnd = until(period);
    List<Currency> currencies =
        Stream.concat(
                Stream.of(usual),
                of(byEnd, SUBSCRIBED, REACTIVATED, UPGRADED, DOWNGRADED, CHURNED)
                    .map(fact -> fact.currency().orElseThrow()))
            .distinct()
            .sorted(Comparator.comparing(Currency::getCurrencyCode))
            .toList();
    List<RevenueAnalytics.Slice> series = new ArrayList<>();
    for (LocalDate start : starts) {
      for (Currency currency : currencies) {
        series.add(
            revenue(
                start, currency, in(period, start), before(period, start), until(period, start)));
      }
    }
    return new RevenueAnalytics(
        period,
        series,
        currencies.stream()
            .map(
                currency ->
                    revenue(
                        period.start(),
                        currency,
                        in(period),
                        before(period, period.start()),
                        byEnd))
            .toList(),
        planMix(byEnd));
  }

  private RevenueAnalytics.Slice revenue(
      LocalDate date,
      Currency currency,
      Predicate<Fact> when,
      Predicate<Fact> earlier,
      Predicate<Fact> upTo) {
    Predicate<Fact> its = fact -> fact.currency().orElseThrow().equals(currency);
    Predicate<Fact> within = fact -> when.test(fact) && its.test(fact);
    Predicate<Fact> before = fact -> earlier.test(fact) && its.test(fact);
    Predicate<Fact> until = fact -> upTo.test(fact) && its.test(fact);
    return new RevenueAnalytics.Slice(
        date,
        currency,
        new Money(amount(until, SUBSCRIBED, REACTIVATED, UPGRADED, DOWNGRADED, CHURNED), currency),
        new Money(amount(within, SUBSCRIBED), currency),
        new Money(amount(within, REACTIVATED), currency),
        new Money(amount(within, UPGRADED), currency),
        new Money(-amount(within, DOWNGRADED), currency),
        new Money(-amount(within, CHURNED), currency),
        count(until, SUBSCRIBED, REACTIVATED) - count(until, CHURNED),
        count(within, CHURNED),
        new Share(
            count(within, CHURNED),
            count(before, SUBSCRIBED, REACTIVATED) - count(before, CHURNED)));
  }

  private List<RevenueAnalytics.PlanShare> planMix(Predicate<Fact> until) {
    record Key(String plan, Currency currency) {}
    return of(until, PLAN_TAKEN, PLAN_LEFT)
        .collect(Collectors.groupingBy(fact -> new Key(fact.what(), fact.currency().orElseThrow())))
        .entrySet()
        .stream()
        .map(
            plan ->
                new RevenueAnalytics.PlanShare(
                    plan.getKey().plan(),
                    plan.getValue().stream()
                        .mapToLong(fact -> fact.kind() == PLAN_TAKEN ? 1 : -1)
                        .sum(),
                    new Money(
                        plan.getValue().stream().mapToLong(Fact::amount).sum(),
                        plan.getKey().currency())))
        .filter(plan -> plan.subscribers() != 0)
        .toList();
  }

  /** Returns what resellers do, without who they are. */
  public List<ResellerAnalytics.Slice> resellers(ReportPeriod period) {
    return starts(period).stream()
        .map(start -> resellers(start, in(period, start), until(period, start)))
        .toList();
  }

  public ResellerAnalytics.Slice resellersInAll(ReportPeriod period) {
    return resellers(period.start(), in(period), until(period));
  }

  private ResellerAnalytics.Slice resellers(
      LocalDate date, Predicate<Fact> within, Predicate<Fact> until) {
    return new ResellerAnalytics.Slice(
        date,
        amount(within, CREDITS_GRANTED),
        amount(within, CREDITS_SPENT),
        count(within, CLIENT_CREATED),
        count(within, CLIENT_RENEWED),
        amount(until, CLIENT_SERVED));
  }

  /** Returns what one reseller spent, and how many clients they made. */
  public List<Long> reseller(ReportPeriod period, UUID id) {
    Predicate<Fact> its = in(period).and(fact -> fact.what().equals(id.toString()));
    return List.of(amount(its, CREDITS_SPENT), count(its, CLIENT_CREATED));
  }

  /** Returns how many resellers did anything. */
  public long resellersThatDid(ReportPeriod period) {
    return of(in(period), CREDITS_SPENT, CLIENT_CREATED).map(Fact::what).distinct().count();
  }

  /** Returns a page that has everybody. */
  public static PageRequest everybody() {
    return new PageRequest(1, PageRequest.MAX_LIMIT);
  }

  /** Returns what requests there were, in each slice and at last in all of them. */
  public static List<PlatformAnalytics.Slice> platform(
      ReportPeriod period, List<Gathered> gathered, Instant now) {
    List<PlatformAnalytics.Slice> slices = new ArrayList<>();
    for (LocalDate start : starts(period, now)) {
      slices.add(
          slice(
              start,
              gathered.stream()
                  .filter(
                      one ->
                          period.grouping().startOf(day(one.at(), period.zone())).equals(start))));
    }
    slices.add(
        slice(
            period.start(),
            gathered.stream()
                .filter(
                    one ->
                        !day(one.at(), period.zone()).isBefore(period.start())
                            && !day(one.at(), period.zone()).isAfter(period.end()))));
    return slices;
  }

  private static PlatformAnalytics.Slice slice(LocalDate date, Stream<Gathered> gathered) {
    List<RequestTally> all = gathered.flatMap(one -> one.requests().stream()).toList();
    Map<DeviceClass, PlatformAnalytics.Requests> devices = new EnumMap<>(DeviceClass.class);
    for (DeviceClass device : DeviceClass.values()) {
      List<RequestTally> its = all.stream().filter(one -> one.device() == device).toList();
      if (!its.isEmpty()) {
        devices.put(device, requests(its));
      }
    }
    return new PlatformAnalytics.Slice(date, requests(all), devices);
  }

  private static PlatformAnalytics.Requests requests(List<RequestTally> tallies) {
    List<Integer> slots = new ArrayList<>();
    for (RequestTally tally : tallies) {
      for (long i = 0; i < tally.requests(); i++) {
        slots.add(tally.slot());
      }
    }
    int[] sorted = slots.stream().mapToInt(slot -> slot).sorted().toArray();
    return new PlatformAnalytics.Requests(
        sorted.length,
        tallies.stream().mapToLong(RequestTally::errors).sum(),
        tallies.stream().mapToLong(RequestTally::refusals).sum(),
        percentile(sorted, 50),
        percentile(sorted, 95),
        percentile(sorted, 99));
  }

  private static long percentile(int[] sorted, int ofHundred) {
    return sorted.length == 0
        ? 0
        : LatencyScale.micros(sorted[(sorted.length * ofHundred + 99) / 100 - 1]);
  }

  /** Returns requests to each group of routes. */
  public static Map<String, Long> routes(ReportPeriod period, List<Gathered> gathered) {
    Map<String, Long> routes = new TreeMap<>();
    gathered.stream()
        .filter(one -> !day(one.at(), ZoneOffset.UTC).isBefore(period.start()))
        .filter(one -> !day(one.at(), ZoneOffset.UTC).isAfter(period.end()))
        .flatMap(one -> one.requests().stream())
        .forEach(tally -> routes.merge(tally.route(), tally.requests(), Long::sum));
    return routes;
  }

  /** Returns moments at which something is easily counted wrongly. */
  public static List<Instant> edges() {
    return Arrays.asList(
        // Clocks change in Europe, in America, on Lord Howe and in Brazil.
        Instant.parse("2024-03-31T01:00:00Z"),
        Instant.parse("2024-10-27T01:00:00Z"),
        Instant.parse("2024-03-10T07:00:00Z"),
        Instant.parse("2024-11-03T06:00:00Z"),
        Instant.parse("2024-04-06T15:00:00Z"),
        Instant.parse("2018-11-04T03:00:00Z"),
        // Samoa goes without a day.
        Instant.parse("2011-12-30T10:00:00Z"),
        // Leap days, ends of months and years, weeks of two years.
        Instant.parse("2024-02-29T00:00:00Z"),
        Instant.parse("2024-03-01T00:00:00Z"),
        Instant.parse("2023-03-01T00:00:00Z"),
        Instant.parse("2024-05-01T00:00:00Z"),
        Instant.parse("2025-01-01T00:00:00Z"),
        Instant.parse("2021-01-04T00:00:00Z"),
        Instant.parse("2020-12-28T00:00:00Z"));
  }
}
