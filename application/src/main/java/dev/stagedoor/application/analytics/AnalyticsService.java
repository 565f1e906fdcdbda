package dev.stagedoor.application.analytics;

import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.application.port.AnalyticsQueries;
import dev.stagedoor.application.port.PlatformQueries;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.analytics.Fact;
import dev.stagedoor.domain.analytics.FactKind;
import dev.stagedoor.domain.analytics.Grouping;
import dev.stagedoor.domain.analytics.ReportPeriod;
import dev.stagedoor.domain.analytics.RequestTally;
import dev.stagedoor.domain.analytics.SystemReading;
import dev.stagedoor.domain.analytics.port.Facts;
import dev.stagedoor.domain.analytics.port.Measures;
import dev.stagedoor.domain.analytics.port.RollUp;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.PageRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;

/**
 * What admins see of how things go, and where what is measured comes in. Shown is what the sums
 * have, which are at most some seconds late.
 */
public final class AnalyticsService {
  private static final Duration EVERY = Duration.ofSeconds(10);
  private static final int BATCH = 20_000;

  private final UnitOfWork work;
  private final Function<Fact, Boolean> recorded;
  private final RollUp rollUp;
  private final Measures measures;
  private final AnalyticsQueries queries;
  private final PlatformQueries platform;
  private final Currency currency;
  private final Clock clock;
  private final SeenToday seenToday = new SeenToday();

  /**
   * Makes the service.
   *
   * @param currency our first one, whose minor unit a credit is worth
   */
  public AnalyticsService(
      UnitOfWork work,
      Facts facts,
      RollUp rollUp,
      Measures measures,
      AnalyticsQueries queries,
      PlatformQueries platform,
      Currency currency,
      Clock clock) {
    this.work = work;
    this.recorded =
        work.together(
            news -> {
              facts.record(news);
              return news.stream().map(fact -> true).toList();
            });
    this.rollUp = rollUp;
    this.measures = measures;
    this.queries = queries;
    this.platform = platform;
    this.currency = currency;
    this.clock = clock;
  }

  /** Returns who came, who stayed, and who pays after the trial. */
  public UserAnalytics users(Actor actor, ReportPeriod period) {
    actor.mustBeAdmin();
    Elapsed elapsed = elapsed(period);
    Grouping by = UserReport.cohorts(period.grouping());
    return work.read(
        () ->
            UserReport.of(
                elapsed,
                new Tally(queries.sums(UserReport.KINDS, elapsed.moments())),
                queries.active(period.grouping(), period.start(), period.end()),
                queries.cohorts(by, by.startOf(period.start()), period.end())));
  }

  /** Returns what subscriptions bring in each month, and why that changed. */
  public RevenueAnalytics revenue(Actor actor, ReportPeriod period) {
    actor.mustBeAdmin();
    Elapsed elapsed = elapsed(period);
    return work.read(
        () ->
            RevenueReport.of(
                elapsed,
                new Tally(queries.sums(RevenueReport.KINDS, elapsed.moments())),
                queries.parts(RevenueReport.MIX, elapsed.to()),
                currency));
  }

  /** Returns what resellers spend, and whom they win for it. */
  public ResellerAnalytics resellers(Actor actor, ReportPeriod period, PageRequest page) {
    actor.mustBeAdmin();
    Elapsed elapsed = elapsed(period);
    return work.read(
        () ->
            ResellerReport.of(
                elapsed,
                new Tally(queries.sums(ResellerReport.KINDS, elapsed.moments())),
                queries.spenders(elapsed.from(), elapsed.to(), page),
                currency));
  }

  /** Returns how the server did. */
  public PlatformAnalytics platform(Actor actor, ReportPeriod period) {
    actor.mustBeAdmin();
    Elapsed elapsed = elapsed(period);
    return work.read(
        () ->
            PlatformReport.of(
                elapsed,
                platform.requests(elapsed.moments()),
                platform.routes(period.start(), period.end()),
                platform.load(elapsed.from(), elapsed.to())));
  }

  private Elapsed elapsed(ReportPeriod period) {
    return Elapsed.of(period, clock.instant());
  }

  /** Tells whether this server noted today that somebody is here; from memory. */
  public boolean isSeen(UserId user) {
    return seenToday.isNoted(user, Elapsed.day(clock.instant()));
  }

  /**
   * Notes that somebody uses the service: once a day of UTC, so that it can be told at each
   * request. Opens a unit of work of its own, the first time; must not be called on an event loop.
   * Where that fails, the next one notes it.
   */
  public void seen(UserId user) {
    Instant now = clock.instant();
    LocalDate day = Elapsed.day(now);
    if (!seenToday.isNoted(user, day)) {
      Boolean unused =
          recorded.apply(Fact.of(FactKind.ACTIVE, user.value() + " " + day, user, now));
      seenToday.note(user, day);
    }
  }

  /** Takes in what one process gathered since the last time; repeated, it counts again. */
  public void measured(List<RequestTally> requests, SystemReading system) {
    work.run(() -> measures.add(clock.instant(), requests, system));
  }

  /** Returns what adds facts to the sums. */
  public RecurringJob rollingUp() {
    return new RecurringJob("roll-up", EVERY, this::rollUp);
  }

  private void rollUp() {
    int added;
    do {
      added = work.write(() -> rollUp.next(BATCH));
    } while (added == BATCH);
  }
}
