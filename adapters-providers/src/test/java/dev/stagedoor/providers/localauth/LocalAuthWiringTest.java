package dev.stagedoor.providers.localauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.auth.AuthProvider;
import dev.stagedoor.domain.auth.port.CredentialRepository;
import dev.stagedoor.domain.auth.port.LocalSessionRepository;
import dev.stagedoor.domain.fake.InMemoryCredentialRepository;
import dev.stagedoor.domain.fake.InMemoryLocalSessionRepository;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.kernel.Tokens;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalAuthWiringTest {
  private static final String KEY = "a signing key of more than thirty-two bytes";

  private static ApplicationContext started(Map<String, Object> settings) {
    LocalSessionRepository sessions = new InMemoryLocalSessionRepository();
    ApplicationContext context =
        ApplicationContext.builder()
            .properties(Map.of("stagedoor.providers.local.enabled", true))
            .properties(settings)
            .eagerInitSingletons(true)
            .eagerInitConfiguration(true)
            .deduceEnvironment(false)
            .build();
    context.registerSingleton(LocalSessionRepository.class, sessions);
    context.registerSingleton(
        CredentialRepository.class, new InMemoryCredentialRepository(sessions));
    context.registerSingleton(Clock.class, Clock.systemUTC());
    context.registerSingleton(Ids.class, UUID::randomUUID);
    context.registerSingleton(Tokens.class, LocalAuthWorld.randomTokens());
    return context.start();
  }

  @Test
  void withoutSettingsTheLocalProviderIsThereWithTheDevelopmentKey() {
    try (ApplicationContext context = started(Map.of())) {
      assertThat(context.getBean(AuthProvider.class).id()).isEqualTo(LocalAuth.ID);
      assertThat(context.getBean(LocalAuthConfig.class)).isEqualTo(LocalAuthConfig.development());
    }
  }

  @Test
  void switchedOffItIsAbsent() {
    try (ApplicationContext context = started(Map.of("stagedoor.providers.local.enabled", false))) {
      assertThat(context.findBean(AuthProvider.class)).isEmpty();
      assertThat(context.findBean(LocalAuthConfig.class)).isEmpty();
    }
  }

  @Test
  void everySettingIsRead() {
    Map<String, Object> settings =
        Map.of(
            "stagedoor.providers.local.signing-key", KEY,
            "stagedoor.providers.local.previous-keys", List.of(KEY + "1", KEY + "2"),
            "stagedoor.providers.local.issuer", "https://us.example.org",
            "stagedoor.providers.local.audience", "them",
            "stagedoor.providers.local.access-life", "5m",
            "stagedoor.providers.local.refresh-life", "7d",
            "stagedoor.providers.local.hash-memory-kib", "12288",
            "stagedoor.providers.local.hash-iterations", "3",
            "stagedoor.providers.local.concurrent-hashes", "9");

    try (ApplicationContext context = started(settings)) {
      assertThat(context.getBean(LocalAuthConfig.class))
          .isEqualTo(
              new LocalAuthConfig(
                  Secret.of(KEY),
                  List.of(Secret.of(KEY + "1"), Secret.of(KEY + "2")),
                  "https://us.example.org",
                  "them",
                  Duration.ofMinutes(5),
                  Duration.ofDays(7),
                  new Argon2Cost(12_288, 3, 1),
                  9));
    }
  }

  @Test
  void previousKeysLeftEmptyAreNone() {
    try (ApplicationContext context =
        started(Map.of("stagedoor.providers.local.previous-keys", ""))) {
      assertThat(context.getBean(LocalAuthConfig.class).previousKeys()).isEmpty();
    }
  }

  @Test
  void aKeyFromTheEnvironmentIsOneStringEvenWithCommas() {
    String key = "a,signing,key,with,commas,of,more,than,32,bytes";

    try (ApplicationContext context =
        started(Map.of("stagedoor.providers.local.signing-key", key))) {
      assertThat(context.getBean(LocalAuthConfig.class).signingKey()).isEqualTo(Secret.of(key));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "signing-key, too short",
    "signing-key, ''",
    "previous-keys, too short",
    "issuer, ' '",
    "access-life, 2h",
    "access-life, soon",
    "access-life, 15",
    "refresh-life, 400d",
    "hash-memory-kib, 64",
    "hash-iterations, none",
    "hash-parallelism, 99",
    "concurrent-hashes, 0",
    "concurrent-hashes, many"
  })
  void aWrongSettingStopsTheStartAndIsNamed(String key, String value) {
    assertThatThrownBy(() -> started(Map.of("stagedoor.providers.local." + key, value)).close())
        .hasMessageContaining("stagedoor.providers.local." + key + " must ");
  }

  @Test
  void boundSettingsPrintNoKey() {
    LocalAuthProperties properties =
        new LocalAuthProperties(
            Secret.of(KEY), List.of(KEY), null, null, null, null, null, null, null, null);

    assertThat(properties.toString()).doesNotContain(KEY);
  }
}
