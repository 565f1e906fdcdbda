package dev.stagedoor.providers.pretix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.ticketing.TicketingProvider;
import dev.stagedoor.domain.webhooks.WebhookProvider;
import dev.stagedoor.providers.support.ProviderRuntime;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PretixConfigTest {
  private static final String PREFIX = "stagedoor.providers.pretix.";
  private static final Secret TOKEN = Secret.of("hush-team");
  private static final Secret WEBHOOK_TOKEN = Secret.of("hush-webhooks-0123");

  @Factory
  @Requires(property = "pretix-config-test")
  static final class Surroundings {
    @Singleton
    ProviderRuntime runtime() {
      return ProviderRuntime.plain();
    }
  }

  private static Map<String, Object> least() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("pretix-config-test", true);
    settings.put(PREFIX + "enabled", "true");
    settings.put(PREFIX + "token", TOKEN.reveal());
    settings.put(PREFIX + "webhook-token", WEBHOOK_TOKEN.reveal());
    return settings;
  }

  @Test
  void withTheLeastSettingsTheDefaultsHold() {
    try (ApplicationContext context = ApplicationContext.run(least())) {
      PretixConfig config = context.getBean(PretixConfig.class);

      assertThat(config)
          .isEqualTo(
              new PretixConfig(
                  URI.create("https://pretix.eu"), TOKEN, WEBHOOK_TOKEN, Duration.ofSeconds(10)))
          .isEqualTo(PretixConfig.hosted(TOKEN, WEBHOOK_TOKEN));
      assertThat(config.unfitForProduction()).isEmpty();
      assertThat(context.getBean(TicketingProvider.class).id()).isEqualTo(Pretix.ID);
      assertThat(context.getBean(TicketingProvider.class).setup()).isEmpty();
      assertThat(context.getBean(WebhookProvider.class).id()).isEqualTo(Pretix.ID);
    }
  }

  @Test
  void everySettingIsRead() {
    Map<String, Object> settings = least();
    settings.put(PREFIX + "base-url", "http://tickets.example.org/shop/");
    settings.put(PREFIX + "timeout", "4s");
    try (ApplicationContext context = ApplicationContext.run(settings)) {
      PretixConfig config = context.getBean(PretixConfig.class);

      assertThat(config)
          .isEqualTo(
              new PretixConfig(
                  URI.create("http://tickets.example.org/shop"),
                  TOKEN,
                  WEBHOOK_TOKEN,
                  Duration.ofSeconds(4)));
      assertThat(config.unfitForProduction()).containsExactly(PREFIX + "base-url is not https");
      assertThat(config + " " + context.getBean(PretixProperties.class)).doesNotContain("hush");
    }
  }

  @Test
  void anAddressLeftEmptyIsLeftOut() {
    Map<String, Object> settings = least();
    settings.put(PREFIX + "base-url", " ");
    try (ApplicationContext context = ApplicationContext.run(settings)) {
      assertThat(context.getBean(PretixConfig.class).baseUrl()).hasHost("pretix.eu");
    }
  }

  @Test
  void switchedOffItIsAbsent() {
    Map<String, Object> settings = least();
    try (ApplicationContext context = ApplicationContext.run(settings)) {
      assertThat(context.containsBean(Pretix.class)).isTrue();
    }
    settings.put(PREFIX + "enabled", "false");
    try (ApplicationContext context = ApplicationContext.run(settings)) {
      assertThat(context.containsBean(Pretix.class)).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"token", "webhook-token"})
  void whatIsMissingIsNamed(String key) {
    Map<String, Object> settings = least();
    settings.remove(PREFIX + key);
    assertRefused(settings, key);

    settings.put(PREFIX + key, " ");
    assertRefused(settings, key);
  }

  @ParameterizedTest
  @CsvSource({
    "base-url,ftp://pretix.eu",
    "base-url,https://hush@pretix.eu",
    "base-url,https://pretix.eu/?x=1",
    "base-url,not an address",
    "token,hush team",
    "token,hüsh",
    "webhook-token,hush-too-short",
    "webhook-token,hush-with/a-slash-in-it",
    "webhook-token,hush-with-ä-in-it-and-more",
    "timeout,1h",
    "timeout,0s"
  })
  void whatMakesNoSenseIsNamed(String key, String value) {
    Map<String, Object> settings = least();
    settings.put(PREFIX + key, value);

    assertRefused(settings, key);
  }

  private static void assertRefused(Map<String, Object> settings, String key) {
    try (ApplicationContext context = ApplicationContext.run(settings)) {
      assertThatThrownBy(() -> context.getBean(Pretix.class))
          .hasStackTraceContaining(PREFIX + key + " ")
          .satisfies(
              problem -> assertThat(String.valueOf(problem.getMessage())).doesNotContain("hush"));
    }
  }
}
