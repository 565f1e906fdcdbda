package dev.stagedoor.providers.mux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.library.LibraryProvider;
import dev.stagedoor.domain.webhooks.WebhookProvider;
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
import org.junit.jupiter.params.provider.ValueSource;

class MuxConfigTest {
  private static final String PREFIX = "stagedoor.providers.mux.";

  @Factory
  @Requires(property = "mux-config-test")
  static final class Surroundings {
    @Singleton
    ProviderRuntime runtime() {
      return ProviderRuntime.plain();
    }
  }

  private static Map<String, Object> least() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("mux-config-test", true);
    settings.put(PREFIX + "enabled", "true");
    settings.put(PREFIX + "token-id", "the-token");
    settings.put(PREFIX + "token-secret", "hush-token");
    settings.put(PREFIX + "webhook-secret", "hush-webhook");
    return settings;
  }

  private static Map<String, Object> all() {
    Map<String, Object> settings = least();
    settings.put(PREFIX + "signing-key-id", MuxStub.KEY_ID);
    settings.put(PREFIX + "signing-private-key", MuxStub.privateKey().reveal());
    settings.put(PREFIX + "base-url", "https://api.example.org/");
    settings.put(PREFIX + "stream-url", "https://stream.example.org");
    settings.put(PREFIX + "image-url", "https://image.example.org");
    settings.put(PREFIX + "stats-url", "https://stats.example.org");
    settings.put(PREFIX + "test-mode", "true");
    return settings;
  }

  @Test
  void withTheLeastSettingsTheDefaultsHold() {
    try (ApplicationContext context = ApplicationContext.run(least())) {
      MuxConfig config = context.getBean(MuxConfig.class);

      assertThat(config.tokenId()).isEqualTo("the-token");
      assertThat(config.tokenSecret().reveal()).isEqualTo("hush-token");
      assertThat(config.webhookSecret().reveal()).isEqualTo("hush-webhook");
      assertThat(config.signingKey()).isEmpty();
      assertThat(config.baseUrl()).isEqualTo(URI.create("https://api.mux.com"));
      assertThat(config.streamUrl()).isEqualTo(URI.create("https://stream.mux.com"));
      assertThat(config.imageUrl()).isEqualTo(URI.create("https://image.mux.com"));
      assertThat(config.statsUrl()).isEmpty();
      assertThat(config.testMode()).isFalse();
      assertThat(context.getBean(LibraryProvider.class).signing()).isEmpty();
      assertThat(context.getBean(WebhookProvider.class).id()).isEqualTo(Mux.ID);
      assertThat(config + " " + context.getBean(MuxProperties.class)).doesNotContain("hush");
    }
  }

  @Test
  void everySettingIsRead() {
    try (ApplicationContext context = ApplicationContext.run(all())) {
      MuxConfig config = context.getBean(MuxConfig.class);

      assertThat(config.signingKey())
          .map(MuxSigningKey::toString)
          .contains("signing key StubSigningKey");
      assertThat(config.baseUrl()).isEqualTo(URI.create("https://api.example.org"));
      assertThat(config.streamUrl()).isEqualTo(URI.create("https://stream.example.org"));
      assertThat(config.imageUrl()).isEqualTo(URI.create("https://image.example.org"));
      assertThat(config.statsUrl()).contains(URI.create("https://stats.example.org"));
      assertThat(config.testMode()).isTrue();
      assertThat(context.getBean(LibraryProvider.class).signing()).isPresent();
    }
  }

  @Test
  void switchedOffItIsAbsent() {
    try (ApplicationContext context = ApplicationContext.run(Map.of("mux-config-test", true))) {
      assertThat(context.containsBean(Mux.class)).isFalse();
    }
    try (ApplicationContext context = ApplicationContext.run(least())) {
      assertThat(context.containsBean(Mux.class)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"token-id", "token-secret", "webhook-secret"})
  void whatIsMissingIsNamed(String key) {
    Map<String, Object> settings = least();
    settings.remove(PREFIX + key);
    assertRefused(settings, key);

    settings.put(PREFIX + key, " ");
    assertRefused(settings, key);
  }

  @ParameterizedTest
  @CsvSource({
    "signing-key-id,''",
    "signing-private-key,''",
    "signing-private-key,hush-no-key",
    "base-url,ftp://api.example.org",
    "stream-url,https://stream.example.org/?x=1",
    "image-url,not an address",
    "stats-url,stats.example.org",
    "test-mode,maybe"
  })
  void whatMakesNoSenseIsNamed(String key, String value) {
    Map<String, Object> settings = all();
    settings.put(PREFIX + key, value);

    assertRefused(settings, key);
  }

  @Test
  void viewersAreNotCountedWithoutAKeyToAskWith() {
    Map<String, Object> settings = least();
    settings.put(PREFIX + "stats-url", "https://stats.mux.com");

    assertRefused(settings, "stats-url");
  }

  private static void assertRefused(Map<String, Object> settings, String key) {
    try (ApplicationContext context = ApplicationContext.run(settings)) {
      assertThatThrownBy(() -> context.getBean(Mux.class))
          .hasStackTraceContaining(PREFIX + key)
          .satisfies(
              problem -> assertThat(String.valueOf(problem.getMessage())).doesNotContain("hush"));
    }
  }
}
