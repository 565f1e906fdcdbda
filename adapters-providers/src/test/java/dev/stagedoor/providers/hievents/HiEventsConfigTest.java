package dev.stagedoor.providers.hievents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.ticketing.TicketedEventId;
import dev.stagedoor.domain.ticketing.TicketingProvider;
import dev.stagedoor.domain.ticketing.port.TicketSetup;
import dev.stagedoor.domain.webhooks.WebhookProvider;
import dev.stagedoor.providers.hievents.HiEventsConfig.ServiceUser;
import dev.stagedoor.providers.support.ProviderRuntime;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HiEventsConfigTest {
  private static final String PREFIX = "stagedoor.providers.hi-events.";

  @Factory
  @Requires(property = "hi-events-config-test")
  static final class Surroundings {
    @Singleton
    ProviderRuntime runtime() {
      return ProviderRuntime.plain();
    }
  }

  private static Map<String, Object> least() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("hi-events-config-test", true);
    settings.put(PREFIX + "enabled", "true");
    settings.put(PREFIX + "page-url", "tickets.example.org");
    settings.put(PREFIX + "webhook-secret", "hush-shared");
    return settings;
  }

  private static Map<String, Object> all() {
    Map<String, Object> settings = least();
    settings.put(PREFIX + "page-url", "https://tickets.example.org/shop/");
    settings.put(PREFIX + "base-url", "https://api.example.org/v1/");
    settings.put(PREFIX + "email", "stagedoor@example.org");
    settings.put(PREFIX + "password", "hush-password, with a comma");
    settings.put(PREFIX + "account-id", "3");
    settings.put(PREFIX + "connections.town-hall", "hush-town");
    settings.put(PREFIX + "connections.b2", "hush-b");
    settings.put(PREFIX + "cross-app-path", "/organisers/come-in");
    settings.put(PREFIX + "timeout", "4s");
    return settings;
  }

  @Test
  void withTheLeastSettingsTheDefaultsHold() {
    try (ApplicationContext context = ApplicationContext.run(least())) {
      assertThat(context.getBean(HiEventsConfig.class))
          .isEqualTo(
              new HiEventsConfig(
                  URI.create("https://tickets.example.org"),
                  URI.create("https://tickets.example.org/api"),
                  Optional.empty(),
                  Optional.of(Secret.of("hush-shared")),
                  Map.of(),
                  Optional.of("/auth/cross-app"),
                  Duration.ofSeconds(10)));
      assertThat(context.getBean(TicketingProvider.class).id()).isEqualTo(HiEvents.ID);
      assertThat(context.getBean(WebhookProvider.class).id()).isEqualTo(HiEvents.ID);
    }
  }

  @Test
  void everySettingIsRead() {
    try (ApplicationContext context = ApplicationContext.run(all())) {
      HiEventsConfig config = context.getBean(HiEventsConfig.class);

      assertThat(config)
          .isEqualTo(
              new HiEventsConfig(
                  URI.create("https://tickets.example.org/shop"),
                  URI.create("https://api.example.org/v1"),
                  Optional.of(
                      new ServiceUser(
                          "stagedoor@example.org",
                          Secret.of("hush-password, with a comma"),
                          Optional.of("3"))),
                  Optional.of(Secret.of("hush-shared")),
                  Map.of("town-hall", Secret.of("hush-town"), "b2", Secret.of("hush-b")),
                  Optional.of("/organisers/come-in"),
                  Duration.ofSeconds(4)));
      assertThat(config + " " + config.user() + context.getBean(HiEventsProperties.class))
          .doesNotContain("hush");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"base-url", "email", "password", "account-id", "webhook-secret", "connections"})
  void whatIsLeftEmptyIsLeftOut(String key) {
    Map<String, Object> settings = least();
    settings.put(PREFIX + "connections.town-hall", "hush-town");
    settings.put(PREFIX + key, "");
    if (key.equals("connections")) {
      settings.remove(PREFIX + "connections.town-hall");
    }
    try (ApplicationContext context = ApplicationContext.run(settings)) {
      assertThat(context.getBean(HiEventsConfig.class).user()).isEmpty();
    }
  }

  @Test
  void organisersComeInByTheirTokenWhereTheInstallationLetsThem() {
    TicketedEventId event =
        new TicketedEventId(UUID.fromString("0190a000-0000-7000-8000-000000000001"));
    Map<String, Object> settings = least();
    settings.put(PREFIX + "page-url", "https://tickets.example.org/shop/");
    try (ApplicationContext context = ApplicationContext.run(settings)) {
      TicketSetup setup = context.getBean(TicketingProvider.class).setup().orElseThrow();

      assertThat(setup.entrance(Secret.of("a+b/c=&d"), Optional.of(event)))
          .isEqualTo(
              URI.create(
                  "https://tickets.example.org/shop/auth/cross-app?session_token=a%2Bb%2Fc%3D%26d"
                      + "&event_id=0190a000-0000-7000-8000-000000000001"));
      assertThat(setup.entrance(Secret.of("t"), Optional.empty()))
          .isEqualTo(URI.create("https://tickets.example.org/shop/auth/cross-app?session_token=t"));
    }
    settings.put(PREFIX + "cross-app-path", "");
    try (ApplicationContext context = ApplicationContext.run(settings)) {
      assertThat(context.getBean(TicketingProvider.class).setup()).isEmpty();
    }
    assertThat(
            HiEvents.open(
                    HiEventsConfig.of(URI.create("https://tickets.example.org"), Secret.of("x"))
                        .withoutCrossApp(),
                    ProviderRuntime.plain())
                .ticketingProvider()
                .setup())
        .isEmpty();
  }

  @Test
  void aSecretForAConnectionIsEnough() {
    Map<String, Object> settings = least();
    settings.remove(PREFIX + "webhook-secret");
    settings.put(PREFIX + "connections.town-hall", "hush-town");
    try (ApplicationContext context = ApplicationContext.run(settings)) {
      assertThat(context.getBean(HiEventsConfig.class).webhookSecret()).isEmpty();
    }
  }

  @Test
  void switchedOffItIsAbsent() {
    try (ApplicationContext context =
        ApplicationContext.run(Map.of("hi-events-config-test", true))) {
      assertThat(context.containsBean(HiEvents.class)).isFalse();
    }
    try (ApplicationContext context = ApplicationContext.run(least())) {
      assertThat(context.containsBean(HiEvents.class)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"page-url", "webhook-secret"})
  void whatIsMissingIsNamed(String key) {
    Map<String, Object> settings = least();
    settings.remove(PREFIX + key);
    assertRefused(settings, key);

    settings.put(PREFIX + key, " ");
    assertRefused(settings, key);
  }

  @ParameterizedTest
  @CsvSource({
    "page-url,ftp://tickets.example.org",
    "page-url,https://tickets.example.org/?x=1",
    "page-url,not an address",
    "base-url,api.example.org",
    "email,''",
    "password,''",
    "account-id,mine",
    "connections.event-status-changed,hush-x",
    "connections.café,hush-x",
    "connections.town-hall,' '",
    "cross-app-path,auth/cross-app",
    "cross-app-path,/auth/../admin",
    "cross-app-path,//elsewhere.example",
    "cross-app-path,/auth?x=1",
    "timeout,1h",
    "timeout,0s"
  })
  void whatMakesNoSenseIsNamed(String key, String value) {
    Map<String, Object> settings = all();
    settings.put(PREFIX + key, value);

    assertRefused(settings, key.replaceFirst("\\.(event-status-changed|café)", ""));
  }

  @Test
  void anAccountNeedsAUser() {
    Map<String, Object> settings = least();
    settings.put(PREFIX + "account-id", "3");

    assertRefused(settings, "account-id");
  }

  private static void assertRefused(Map<String, Object> settings, String key) {
    try (ApplicationContext context = ApplicationContext.run(settings)) {
      assertThatThrownBy(() -> context.getBean(HiEvents.class))
          .hasStackTraceContaining(PREFIX + key)
          .satisfies(
              problem -> assertThat(String.valueOf(problem.getMessage())).doesNotContain("hush"));
    }
  }
}
