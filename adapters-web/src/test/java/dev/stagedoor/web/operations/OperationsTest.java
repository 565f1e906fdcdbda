package dev.stagedoor.web.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.web.Answer;
import dev.stagedoor.web.WebServer;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

class OperationsTest {
  private static WebServer server;

  @BeforeAll
  static void start() {
    server = WebServer.start("test.routes=true");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/health/liveness", "/health/readiness"})
  void machinesAreToldThatTheServerIsUp(String path) {
    Answer answer = server.get(path).send();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json()).isEqualTo(Map.of("status", "UP"));
  }

  @Test
  void clientsAreToldThatTheProductIsOk() {
    assertThat(server.get("/api/v1/health").send().json())
        .isEqualTo(
            Map.of("status", "ok", "timestamp", server.house().clock().instant().toString()));
  }

  @Test
  void whatIsDownIsSaid() {
    HealthIndicator down =
        () -> Mono.just(HealthResult.builder("database", HealthStatus.DOWN).build());
    try (WebServer broken =
        WebServer.start(context -> context.registerSingleton(HealthIndicator.class, down))) {
      Answer answer = broken.get("/api/v1/health").send();
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.member("status")).isEqualTo("down");
      assertThat(broken.get("/health").send().status()).isEqualTo(503);
      assertThat(broken.get("/health").send().text()).doesNotContain("database");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/beans", "/env", "/loggers", "/routes", "/stop", "/refresh", "/metrics"})
  void nothingElseOfTheServersInnerLifeIsShown(String path) {
    assertThat(server.get(path).send().status()).isIn(404, 405);
    assertThat(server.post(path).send().status()).isIn(404, 405);
  }

  @Test
  void metricsNameRoutesAndNotWhatStandsInThem() {
    server.get("/api/test/things/00000000-0000-0000-0000-000000000001").send();

    assertThat(server.get("/prometheus").send().text())
        .contains("uri=\"/api/test/things/{id}\"", "stagedoor_live_readers 0.0");
  }

  @Test
  @SuppressWarnings("unchecked")
  void theLanguagesAreListedInTheCallersOwn() {
    Answer answer = server.get("/api/v1/languages").header("Accept-Language", "de").send();

    assertThat(answer.member("current")).isEqualTo("de");
    assertThat((List<Map<String, Object>>) answer.member("languages"))
        .hasSize(8)
        .contains(
            Map.of("code", "ar", "name", "Arabisch", "native_name", "العربية", "rtl", true),
            Map.of("code", "es", "name", "Spanisch", "native_name", "español", "rtl", false));
  }
}
