package dev.stagedoor.providers.firebase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.auth.AuthProvider;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.ProviderRuntime;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirebaseConfigTest {
  private static final String PREFIX = "stagedoor.providers.firebase.";

  @Factory
  @Requires(property = "firebase-config-test")
  static final class Surroundings {
    @Singleton
    ProviderRuntime runtime() {
      return ProviderRuntime.plain();
    }
  }

  private static Map<String, Object> least() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("firebase-config-test", true);
    settings.put(PREFIX + "enabled", "true");
    settings.put(PREFIX + "project-id", "our-project");
    settings.put(PREFIX + "api-key", "hush-key");
    settings.put(PREFIX + "service-account", FirebaseStub.serviceAccount().reveal());
    // As the packaged settings have them.
    settings.put(PREFIX + "emulator-host", "");
    settings.put(PREFIX + "base-url", "");
    return settings;
  }

  private static ApplicationContext started(Map<String, Object> settings) {
    return ApplicationContext.builder()
        .properties(settings)
        .eagerInitSingletons(true)
        .eagerInitConfiguration(true)
        .deduceEnvironment(false)
        .build()
        .start();
  }

  @Test
  void withTheLeastSettingsItIsGoogleThatSignsPeopleIn() {
    try (ApplicationContext context = started(least())) {
      FirebaseConfig config = context.getBean(FirebaseConfig.class);

      assertThat(config)
          .isEqualTo(
              FirebaseConfig.of(
                  "our-project", Secret.of("hush-key"), FirebaseStub.serviceAccount()));
      assertThat(config.unfitForProduction()).isEmpty();
      assertThat(context.getBean(AuthProvider.class).id()).isEqualTo(Firebase.ID);
      assertThat(config.toString()).doesNotContain("hush").doesNotContain("BEGIN");
    }
  }

  @Test
  void switchedOffItIsAbsent() {
    Map<String, Object> settings = least();
    settings.put(PREFIX + "enabled", "false");

    try (ApplicationContext context = started(settings)) {
      assertThat(context.findBean(AuthProvider.class)).isEmpty();
      assertThat(context.findBean(FirebaseConfig.class)).isEmpty();
    }
  }

  @Test
  void aServiceAccountMayStandInAFile(@TempDir Path folder) throws Exception {
    Path file =
        Files.writeString(folder.resolve("key.json"), FirebaseStub.serviceAccount().reveal());
    Map<String, Object> settings = least();
    settings.put(PREFIX + "service-account", file.toString());

    try (ApplicationContext context = started(settings)) {
      assertThat(context.getBean(AuthProvider.class).id()).isEqualTo(Firebase.ID);
    }
  }

  @Test
  void anotherAddressIsReadAndNotForProduction() {
    Map<String, Object> settings = least();
    settings.put(PREFIX + "base-url", "http://127.0.0.1:1/google");

    try (ApplicationContext context = started(settings)) {
      FirebaseConfig config = context.getBean(FirebaseConfig.class);
      assertThat(config.baseUrl()).isEqualTo(URI.create("http://127.0.0.1:1/google"));
      assertThat(config.unfitForProduction()).singleElement().asString().contains("base-url");
    }
  }

  @Test
  void theEmulatorNeedsNoKeysAndIsNotForProduction() {
    Map<String, Object> settings = least();
    settings.put(PREFIX + "api-key", "");
    settings.put(PREFIX + "service-account", "");
    settings.put(PREFIX + "emulator-host", "127.0.0.1:1");

    try (ApplicationContext context = started(settings)) {
      FirebaseConfig config = context.getBean(FirebaseConfig.class);
      assertThat(config.isEmulated()).isTrue();
      assertThat(config.unfitForProduction()).singleElement().asString().contains("emulator-host");
      assertThat(Emulation.inForce()).contains("127.0.0.1:1");
    }
    assertThat(Emulation.inForce()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "project-id, ''",
    "project-id, Our Project",
    "project-id, ../other",
    "api-key, ''",
    "service-account, ''",
    "service-account, /no/such/file.json",
    "service-account, '{\"type\": \"service_account\"}'",
    "service-account, '{'",
    "emulator-host, 127.0.0.1",
    "emulator-host, http://127.0.0.1:9099"
  })
  void aWrongSettingStopsTheStartAndIsNamed(String key, String value) {
    Map<String, Object> settings = least();
    settings.put(PREFIX + key, value);

    assertThatThrownBy(() -> started(settings).close())
        .hasMessageContaining(PREFIX + key + " must ");
  }

  @Test
  void aServiceAccountWhoseTokensComeFromElsewhereIsRefused() {
    Map<String, Object> settings = least();
    settings.put(
        PREFIX + "service-account",
        FirebaseStub.serviceAccount().reveal().replace("oauth2.googleapis.com", "evil.example"));

    assertThatThrownBy(() -> started(settings).close())
        .hasMessageContaining(PREFIX + "service-account must ");
  }
}
