package dev.stagedoor.providers.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.library.LibraryProvider;
import dev.stagedoor.domain.video.VideoProvider;
import dev.stagedoor.domain.webhooks.WebhookProvider;
import dev.stagedoor.providers.support.ProviderRuntime;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudflareConfigTest {
  private static final String PREFIX = "stagedoor.providers.cloudflare.";

  @Factory
  @Requires(property = "cloudflare-config-test")
  static final class Surroundings {
    @Singleton
    ProviderRuntime runtime() {
      return ProviderRuntime.plain();
    }
  }

  private static Map<String, Object> least() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("cloudflare-config-test", true);
    settings.put(PREFIX + "enabled", "true");
    settings.put(PREFIX + "account-id", "023e105f4ecef8ad9ca31a8372d0c353");
    settings.put(PREFIX + "api-token", "hush-token");
    settings.put(PREFIX + "webhook-secret", "hush-webhook");
    return settings;
  }

  private static Map<String, Object> all() {
    Map<String, Object> settings = least();
    settings.put(PREFIX + "notification-secret", "hush-notification");
    settings.put(PREFIX + "signing-key-id", CloudflareStub.KEY_ID);
    settings.put(PREFIX + "signing-key", CloudflareStub.signingKey().reveal());
    settings.put(PREFIX + "base-url", "https://api.example.org/v4/");
    settings.put(PREFIX + "playback-url", "https://play.example.org");
    settings.put(PREFIX + "allowed-origins", List.of("example.org", "*.example.org", ""));
    settings.put(PREFIX + "require-signed-urls", "true");
    settings.put(PREFIX + "delete-recording-after-days", "45");
    return settings;
  }

  @Test
  void withTheLeastSettingsTheDefaultsHold() {
    try (ApplicationContext context = ApplicationContext.run(least())) {
      CloudflareConfig config = context.getBean(CloudflareConfig.class);

      assertThat(config.accountId()).isEqualTo("023e105f4ecef8ad9ca31a8372d0c353");
      assertThat(config.apiToken().reveal()).isEqualTo("hush-token");
      assertThat(config.webhookSecret())
          .hasValueSatisfying(secret -> assertThat(secret.reveal()).isEqualTo("hush-webhook"));
      assertThat(config.notificationSecret()).isEmpty();
      assertThat(config.signingKey()).isEmpty();
      assertThat(config.baseUrl()).isEqualTo(URI.create("https://api.cloudflare.com/client/v4"));
      assertThat(config.playbackUrl()).isEmpty();
      assertThat(config.allowedOrigins()).isEmpty();
      assertThat(config.live()).isEqualTo(CloudflareConfig.Live.DEFAULT);
      assertThat(context.getBean(VideoProvider.class).id()).isEqualTo(Cloudflare.ID);
      assertThat(context.getBean(LibraryProvider.class).signing()).isEmpty();
      assertThat(context.getBean(WebhookProvider.class).id()).isEqualTo(Cloudflare.ID);
      assertThat(config + " " + context.getBean(CloudflareProperties.class)).doesNotContain("hush");
    }
  }

  @Test
  void everySettingIsRead() {
    try (ApplicationContext context = ApplicationContext.run(all())) {
      CloudflareConfig config = context.getBean(CloudflareConfig.class);

      assertThat(config.notificationSecret()).isPresent();
      assertThat(config.signingKey())
          .map(CloudflareSigningKey::toString)
          .contains("signing key stubSigningKey");
      assertThat(config.baseUrl()).isEqualTo(URI.create("https://api.example.org/v4"));
      assertThat(config.playbackUrl()).contains(URI.create("https://play.example.org"));
      assertThat(config.allowedOrigins()).containsExactly("example.org", "*.example.org");
      assertThat(config.live().requireSignedUrls()).isTrue();
      assertThat(config.live().deleteRecordingAfterDays()).hasValue(45);
      assertThat(context.getBean(LibraryProvider.class).signing()).isPresent();
    }
  }

  @Test
  void notificationsAloneAreEnough() {
    Map<String, Object> settings = least();
    settings.put(PREFIX + "webhook-secret", "");
    settings.put(PREFIX + "notification-secret", "hush-notification");

    try (ApplicationContext context = ApplicationContext.run(settings)) {
      assertThat(context.getBean(CloudflareConfig.class).webhookSecret()).isEmpty();
    }
  }

  @Test
  void switchedOffItIsAbsent() {
    try (ApplicationContext context =
        ApplicationContext.run(Map.of("cloudflare-config-test", true))) {
      assertThat(context.containsBean(Cloudflare.class)).isFalse();
    }
    try (ApplicationContext context = ApplicationContext.run(least())) {
      assertThat(context.containsBean(Cloudflare.class)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"account-id", "api-token", "webhook-secret"})
  void whatIsMissingIsNamed(String key) {
    Map<String, Object> settings = least();
    settings.remove(PREFIX + key);
    assertRefused(settings, key);

    settings.put(PREFIX + key, " ");
    assertRefused(settings, key);
  }

  @ParameterizedTest
  @CsvSource({
    "account-id,../accounts",
    "signing-key-id,''",
    "signing-key,''",
    "signing-key,hush-no-key",
    "base-url,ftp://api.example.org",
    "playback-url,not an address",
    "playback-url,https://play.example.org/?x=1",
    "allowed-origins,https://example.org",
    "require-signed-urls,maybe",
    "delete-recording-after-days,soon",
    "delete-recording-after-days,29",
    "delete-recording-after-days,1097"
  })
  void whatMakesNoSenseIsNamed(String key, String value) {
    Map<String, Object> settings = all();
    settings.put(PREFIX + key, value);

    assertRefused(settings, key);
  }

  @Test
  void whatWouldNeverPlayIsRefused() {
    Map<String, Object> settings = least();
    settings.put(PREFIX + "require-signed-urls", "true");

    assertRefused(settings, "require-signed-urls");
  }

  private static void assertRefused(Map<String, Object> settings, String key) {
    try (ApplicationContext context = ApplicationContext.run(settings)) {
      assertThatThrownBy(() -> context.getBean(Cloudflare.class))
          .hasStackTraceContaining(PREFIX + key)
          .satisfies(
              problem -> assertThat(String.valueOf(problem.getMessage())).doesNotContain("hush"));
    }
  }
}
