package dev.stagedoor.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A viewer tries, watches on a phone and pays; an admin reads of it in the reports. */
class AnalyticsJourneyIT {
  private static final String ADMIN = "admin@example.org";
  private static final String PASSWORD = "a long password";
  private static final String IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X)";
  private static final String CHECKOUT =
      """
      {"price_id": "price_family_monthly", "success_url": "https://app.syncstream.tv/success",
       "cancel_url": "https://app.syncstream.tv/pricing"}
      """;

  @TempDir Path data;

  @Test
  void whatHappensIsReported() throws Exception {
    try (ServerProcess server =
        ServerProcess.start(
            data,
            Ports.next(),
            "--stagedoor.admin.email=" + ADMIN,
            "--stagedoor.admin.password=" + PASSWORD)) {
      Api john =
          signs(
              server,
              "/api/v1/auth/signup",
              201,
              """
              {"email": "john@example.com", "password": "securePass123", "full_name": "John Doe"}
              """);
      watchesOnAPhone(john);
      subscribes(john, server.api());
      Api admin =
          signs(
              server,
              "/api/v1/auth/login",
              200,
              "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(ADMIN, PASSWORD));

      john.get("/api/v1/analytics/users").mustBe(403);
      reportsGrowth(admin);
      reportsRevenue(admin);
      admin.get("/api/v1/analytics/resellers").mustBe(200);
      reportsThePlatform(admin);
      reportsAYearThatIsOver(admin);
    }
  }

  private static Api signs(ServerProcess server, String path, int status, String body)
      throws Exception {
    return server.api().as(server.api().post(path, body).mustBe(status).text("/token"));
  }

  private static void watchesOnAPhone(Api john) throws Exception {
    john.put(
            "/api/v1/progress",
            """
            {"item_id": "movie_inception", "item_type": "movie", "progress_seconds": 3600}
            """)
        .mustBe(200);
    Api.Answer whole = john.get("/api/v1/progress").mustBe(200);
    Api.Answer onPhone = john.get("/api/v1/progress", "User-Agent", IPHONE).mustBe(200);

    assertThat(whole.json().at("/progress/0").has("client_time")).isTrue();
    assertThat(onPhone.json().at("/progress/0").has("client_time")).isFalse();
    assertThat(onPhone.json().at("/progress/0").has("version")).isTrue();
    assertThat(onPhone.text("/progress/0/progress_seconds")).isEqualTo("3600");
    assertThat(String.join(", ", onPhone.raw().headers().allValues("Vary"))).contains("User-Agent");
  }

  private static void subscribes(Api john, Api anybody) throws Exception {
    String session =
        john.post("/api/v1/subscriptions/checkout", CHECKOUT).mustBe(200).text("/session_id");
    anybody
        .post(
            "/sandbox/checkouts/" + session + "/complete", "{\"cardNumber\": \"4242424242424242\"}")
        .mustBe(200);
    john.await(
        "/api/v1/subscriptions/current",
        answer -> answer.text("/subscription/source").equals("subscription"));
  }

  private static void reportsGrowth(Api admin) throws Exception {
    Api.Answer weeks =
        admin.await(
            "/api/v1/analytics/users?groupBy=week",
            answer ->
                answer.text("/totals/trials_converted").equals("1")
                    && answer.text("/totals/active_users").equals("1"));
    assertThat(weeks.text("/totals/new_users")).isEqualTo("1");
    assertThat(weeks.json().at("/totals/trial_conversion_rate").decimalValue())
        .isEqualByComparingTo("1");
    assertThat(weeks.text("/retention/0/size")).isEqualTo("1");
  }

  private static void reportsRevenue(Api admin) throws Exception {
    Api.Answer months = admin.get("/api/v1/analytics/revenue?groupBy=month").mustBe(200);
    assertThat(months.json().at("/totals/0/mrr").decimalValue()).isEqualByComparingTo("9.99");
    assertThat(months.text("/totals/0/subscribers")).isEqualTo("1");
    assertThat(months.text("/plan_mix/0/plan")).isEqualTo("price_family_monthly");
  }

  private static void reportsThePlatform(Api admin) throws Exception {
    Api.Answer platform =
        admin.await(
            "/api/v1/analytics/platform",
            answer -> answer.json().at("/totals/devices").has("mobile"));
    assertThat(platform.text("/totals/devices/mobile/requests")).isEqualTo("1");
    assertThat(platform.text("/totals/errors")).isEqualTo("0");
    assertThat(platform.json().at("/totals/p95_ms").decimalValue()).isPositive();
    assertThat(platform.json().at("/routes").findValuesAsText("route")).contains("progress");
    assertThat(platform.json().at("/system/heap_bytes").asLong()).isPositive();
  }

  private static void reportsAYearThatIsOver(Api admin) throws Exception {
    String year = "?startDate=2024-01-01&endDate=2024-12-31&groupBy=month";
    for (String report : List.of("users", "revenue", "resellers", "platform")) {
      JsonNode series = admin.get("/api/v1/analytics/" + report + year).mustBe(200).json();
      assertThat(series.at("/series")).hasSize(12);
      assertThat(series.at("/series/1/date").asText()).isEqualTo("2024-02-01");
    }
    String today = LocalDate.now(ZoneOffset.UTC).toString();
    assertThat(admin.get("/api/v1/analytics/users").text("/period/end_date")).isEqualTo(today);
  }
}
