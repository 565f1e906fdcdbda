package dev.stagedoor.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.Secret;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.bind.annotation.Bindable;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings that are wrong stop the start, by name; nothing else of the server is started here. */
class SettingsTest extends SettingsScene {
  @TempDir Path folder;

  /** A provider's settings as any provider has them. */
  @ConfigurationProperties("sample")
  @Requires(property = "sample.enabled", value = "true")
  record SampleConfig(
      Secret apiKey,
      @Nullable Secret webhookSecret,
      @Nullable URI baseUrl,
      @Bindable(defaultValue = "10s") Duration timeout,
      @Bindable(defaultValue = "3") int tries,
      @Bindable(defaultValue = "1.5") BigDecimal factor,
      @Bindable(defaultValue = "SLOW") Speed speed) {}

  enum Speed {
    SLOW,
    FAST
  }

  @Test
  void thePackagedSettingsAreGood() {
    started(server());
  }

  @ParameterizedTest
  @CsvSource({
    "stagedoor.databse.url, stagedoor.database.url",
    "stagedoor.database.user-name, stagedoor.database.username",
    "stagedoor.cookie-live, stagedoor.cookie-life",
    "stagedoor.provider.local.enabled, stagedoor.providers.local.enabled",
    "stagedor.public-url, stagedoor.public-url",
    "stage-door.public-url, stagedoor.public-url"
  })
  void aMisspeltKeyIsToldWhatItWasMeantToBe(String key, String meant) {
    assertThat(refusal(server().args("--" + key + "=1")))
        .startsWith(key + " is not a setting")
        .endsWith("did you mean " + meant + "?");
    assertThat(refusal(server().properties(Map.of(key, "1")))).startsWith(key);
  }

  @Test
  void aKeyLikeNoOtherIsToldWhatThereIs() {
    assertThat(refusal(server().args("--stagedoor.webhooks.colour=red")))
        .contains("stagedoor.webhooks.colour")
        .contains("stagedoor.webhooks.max-body-bytes");
  }

  @ParameterizedTest
  @CsvSource({
    "STAGEDOOR_DATABSE_URL, STAGEDOOR_DATABASE_URL",
    "STAGEDOOR_COOKIE_LIVE, STAGEDOOR_COOKIE_LIFE",
    "STAGEDOR_PUBLIC_URL, STAGEDOOR_PUBLIC_URL",
    "STAGEDOOR_LOG_FORMATE, ''"
  })
  void aMisspeltEnvironmentVariableIsRefused(String name, String meant) {
    String refusal = refusal(server().propertySources(variables(name)));

    assertThat(refusal).startsWith(name + " is not a setting").contains(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STAGEDOOR_LOG_FORMAT",
        "STAGEDOOR_LOG_LEVEL",
        "STAGEDOOR_DATABASE_USERNAME",
        "STAGEDOOR_ROUTES_PAYMENTS_USD",
        "STAGEDOOR_ENCRYPTION_KEYS_NEXT",
        // Kubernetes, beside a service called stagedoor, and one called stagedoor-db:
        "STAGEDOOR_SERVICE_HOST",
        "STAGEDOOR_SERVICE_PORT_HTTP",
        "STAGEDOOR_PORT",
        "STAGEDOOR_PORT_8080_TCP_ADDR",
        "STAGEDOOR_DB_SERVICE_PORT",
        "STAGEDOOR_DB_PORT_5432_TCP",
        // Somebody else's:
        "STAGING_URL",
        "STAGEDOORS"
      })
  void whatIsASettingOrSomebodyElsesIsNotRefused(String name) {
    started(server().propertySources(variables(name)));
  }

  @Test
  void anUnknownOptionIsRefused() {
    assertThat(refusal(server().args("--dmeo"))).contains("--dmeo").contains("--demo");
    assertThat(refusal(server().args("--port=8081"))).contains("--micronaut.server.port=8081");
  }

  @ParameterizedTest
  @CsvSource({
    "micronaut.config.files, MICRONAUT_CONFIG_FILES",
    "micronaut.environments, MICRONAUT_ENVIRONMENTS"
  })
  void whatIsReadBeforeTheCommandLineIsRefusedOnIt(String key, String variable) {
    String refusal = key + " is not read here; it is an environment variable, " + variable;

    assertThat(refusal(server().args("--" + key + "=/etc/stagedoor.yml"))).startsWith(refusal);
    assertThat(refusal(server().properties(Map.of(key, "/etc/stagedoor.yml"))))
        .startsWith(refusal)
        .endsWith("or a system property, -D" + key);
  }

