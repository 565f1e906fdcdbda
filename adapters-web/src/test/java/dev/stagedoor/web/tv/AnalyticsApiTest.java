package dev.stagedoor.web.tv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.subscriptions.SubscriptionEvent;
import dev.stagedoor.domain.subscriptions.SubscriptionStatus;
import dev.stagedoor.web.Answer;
import dev.stagedoor.web.WebServer;
import dev.stagedoor.web.observe.Measured;
import dev.stagedoor.web.tv.Viewers.Caller;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scenarios 9 and 16: what admins are told of how things go. It is Sunday, 1 June 2025. */
class AnalyticsApiTest {
  private static final String THE_YEAR = "?startDate=2025-01-01&endDate=2025-12-31&groupBy=month";

  private WebServer server;
  private InMemoryStagedoor house;
  private Viewers viewers;

  @BeforeEach
  void open() {
    server = WebServer.start("stagedoor.rate-limits.enabled=false");
    house = server.house();
    viewers = Viewers.open(server);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private Answer ask(String path) {
    house.stagedoor().analytics().rollingUp().work().run();
    // Tokens do not last as long as some of what is told here.
    Answer answer = server.get("/api/v1/analytics/" + path).bearer(house.admin().token()).send();
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }

  private Map<String, Object> in(Answer answer, String date) {
    return list(answer, "series").stream()
        .filter(slice -> date.equals(slice.get("date")))
        .findFirst()
        .orElseThrow(() -> new AssertionError(date + " in " + answer.text()));
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Answer answer, String member) {
    return (List<Map<String, Object>>) answer.member(member);
  }

  private static BigDecimal decimal(Object number) {
    return new BigDecimal("" + number);
  }

  private ProviderRef subscribe(Caller caller, String price) {
    Answer opened =
        viewers.call(
            caller,
            "POST",
            "/api/v1/subscriptions/checkout",
            "{'price_id':'%s','success_url':'https://app.syncstream.tv/success','cancel_url':'https://app.syncstream.tv/pricing'}"
                .formatted(price));
    ProviderRef subscription =
        house.subscriptionProvider().subscribe(URI.create("" + opened.member("checkout_url")));
    tell(subscription);
    return subscription;
  }

  private void tell(ProviderRef subscription) {
    house.deliver(
        house
            .webhooks()
            .delivery(new SubscriptionEvent.SubscriptionChanged(subscription, Optional.empty())));
    assertThat(house.runJobs()).isEmpty();
  }

  @Test
  void growthIsToldMonthByMonth() {
    subscribe(Caller.VIEWER, "price_basic_monthly");

    Answer year = ask("users" + THE_YEAR);

    assertThat(Viewers.within(year, "period"))
        .containsEntry("start_date", "2025-01-01")
        .containsEntry("end_date", "2025-12-31")
        .containsEntry("group_by", "month")
        .containsEntry("timezone", "UTC");
    // What is still to come is not told.
    assertThat(list(year, "series")).hasSize(6);
    Map<String, Object> june = in(year, "2025-06-01");
    // Four who signed up by themselves, and the client a reseller made, who has no trial.
    assertThat(june)
        .containsEntry("new_users", 5)
        .containsEntry("total_users", 5)
        .containsEntry("trials_started", 4)
        .containsEntry("trials_converted", 1);
    assertThat(decimal(june.get("trial_conversion_rate"))).isEqualByComparingTo("0.25");
    assertThat(in(year, "2025-05-01"))
        .containsEntry("total_users", 0)
        .doesNotContainKey("trial_conversion_rate");
    assertThat(Viewers.within(year, "totals"))
        .containsEntry("new_users", 5)
        .doesNotContainKey("date");
  }

  @Test
  void theDocumentsYearIsOverAndEmpty() {
    String year = "?startDate=2024-01-01&endDate=2024-12-31";
    for (String report : List.of("users", "revenue")) {
      assertThat(list(ask(report + year + "&groupBy=month"), "series"))
          .hasSize(12)
          .allSatisfy(AnalyticsApiTest::isNought);
    }
    for (String report : List.of("resellers", "platform")) {
      assertThat(list(ask(report + year), "series"))
          .hasSize(366)
          .allSatisfy(AnalyticsApiTest::isNought);
    }
    for (String report : List.of("users", "resellers", "platform")) {
      isNought(Viewers.within(ask(report + year), "totals"));
    }
    assertThat(list(ask("revenue" + year), "totals"))
        .hasSize(1)
        .allSatisfy(AnalyticsApiTest::isNought);
    assertThat(list(ask("revenue" + year), "plan_mix")).isEmpty();
    assertThat(list(ask("resellers" + year), "resellers")).isEmpty();
    assertThat(list(ask("platform" + year), "routes")).isEmpty();
  }

  private static void isNought(Map<String, Object> slice) {
    assertThat(slice.values().stream().filter(Number.class::isInstance))
        .isNotEmpty()
        .allSatisfy(number -> assertThat(decimal(number)).isZero());
  }

  @Test
  void ofWhatHasNotBegunNothingIsTold() {
    subscribe(Caller.VIEWER, "price_basic_monthly");
    String years = "?startDate=2030-01-01&endDate=2031-12-31&groupBy=month";

    for (String report : List.of("users", "revenue", "resellers", "platform")) {
      assertThat(list(ask(report + years), "series")).isEmpty();
    }
    assertThat(Viewers.within(ask("users" + years), "totals"))
        .containsEntry("new_users", 0)
        .containsEntry("total_users", 5);
    assertThat(list(ask("revenue" + years), "totals").get(0))
        .containsEntry("subscribers", 1)
        .containsEntry("churned", 0);
  }

  @Test
  void whoWatchesIsCountedOnceADayAndSeenToComeBack() {
    viewers.call(Caller.VIEWER, "GET", "/api/v1/profiles", "");
    viewers.call(Caller.VIEWER, "GET", "/api/v1/profiles", "");
    assertThat(Viewers.within(ask("users" + THE_YEAR), "totals")).containsEntry("active_users", 1);
    house.clock().advance(Duration.ofDays(7));
    house.stagedoor().analytics().seen(new UserId(UUID.fromString(viewers.user())));

    Answer weeks = ask("users?groupBy=week");

    // The viewer put progress, the others did nothing but what is done at desks.
    assertThat(in(weeks, "2025-05-26")).containsEntry("active_users", 1);
    assertThat(in(weeks, "2025-06-02")).containsEntry("active_users", 1);
    assertThat(weeks.member("retention_by")).isEqualTo("week");
    Map<String, Object> cohort = list(weeks, "retention").get(0);
    assertThat(cohort).containsEntry("cohort", "2025-05-26").containsEntry("size", 1);
    assertThat((List<?>) cohort.get("retained"))
        .extracting(AnalyticsApiTest::decimal)
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactly(BigDecimal.ONE, BigDecimal.ONE);
  }

  @Test
  void whoCannotBeNotedIsServedAndNotedTheNextTime() {
    house.facts().failWith(new IllegalStateException("no room"));
    assertThat(viewers.call(Caller.STRANGER, "GET", "/api/v1/profiles", "").status())
        .isEqualTo(200);
    house.facts().failWith(null);
    assertThat(activeToday()).isEqualTo(1);

    viewers.call(Caller.STRANGER, "GET", "/api/v1/profiles", "");

    assertThat(activeToday()).isEqualTo(2);
  }

  private Object activeToday() {
    return in(ask("users"), "2025-06-01").get("active_users");
  }

  @Test
  void revenueIsToldWithWhyItChanged() {
    ProviderRef leaving = subscribe(Caller.VIEWER, "price_basic_monthly");
    subscribe(Caller.STRANGER, "price_family_monthly");
    house.clock().advance(Duration.ofDays(1));
    house.subscriptionProvider().standAs(leaving, SubscriptionStatus.ENDED);
    tell(leaving);

    Answer days = ask("revenue?startDate=2025-06-01&endDate=2025-06-02");

    Map<String, Object> first = in(days, "2025-06-01");
    Map<String, Object> second = in(days, "2025-06-02");
    assertThat(first).containsEntry("currency", "USD").containsEntry("subscribers", 2);
    assertThat(decimal(first.get("mrr"))).isEqualByComparingTo("14.98");
    assertThat(decimal(first.get("new_mrr"))).isEqualByComparingTo("14.98");
    assertThat(first).doesNotContainKey("churn_rate");
    assertThat(second).containsEntry("subscribers", 1).containsEntry("churned", 1);
    assertThat(decimal(second.get("mrr"))).isEqualByComparingTo("9.99");
    assertThat(decimal(second.get("churned_mrr"))).isEqualByComparingTo("4.99");
    assertThat(decimal(second.get("churn_rate"))).isEqualByComparingTo("0.5");
    assertThat(list(days, "plan_mix")).hasSize(1);
    assertThat(list(days, "plan_mix").get(0))
        .containsEntry("plan", "price_family_monthly")
        .containsEntry("subscribers", 1)
        .containsEntry("currency", "USD");
    assertThat(list(days, "totals").get(0)).containsEntry("churned", 1).doesNotContainKey("date");
  }

  @Test
  void resellersAreToldWithWhatTheyBroughtIn() {
    Answer told = ask("resellers");

    Map<String, Object> today = in(told, "2025-06-01");
    // 10,000 each for two resellers, and 5,000 for the viewer.
    assertThat(today)
        .containsEntry("credits_granted", 25_000)
        .containsEntry("credits_spent", 499)
        .containsEntry("clients_created", 1)
        .containsEntry("clients_active", 1);
    assertThat(told.json()).containsEntry("total", 1).containsEntry("page", 1);
    Map<String, Object> reseller = list(told, "resellers").get(0);
    assertThat(reseller)
        .containsEntry("id", viewers.idOf(Caller.RESELLER))
        .containsEntry("credits_spent", 499)
        .containsEntry("clients", 1)
        .containsEntry("currency", "USD");
    assertThat(decimal(reseller.get("profit"))).isEqualByComparingTo("4.99");
    assertThat(list(ask("resellers?page=2&limit=1"), "resellers")).isEmpty();
  }

  @Test
  void theServerIsToldByDeviceAndRoute() {
    String iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X)";
    viewers.call(Caller.VIEWER, "GET", "/api/v1/progress", "", Map.of("User-Agent", iphone));
    viewers.call(Caller.VIEWER, "GET", "/api/v1/progress/none", "", Map.of("User-Agent", iphone));
    server.get("/health").send();
    Measured.handOver(server);

    Answer told = ask("platform");

    Map<String, Object> today = in(told, "2025-06-01");
    @SuppressWarnings("unchecked")
    Map<String, Map<String, Object>> devices =
        (Map<String, Map<String, Object>>) today.get("devices");
    assertThat(devices).containsOnlyKeys("mobile", "other");
    assertThat(devices.get("mobile"))
        .containsEntry("requests", 2)
        .containsEntry("refusals", 1)
        .containsEntry("errors", 0);
    assertThat(decimal(devices.get("mobile").get("error_rate"))).isEqualByComparingTo("0");
    assertThat(decimal(today.get("p99_ms"))).isPositive();
    assertThat(list(told, "routes"))
        .extracting(route -> route.get("route"))
        .contains("progress", "admin", "auth")
        .doesNotContain("health", "none", "v1");
    assertThat(decimal(Viewers.within(told, "system").get("readings"))).isEqualByComparingTo("1");
    assertThat(decimal(Viewers.within(told, "system").get("heap_bytes"))).isPositive();
    assertThat(decimal(Viewers.within(told, "system").get("connections"))).isPositive();
  }

