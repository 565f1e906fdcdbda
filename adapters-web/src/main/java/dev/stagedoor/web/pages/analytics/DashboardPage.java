package dev.stagedoor.web.pages.analytics;

import dev.stagedoor.application.analytics.PlatformAnalytics;
import dev.stagedoor.application.analytics.ResellerAnalytics;
import dev.stagedoor.application.analytics.RevenueAnalytics;
import dev.stagedoor.application.analytics.UserAnalytics;
import dev.stagedoor.domain.analytics.DeviceClass;
import dev.stagedoor.domain.analytics.Grouping;
import dev.stagedoor.domain.analytics.Share;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.web.pages.Form;
import dev.stagedoor.web.pages.Texts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * What the dashboard shows.
 *
 * @param form which days are asked for
 * @param reports nothing where that cannot be read
 */
public record DashboardPage(Form form, Optional<Reports> reports) {
  /**
   * The four reports on the same days.
   *
   * @param planNames by the payment provider's name of their price
   */
  public record Reports(
      UserAnalytics users,
      RevenueAnalytics revenue,
      ResellerAnalytics resellers,
      PlatformAnalytics platform,
      Map<String, String> planNames) {
    public Reports {
      planNames = Map.copyOf(planNames);
    }

    /** Returns who came and who was there, slice by slice. */
    public List<Chart> people(Texts text) {
      Figures figures = new Figures(text);
      return List.of(
          Chart.of(
              "people",
              text.say("analytics.users.chart"),
              figures::count,
              List.of(
                  bars(text, "analytics.users.new", users.series(), UserAnalytics.Slice::newUsers),
                  line(
                      text,
                      "analytics.users.active",
                      users.series(),
                      UserAnalytics.Slice::activeUsers))),
          Chart.of(
              "trials",
              text.say("analytics.trials.chart"),
              figures::count,
              List.of(
                  bars(
                      text,
                      "analytics.users.trials",
                      users.series(),
                      UserAnalytics.Slice::trialsStarted),
                  line(
                      text,
                      "analytics.users.converted",
                      users.series(),
                      UserAnalytics.Slice::trialsConverted))));
    }

    /** Returns what came in, a chart for each currency. */
    public List<Chart> money(Texts text) {
      return revenue.totals().stream()
          .map(RevenueAnalytics.Slice::currency)
          .map(currency -> money(text, currency))
          .toList();
    }

    private Chart money(Texts text, Currency currency) {
      List<RevenueAnalytics.Slice> slices = slicesIn(currency);
      return Chart.of(
          "revenue-" + currency.getCurrencyCode(),
          text.say("analytics.revenue.chart", "currency", currency.getCurrencyCode()),
          minor -> text.money(new Money(minor, currency)),
          List.of(
              line(text, "analytics.mrr", slices, slice -> atLeastNought(slice.mrr())),
              bars(
                  text,
                  "analytics.mrr.gained",
                  slices,
                  slice ->
                      slice.newMrr().minor()
                          + slice.reactivatedMrr().minor()
                          + slice.expansionMrr().minor()),
              bars(
                  text,
                  "analytics.mrr.lost",
                  slices,
                  slice -> slice.churnedMrr().minor() + slice.contractionMrr().minor())));
    }

    private static long atLeastNought(Money money) {
      return Math.max(0, money.minor());
    }

    private List<RevenueAnalytics.Slice> slicesIn(Currency currency) {
      return revenue.series().stream().filter(slice -> slice.currency().equals(currency)).toList();
    }

    /** Returns how many have each plan, of all who have one. */
    public Share shareOf(RevenueAnalytics.PlanShare plan) {
      return new Share(
          plan.subscribers(),
          revenue.planMix().stream().mapToLong(RevenueAnalytics.PlanShare::subscribers).sum());
    }

    public String nameOf(RevenueAnalytics.PlanShare plan) {
      return planNames.getOrDefault(plan.plan(), plan.plan());
    }

    /** Returns what resellers spent, and whom they won. */
    public List<Chart> trade(Texts text) {
      Figures figures = new Figures(text);
      return List.of(
          Chart.of(
              "credits",
              text.say("analytics.credits.chart"),
              figures::count,
              List.of(
                  bars(
                      text,
                      "analytics.resellers.spent",
                      resellers.series(),
                      ResellerAnalytics.Slice::creditsSpent))),
          Chart.of(
              "clients",
              text.say("analytics.clients.chart"),
              figures::count,
              List.of(
                  bars(
                      text,
                      "analytics.resellers.created",
                      resellers.series(),
                      ResellerAnalytics.Slice::clientsCreated),
                  line(
                      text,
                      "analytics.resellers.active",
                      resellers.series(),
                      ResellerAnalytics.Slice::clientsActive))));
    }

    /** Returns how much the server did, and how long it took. */
    public List<Chart> server(Texts text) {
      Figures figures = new Figures(text);
      return List.of(
          Chart.of(
              "requests",
              text.say("analytics.requests.chart"),
              figures::count,
              List.of(
                  bars(
                      text,
                      "analytics.platform.requests",
                      platform.series(),
                      slice -> slice.all().requests()),
                  line(
                      text,
                      "analytics.platform.errors",
                      platform.series(),
                      slice -> slice.all().errors()))),
          Chart.of(
              "latency",
              text.say("analytics.latency.chart"),
              figures::millis,
              List.of(
                  latency(text, "analytics.platform.p50", PlatformAnalytics.Requests::p50Micros),
                  latency(text, "analytics.platform.p95", PlatformAnalytics.Requests::p95Micros),
                  latency(text, "analytics.platform.p99", PlatformAnalytics.Requests::p99Micros))));
    }

    /** Returns what each kind of device sent, those that sent anything. */
    public List<Map.Entry<DeviceClass, PlatformAnalytics.Requests>> devices() {
      return platform.totals().devices().entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .toList();
    }

    /** Returns for how many weeks or months the first of those who came are known. */
    public int ages() {
      return users.retention().cohorts().stream()
          .mapToInt(cohort -> cohort.active().size())
          .max()
          .orElse(0);
    }

    private static <T> Chart.Series bars(
        Texts text, String key, List<T> slices, ToLongFunction<T> value) {
      return Chart.Series.bars(text.say(key), values(slices, value));
    }

    private static <T> Chart.Series line(
        Texts text, String key, List<T> slices, ToLongFunction<T> value) {
      return Chart.Series.line(text.say(key), values(slices, value));
    }

    private static <T> List<OptionalLong> values(List<T> slices, ToLongFunction<T> value) {
      return slices.stream().map(slice -> OptionalLong.of(value.applyAsLong(slice))).toList();
    }

    /** Where nothing was asked for, nothing took any time. */
    private Chart.Series latency(
        Texts text, String key, ToLongFunction<PlatformAnalytics.Requests> value) {
      return Chart.Series.line(
          text.say(key),
          platform.series().stream()
              .map(PlatformAnalytics.Slice::all)
              .map(
                  all ->
                      all.requests() == 0
                          ? OptionalLong.empty()
                          : OptionalLong.of(value.applyAsLong(all)))
              .toList());
    }
  }

  public List<Grouping> groupings() {
    return List.of(Grouping.values());
  }

  /** Returns the question in the address of another page of resellers. */
  public String query() {
    return List.of("startDate", "endDate", "groupBy", "timezone").stream()
        .map(name -> name + "=" + URLEncoder.encode(form.value(name), StandardCharsets.UTF_8) + "&")
        .collect(Collectors.joining());
  }
}
