package dev.stagedoor.providers.enrollments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.courses.port.EnrollmentDesk;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.ProviderRuntime;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnrollmentsConfigTest {
  private static final String PREFIX = EnrollmentsConfig.PREFIX + ".";

  @Factory
  @Requires(property = "enrollments-config-test")
  static final class Surroundings {
    @Singleton
    ProviderRuntime runtime() {
      return ProviderRuntime.plain();
    }
  }

  private static Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("enrollments-config-test", true);
    settings.put("stagedoor.courses.enrollments", "http");
    settings.put(PREFIX + "url", "https://courses.example.org/");
    settings.put(PREFIX + "service-id", "payment-service");
    settings.put(PREFIX + "api-key", "hush-key");
    settings.put(PREFIX + "secret", "hush-secret");
    return settings;
  }

  @Test
  void everySettingIsReadAndNoneIsPrinted() {
    try (ApplicationContext context = ApplicationContext.run(settings())) {
      EnrollmentsConfig config = context.getBean(EnrollmentsConfig.class);

      assertThat(config)
          .isEqualTo(
              new EnrollmentsConfig(
                  URI.create("https://courses.example.org"),
                  "payment-service",
                  Secret.of("hush-key"),
                  Secret.of("hush-secret")));
      assertThat(config + " " + context.getBean(EnrollmentDesk.class)).doesNotContain("hush");
    }
  }

  @Test
  void inProcessItIsAbsent() {
    Map<String, Object> settings = settings();
    settings.put("stagedoor.courses.enrollments", "in-process");
    try (ApplicationContext context = ApplicationContext.run(settings)) {
      assertThat(context.containsBean(EnrollmentDesk.class)).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "url,ftp://courses.example.org",
    "url,https://courses.example.org/?key=1",
    "service-id,Payment Service",
    "api-key,' '",
    "secret,' '"
  })
  void whatMakesNoSenseIsNamed(String key, String value) {
    Map<String, Object> settings = settings();
    settings.put(PREFIX + key, value);
    try (ApplicationContext context = ApplicationContext.run(settings)) {
      assertThatThrownBy(() -> context.getBean(EnrollmentsConfig.class))
          .hasStackTraceContaining(PREFIX + key);
    }
  }

  @Test
  void shortKeysAndOneForBothAreUnfitForProduction() {
    URI url = URI.create("https://courses.example.org");
    Secret good = Secret.of("0123456789-0123456789-0123456789");

    assertThat(
            new EnrollmentsConfig(url, "payment-service", Secret.of("a key of its own, long"), good)
                .unfitForProduction())
        .isEmpty();
    assertThat(
            new EnrollmentsConfig(url, "payment-service", Secret.of("short"), Secret.of("small"))
                .unfitForProduction())
        .hasSize(2)
        .allMatch(problem -> problem.startsWith(PREFIX));
    assertThat(new EnrollmentsConfig(url, "payment-service", good, good).unfitForProduction())
        .hasSize(1);
  }
}