  @Test
  void whatIsNotAskedForIsTheLastThirtyDays() {
    Answer told = ask("users");

    assertThat(Viewers.within(told, "period"))
        .containsEntry("start_date", "2025-05-03")
        .containsEntry("end_date", "2025-06-01")
        .containsEntry("group_by", "day");
    assertThat(list(told, "series")).hasSize(30);
  }

  @Test
  void daysAreThoseOfAZone() {
    // Ten in the morning of UTC is the day before, eleven in the evening, on Pago Pago.
    Answer there = ask("users?timezone=Pacific/Pago_Pago");

    assertThat(Viewers.within(there, "period"))
        .containsEntry("timezone", "Pacific/Pago_Pago")
        .containsEntry("end_date", "2025-05-31");
    assertThat(in(there, "2025-05-31")).containsEntry("new_users", 5);
  }

  @ParameterizedTest
  @CsvSource({
    "startDate=yesterday, startDate",
    "startDate=2025-02-30, startDate",
    "endDate=2025-13-01, endDate",
    "groupBy=hour, groupBy",
    "timezone=Mars/Olympus, timezone",
    "startDate=2025-06-02&endDate=2025-06-01, endDate",
    "startDate=2000-01-01&endDate=2025-06-01, endDate",
    "startDate=+999999999-12-31, startDate",
  })
  void whatCannotBeIsNamedAsItWasSent(String query, String field) {
    Answer answer = viewers.call(Caller.ADMIN, "GET", "/api/v1/analytics/revenue?" + query, "");

    answer.isProblem(422, "INVALID_VALUE");
    assertThat(answer.text()).contains("\"field\":\"" + field + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"users", "revenue", "resellers", "platform"})
  void partsOfAReportCanBeAskedFor(String report) {
    assertThat(ask(report + "?fields=totals,period").json()).containsOnlyKeys("totals", "period");
  }
}
