package dev.stagedoor.providers.square;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.invoicing.InvoicingProvider;
import dev.stagedoor.domain.webhooks.WebhookProvider;
import dev.stagedoor.providers.support.ProviderRuntime;
import io.micronaut.context.ApplicationContext;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SquareConfigTest {
  private static final String PREFIX = "stagedoor.providers.square.";
  private static final String WEBHOOKS = "https://stagedoor.example/api/webhooks/square";

  private static Map<String, Object> least() {
    Map<String, Object> settings = new HashMap<>();
    settings.put(PREFIX + "enabled", "true");
    settings.put(PREFIX + "webhook-url", WEBHOOKS);
    return settings;
  }

  private static ApplicationContext run(Map<String, Object> settings) {
    return ApplicationContext.builder()
        .properties(settings)
        .singletons(ProviderRuntime.plain())
        .start();
  }

  @Test
  void whatIsLeftOutIsTheRealSquare() {
    try (ApplicationContext context = run(least())) {
      SquareConfig config = context.getBean(SquareConfig.class);

      assertThat(config).isEqualTo(SquareConfig.of(URI.create(WEBHOOKS)));
      assertThat(config.baseUrl()).isEqualTo(URI.create("https://connect.squareup.com"));
      assertThat(config.isLive()).isTrue();
      InvoicingProvider invoicing = context.getBean(InvoicingProvider.class);
      assertThat(invoicing.id()).isEqualTo(Square.ID);
      assertThat(invoicing.consent()).isEmpty();
      WebhookProvider webhooks = context.getBean(WebhookProvider.class);
      assertThat(webhooks.id()).isEqualTo(Square.ID);
      assertThat(webhooks.merchants()).isPresent();
    }
  }

  @Test
  void everySettingIsRead() {
    Map<String, Object> settings = least();
    settings.put(PREFIX + "webhook-url", WEBHOOKS + "/");
    settings.put(PREFIX + "base-url", "https://connect.squareupsandbox.com");

    try (ApplicationContext context = run(settings)) {
      SquareConfig config = context.getBean(SquareConfig.class);

      assertThat(config)
          .isEqualTo(
              new SquareConfig(
                  URI.create(WEBHOOKS), URI.create("https://connect.squareupsandbox.com")));
      assertThat(config.isLive()).isFalse();
    }
  }

  @Test
  void switchedOffItIsAbsent() {
    Map<String, Object> settings = least();
    settings.put(PREFIX + "enabled", "false");

    try (ApplicationContext context = run(settings)) {
      assertThat(context.containsBean(Square.class)).isFalse();
    }
  }

  @Test
  void anAddressForWebhooksThatIsMissingIsNamed() {
    Map<String, Object> settings = least();
    settings.remove(PREFIX + "webhook-url");

    assertRefused(settings, "webhook");
  }

  @ParameterizedTest
  @CsvSource({
    "webhook-url, somewhere",
    "webhook-url, https://stagedoor.example/api/webhooks/square?a=b",
    "base-url, ftp://somewhere/"
  })
  void whatMakesNoSenseIsNamed(String key, String value) {
    Map<String, Object> settings = least();
    settings.put(PREFIX + key, value);

    assertRefused(settings, PREFIX + key);
  }

  private static void assertRefused(Map<String, Object> settings, String key) {
    try (ApplicationContext context = run(settings)) {
      assertThatThrownBy(() -> context.getBean(Square.class)).hasStackTraceContaining(key);
    }
  }
}
