package dev.stagedoor.bootstrap.benchmarks;

import dev.stagedoor.application.AnalyticsPorts;
import dev.stagedoor.application.analytics.AnalyticsService;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.analytics.Grouping;
import dev.stagedoor.domain.analytics.ReportPeriod;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.persistence.Persistence;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Asks for what admins see of a year of many accounts, by the library's own service in this very
 * process; the database is a process of its own. What happened is put there by statements, and
 * added up as the job does it.
 */
final class Analytics {
  static final List<String> NAMES = List.of("analytics");

  private static final String HEADER =
      "| workload | answer | zone | by | slices | p50 ms | p99 ms | most ms |";
  private static final int BATCH = 200_000;
  private static final int WARM_UPS = 10;
  private static final int ANSWERS = 20;
  private static final int GOAL_MILLIS = 200;

  private final String name;
  private final int accounts;
  private final Database database;
  private final AnalyticsService service;
  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
  private double slowest;

  private Analytics(String name, Database database, Persistence persistence) {
    this.name = name;
    this.accounts = accounts(name);
    this.database = database;
    AnalyticsPorts ports = persistence.ports().analytics();
    this.service =
        new AnalyticsService(
            persistence.ports().unitOfWork(),
            ports.facts(),
            ports.rollUp(),
            ports.measures(),
            ports.queries(),
            ports.platform(),
            Currency.getInstance("USD"),
            Clock.systemUTC());
  }

  static boolean isNamed(String name) {
    return name.matches("analytics(-[1-9][0-9]{1,6})?");
  }

  private static int accounts(String name) {
    return name.equals("analytics")
        ? 1_000_000
        : Integer.parseInt(name.substring("analytics-".length()));
  }

  /** Returns whether the sums are those of what happened. */
  static boolean measure(Options options, String name, Path folder, Report report)
      throws Exception {
    try (Database database = Database.start(folder.resolve("database"));
        Persistence persistence = database.persistence()) {
      Analytics analytics = new Analytics(name, database, persistence);
      Benchmarks.say(name + ": making up a year");
      database.execute(
          AnalyticsYear.of(analytics.accounts, analytics.today).toArray(String[]::new));
      Benchmarks.say(name + ": adding it up");
      double perSecond = rollUp(persistence);
      database.execute("vacuum analyze");
      analytics.answers(options, report);
      List<String> wrong = analytics.wrong();
      report.note(
          "`%s`: %,d accounts and %,d facts of a year, added up at %,.0f facts in a second; the slowest p99 is %.0f ms, "
                  .formatted(
                      name,
                      analytics.accounts,
                      database.number("select count(*) from analytics_facts"),
                      perSecond,
                      analytics.slowest)
              + (analytics.slowest < GOAL_MILLIS ? "below" : "NOT below")
              + " %d ms.".formatted(GOAL_MILLIS));
      report.checked(name, database, wrong);
      return wrong.isEmpty();
    }
  }

  private static double rollUp(Persistence persistence) {
    UnitOfWork work = persistence.ports().unitOfWork();
    long start = System.nanoTime();
    long all = 0;
    int added;
    do {
      added = work.write(() -> persistence.ports().analytics().rollUp().next(BATCH));
      all += added;
    } while (added == BATCH);
    return all / ((System.nanoTime() - start) / 1e9);
  }

  private void answers(Options options, Report report) throws InterruptedException {
    Map<String, Consumer<ReportPeriod>> answers = new LinkedHashMap<>();
    answers.put("users", period -> service.users(Actor.system(), period));
    answers.put("revenue", period -> service.revenue(Actor.system(), period));
    answers.put(
        "resellers", period -> service.resellers(Actor.system(), period, PageRequest.first()));
    answers.put("platform", period -> service.platform(Actor.system(), period));
    Bench.awaitIdle(options.idleWait());
    for (ReportPeriod period : periods()) {
      answers.forEach((answer, asking) -> answer(options, report, answer, period, asking));
    }
  }

  private List<ReportPeriod> periods() {
    List<ReportPeriod> periods = new ArrayList<>();
    for (String zone : List.of("UTC", "America/New_York", "Asia/Kathmandu")) {
      for (Grouping grouping : Grouping.values()) {
        periods.add(
            new ReportPeriod(today.minusDays(364), today, grouping, ReportPeriod.zone(zone)));
      }
    }
    return periods;
  }

  private void answer(
      Options options,
      Report report,
      String answer,
      ReportPeriod period,
      Consumer<ReportPeriod> asking) {
    for (int i = 0; i < WARM_UPS; i++) {
      asking.accept(period);
    }
    double[] millis = new double[ANSWERS * options.repeats()];
    for (int i = 0; i < millis.length; i++) {
      long start = System.nanoTime();
      asking.accept(period);
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(millis);
    double p99 = millis[(millis.length * 99 + 99) / 100 - 1];
    slowest = Math.max(slowest, p99);
    report.row(
        HEADER,
        String.join(
            " | ",
            "| " + name,
            answer,
            period.zoneName(),
            period.grouping().code(),
            Integer.toString(period.slices().size()),
            Report.decimal(millis[millis.length / 2], 1),
            Report.decimal(p99, 1),
            Report.decimal(millis[millis.length - 1], 1) + " |"));
  }

  /** Compares what is told with what all facts say. */
  private List<String> wrong() {
    ReportPeriod year =
        new ReportPeriod(today.minusDays(364), today, Grouping.MONTH, ZoneOffset.UTC);
    var users = service.users(Actor.system(), year).totals();
    var revenue = service.revenue(Actor.system(), year).totals().get(0);
    var resellers = service.resellers(Actor.system(), year, PageRequest.first());
    List<String> wrong = new ArrayList<>();
    same(
        wrong,
        "accounts",
        users.totalUsers(),
        "select count(*) from analytics_facts where kind = 'signed_up'");
    same(
        wrong,
        "conversions",
        users.trialsConverted(),
        "select count(*) from analytics_facts where kind = 'trial_converted'");
    same(
        wrong,
        "MRR",
        revenue.mrr().minor(),
        "select sum(amount)::bigint from analytics_facts where kind in ('plan_taken', 'plan_left')");
    same(
        wrong,
        "credits",
        resellers.totals().creditsSpent(),
        "select sum(amount)::bigint from analytics_facts where kind = 'credits_spent'");
    same(
        wrong,
        "the first reseller's credits",
        resellers.resellers().items().get(0).creditsSpent(),
        "select sum(amount)::bigint from analytics_facts where kind = 'credits_spent' group by what order by 1 desc limit 1");
    same(
        wrong,
        "requests",
        service.platform(Actor.system(), year).totals().all().requests(),
        "select sum(requests)::bigint from analytics_requests where span = 'quarter_hour'");
    same(
        wrong,
        "requests by route",
        service.platform(Actor.system(), year).routes().stream()
            .mapToLong(route -> route.requests().requests())
            .sum(),
        "select sum(requests)::bigint from analytics_requests where span = 'day' and device = ''");
    return wrong;
  }

  private void same(List<String> wrong, String what, long told, String query) {
    long exact = database.number(query);
    if (told != exact || exact == 0) {
      wrong.add("%s: %d is told and %d is so".formatted(what, told, exact));
    }
  }
}
