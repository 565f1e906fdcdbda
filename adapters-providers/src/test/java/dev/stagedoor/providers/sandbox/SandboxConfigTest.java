package dev.stagedoor.providers.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.stagedoor.domain.fake.InMemorySandboxMemory;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.payments.PaymentProvider;
import dev.stagedoor.domain.webhooks.port.WebhookTranslator;
import dev.stagedoor.providers.support.settings.ProductionCheck;
import io.micronaut.context.ApplicationContext;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SandboxConfigTest {
  private static final String SECRET = "whsec_YW5vdGhlci1zZWNyZXQtb2Ytc29tZWJvZHktZWxzZQ==";

  private static final Map<String, Object> ON =
      Map.of("stagedoor.providers.sandbox.enabled", "true");

  @Test
  void switchedOnWithNothingElseTheDefaultsHold() {
    try (ApplicationContext context = ApplicationContext.run(ON)) {
      SandboxSettings settings = context.getBean(SandboxSettings.class);

      assertThat(settings).isEqualTo(SandboxSettings.defaults());
      assertThat(settings.usesDevelopmentSecret()).isTrue();
    }
  }

  @Test
  void everySettingIsRead() {
    try (ApplicationContext context =
        ApplicationContext.run(
            Map.of(
                "stagedoor.providers.sandbox.enabled", "true",
                "stagedoor.providers.sandbox.base-url", "https://example.org/x",
                "stagedoor.providers.sandbox.webhook-secret", SECRET,
                "stagedoor.providers.sandbox.recording-delay", "7s",
                "stagedoor.providers.sandbox.pending-delay", "8s",
                "stagedoor.providers.sandbox.late-webhook-delay", "9s",
                "stagedoor.providers.sandbox.cross-app-secret", "hush-cross-app",
                "stagedoor.providers.sandbox.folder", "elsewhere"))) {
      SandboxSettings settings = context.getBean(SandboxSettings.class);

      assertThat(settings)
          .isEqualTo(
              new SandboxSettings(
                  URI.create("https://example.org/x"),
                  Secret.of(SECRET),
                  Duration.ofSeconds(7),
                  Duration.ofSeconds(8),
                  Duration.ofSeconds(9),
                  Secret.of("hush-cross-app"),
                  Path.of("elsewhere")));
      assertThat(settings.usesDevelopmentSecret()).isFalse();
      assertThat(settings.toString() + context.getBean(SandboxConfig.class))
          .doesNotContain(SECRET.substring(6), "hush");
    }
  }

  @Test
  void ofSeveralSecretsTheShopUsesTheFirst() {
    Map<String, Secret> expected =
        Map.of(
            "hush-a,hush-b",
            Secret.of("hush-a"),
            ", hush-b",
            Secret.of("hush-b"),
            ",",
            SandboxSettings.DEVELOPMENT_CROSS_APP_SECRET,
            "",
            SandboxSettings.DEVELOPMENT_CROSS_APP_SECRET);
    expected.forEach(
        (given, used) -> {
          try (ApplicationContext context =
              ApplicationContext.run(
                  Map.of(
                      "stagedoor.providers.sandbox.enabled",
                      "true",
                      "stagedoor.providers.sandbox.cross-app-secret",
                      given))) {
            assertThat(context.getBean(SandboxSettings.class).crossAppSecret())
                .as(given)
                .isEqualTo(used);
          }
        });
  }

  @Test
  void notSwitchedOnItIsAbsent() {
    try (ApplicationContext context = ApplicationContext.run()) {
      assertThat(context.containsBean(Sandbox.class)).isFalse();
      assertThat(context.containsBean(PaymentProvider.class)).isFalse();
      assertThat(context.containsBean(WebhookTranslator.class)).isFalse();
    }
    try (ApplicationContext context = ApplicationContext.run(ON)) {
      assertThat(context.containsBean(PaymentProvider.class)).isTrue();
    }
  }

  @Test
  void productionIsToldThatItIsOn() {
    try (ApplicationContext context = ApplicationContext.run(ON)) {
      assertThat(context.getBean(ProductionCheck.class).unfitForProduction())
          .singleElement()
          .asString()
          .startsWith("stagedoor.providers.sandbox.enabled");
    }
  }

  @Test
  void aSecretThatIsNoneStopsIt() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Sandbox.open(
                    SandboxSettings.defaults().withWebhookSecret(Secret.of("hush")),
                    new InMemorySandboxMemory(),
                    Clock.systemUTC(),
                    UUID::randomUUID,
                    () -> Secret.of("t")))
        .withMessageContaining("whsec_");
  }
}
