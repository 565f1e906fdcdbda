package dev.stagedoor.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.sandbox.SandboxSettings;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What areas, other services and providers need set, and what they refuse. */
class AreaSettingsTest extends SettingsScene {

  @ParameterizedTest
  @CsvSource({
    "enrollments, by-post, in-process or http",
    "refund-window, 366d, 0s to 365d",
    "upload-life, 1s, 1m to 7d",
    "playback-life, 25h, 1m to 24h"
  })
  void whatCoursesCannotBeIsRefusedByName(String key, String value, String rule) {
    String whole = "stagedoor.courses." + key;
    try (ApplicationContext context = server().properties(Map.of(whole, value)).build().start()) {
      assertThat(catchThrowable(() -> context.getBean(CoursesConfig.class)))
          .hasStackTraceContaining(whole + " must be " + rule);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "session-life, 10s, must be 1m to 24h",
    "session-most, 5m, must be session-life to 24h",
    "audit-kept, 1h, must be 1d to 3650d",
    "origin, *, must be one like https://tickets.example.org",
    "origin, https://tickets.example.org/, must be one like https://tickets.example.org",
    "origin, tickets.example.org, must be one like https://tickets.example.org"
  })
  void whatTicketingCannotBeIsRefusedByName(String key, String value, String rule) {
    String whole = "stagedoor.ticketing." + key;
    assertThat(refusal(server().properties(Map.of(whole, value)))).startsWith(whole + " " + rule);
  }

  @Test
  void sharedSecretsAreTheOnesThatAreSetOrOneThatProductionRefuses() {
    try (ApplicationContext context = server().build().start()) {
      TicketingConfig usual = context.getBean(TicketingConfig.class);
      assertThat(usual.ticketing(true).sharedSecrets())
          .containsExactly(TicketingConfig.DEVELOPMENT_SECRET);
      assertThat(usual.ticketing(false).sharedSecrets()).isEmpty();
      assertThat(usual.unfitForProduction()).hasSize(1);
      assertThat(usual.site()).isEmpty();
      assertThat(context.getBean(SandboxSettings.class).crossAppSecret())
          .isEqualTo(TicketingConfig.DEVELOPMENT_SECRET);
    }
    String one = "a secret of forty characters or nearly so";
    String two = "another secret of forty characters or so";
    try (ApplicationContext context =
        server()
            .properties(Map.of("CROSS_APP_SHARED_SECRET", one, "HI_EVENTS_SHARED_SECRET", two))
            .build()
            .start()) {
      TicketingConfig set = context.getBean(TicketingConfig.class);
      assertThat(set.ticketing(true).sharedSecrets())
          .containsExactly(Secret.of(one), Secret.of(two));
      assertThat(set.unfitForProduction()).isEmpty();
      assertThat(context.getBean(SandboxSettings.class).crossAppSecret()).isEqualTo(Secret.of(one));
    }
    try (ApplicationContext context =
        server()
            .properties(Map.of("stagedoor.ticketing.shared-secrets", "short"))
            .build()
            .start()) {
      assertThat(context.getBean(TicketingConfig.class).unfitForProduction())
          .singleElement()
          .asString()
          .contains("stagedoor.ticketing.shared-secrets");
    }
  }

  @Test
  void whoEnrollsElsewhereMustSayWhereAndHasKeys() {
    String service = "stagedoor.courses.enrollment-service.";

    assertThat(refusal(server().properties(Map.of("stagedoor.courses.enrollments", "http"))))
        .startsWith(service + "url must be an address");
    assertThat(
            refusal(
                server()
                    .properties(
                        Map.of(
                            "stagedoor.courses.enrollments",
                            "http",
                            service + "url",
                            "http://courses:3002"))))
        .isEqualTo(
            service + "api-key must be set (environment variable ENROLLMENT_SERVICE_API_KEY)");
  }

  @Test
  void noServiceMayCallUnlessItHasAKeyAndASecret() {
    try (ApplicationContext context = server().build().start()) {
      assertThat(context.getBeansOfType(ServiceConfig.class))
          .hasSize(2)
          .allMatch(service -> service.peer().isEmpty())
          .allMatch(service -> service.unfitForProduction().isEmpty());
    }
    String service = "stagedoor.services.payment-service";
    try (ApplicationContext context =
        server()
            .properties(Map.of(service + ".api-key", "hush-key", service + ".secret", "hush"))
            .build()
            .start()) {
      ServiceConfig peer = context.getBean(ServiceConfig.PaymentService.class);

      assertThat(peer.peer().orElseThrow().id().value()).isEqualTo("payment-service");
      assertThat(peer.toString()).doesNotContain("hush");
      assertThat(peer.unfitForProduction())
          .hasSize(2)
          .allMatch(problem -> problem.startsWith(service));
    }
    assertThat(refusal(server().properties(Map.of(service + ".secret", "hush"))))
        .isEqualTo(service + " must have both an api-key and a secret, or neither");
  }

  @Test
  void aProviderThatIsOnNeedsItsKeys() {
    String stripe = "stagedoor.providers.stripe.";

    assertThat(refusal(server().properties(Map.of(stripe + "enabled", "true"))))
        .isEqualTo(stripe + "api-key must be set (environment variable STRIPE_API_KEY)");
    assertThat(
            refusal(
                server()
                    .properties(
                        Map.of(stripe + "enabled", "true", stripe + "api-key", "sk_test_1234"))))
        .isEqualTo(
            stripe + "webhook-secret must be set (environment variable STRIPE_WEBHOOK_SECRET)");
  }

  @Test
  void whoSellsNoTicketsLeavesTheirRouteEmpty() {
    try (ApplicationContext context =
        server().properties(Map.of("stagedoor.routes.ticketing", "")).build().start()) {
      assertThat(context.getBean(RoutesConfig.class).shop()).isEmpty();
    }
    started(server().args("--stagedoor.routes.ticketing="));
  }
}