  @Test
  void aSystemPropertyMayNameFilesOfSettings() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.yml"), "stagedoor.cookie-life: 7h");
    System.setProperty("micronaut.config.files", file.toString());
    try (ApplicationContext context = server().build().start()) {
      assertThat(context.getBean(StagedoorConfig.class).cookieLife())
          .isEqualTo(Duration.ofHours(7));
    } finally {
      System.clearProperty("micronaut.config.files");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "micronaut.server.port, abc, PORT",
    "micronaut.server.port, 65536, PORT",
    "stagedoor.cookie-life, soon, a length of time",
    "stagedoor.cookie-life, '', a length of time",
    "stagedoor.demo, maybe, true or false",
    "stagedoor.providers.sandbox.enabled, on, true or false",
    "stagedoor.database.pool-size, many, a whole number",
    "stagedoor.database.pool-size, 8.5, a whole number",
    "stagedoor.database.pool-size, 99999999999, a whole number",
    "stagedoor.memorials.prices.live, dear, a number",
    "stagedoor.memorials.prices.included-hours, 1.5, a whole number",
    "stagedoor.public-url, 'http://a b', an address",
    "stagedoor.rate-limits.period, 15, a length of time",
    "stagedoor.webhooks.max-body-bytes, 1k, a whole number",
    "stagedoor.live.heartbeat, often, a length of time",
    "sample.timeout, never, a length of time",
    "sample.tries, 3x, a whole number",
    "sample.factor, half, a number",
    "sample.base-url, 'http://a b', an address",
    "sample.speed, LIGHT, SLOW"
  })
  void aValueOfAnotherKindIsRefusedByName(String key, String value, String kind) {
    Map<String, Object> settings =
        Map.of("sample.enabled", "true", "sample.api-key", "k", key, value);

    assertThat(refusal(server().properties(settings)))
        .startsWith(key.startsWith("micronaut") ? "PORT (" + key : key + " must be ")
        .contains(kind)
        .endsWith(value.isEmpty() ? "not empty" : "not " + value);
  }

  @Test
  void aCredentialThatIsMissingIsRefusedByName() {
    assertThat(refusal(server().properties(Map.of("sample.enabled", "true"))))
        .isEqualTo("sample.api-key must be set");
    assertThat(
            refusal(server().properties(Map.of("sample.enabled", "true", "sample.api-key", " "))))
        .isEqualTo("sample.api-key must be set");
  }

  @Test
  void whatIsNamedFreelyIsReadFromVariablesToo() {
    try (ApplicationContext context =
        server()
            .propertySources(
                variables("STAGEDOOR_ROUTES_PAYMENTS_USD", "STAGEDOOR_ENCRYPTION_KEYS_NEXT"))
            .build()
            .start()) {
      assertThat(context.getBean(RoutesConfig.class).paymentsByCurrency().toString())
          .isEqualTo("{USD=sandbox}");
      assertThat(context.getBean(EncryptionConfig.class).keys())
          .containsOnlyKeys("development", "next");
    }
  }

  @Test
  void aCredentialIsTextAndNeverPrinted() {
    assertThat(
            refusal(server().properties(Map.of("sample.enabled", "true", "sample.api-key", 5349))))
        .startsWith("sample.api-key must be text")
        .doesNotContain("5349");
  }

  @Test
  void whatIsOffNeedsNothing() {
    started(server().properties(Map.of("sample.enabled", "false", "sample.timeout", "never")));
  }

  @Test
  void credentialsAreSecretsFromWhereTheyAreRead() {
    try (ApplicationContext context =
        server()
            .properties(
                Map.of("sample.enabled", "true", "sample.api-key", "sk_1,2", "sample.base-url", ""))
            .build()
            .start()) {
      SampleConfig sample = context.getBean(SampleConfig.class);

      assertThat(sample.apiKey()).isEqualTo(Secret.of("sk_1,2"));
      assertThat(sample.webhookSecret()).isNull();
      assertThat(sample.baseUrl()).isNull();
      assertThat(sample.timeout()).isEqualTo(Duration.ofSeconds(10));
      assertThat(sample.toString()).doesNotContain("sk_1");
    }
  }

  @Test
  void everyConfigurationRecordIsDescribedInThePackagedSettings() {
    try (ApplicationContext context = server().build().start()) {
      PackagedSettings packaged = context.getBean(PackagedSettings.class);

      assertThat(SettingKinds.keys(context))
          .contains("stagedoor.public-url", "stagedoor.routes.video.live")
          .filteredOn(key -> key.startsWith("stagedoor."))
          .allMatch(
              key ->
                  packaged.keys().stream()
                      .anyMatch(one -> one.equals(key) || one.startsWith(key + ".")));
    }
  }
}
