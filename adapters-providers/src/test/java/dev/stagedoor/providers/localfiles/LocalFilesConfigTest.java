package dev.stagedoor.providers.localfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.storage.StorageProvider;
import io.micronaut.context.ApplicationContext;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalFilesConfigTest {
  private static final String KEY = "a signing key of more than thirty-two bytes";

  private static ApplicationContext started(Map<String, Object> settings) {
    ApplicationContext context =
        ApplicationContext.builder()
            .properties(
                Map.of(
                    "stagedoor.providers.local-files.enabled",
                    true,
                    "micronaut.server.max-request-size",
                    "5GB"))
            .properties(settings)
            .eagerInitSingletons(true)
            .eagerInitConfiguration(true)
            .deduceEnvironment(false)
            .build();
    context.registerSingleton(Clock.class, Clock.systemUTC());
    return context.start();
  }

  @Test
  void withoutSettingsItIsThereWithTheDevelopmentKey() {
    try (ApplicationContext context = started(Map.of())) {
      assertThat(context.getBean(StorageProvider.class).id()).isEqualTo(LocalFiles.ID);
      assertThat(context.getBean(StorageProvider.class).mostBytes()).isEqualTo(5L << 30);
      assertThat(context.getBean(LocalFilesConfig.class))
          .isEqualTo(
              LocalFilesConfig.development(
                  Path.of("data/files"), URI.create("http://localhost:8080")));
      assertThat(context.getBean(LocalFilesConfig.class).unfitForProduction())
          .containsExactly("stagedoor.providers.local-files.signing-key is the development key");
    }
  }

  @Test
  void switchedOffItIsAbsent() {
    try (ApplicationContext context =
        started(Map.of("stagedoor.providers.local-files.enabled", false))) {
      assertThat(context.findBean(StorageProvider.class)).isEmpty();
      assertThat(context.findBean(FilesController.class)).isEmpty();
    }
  }

  @Test
  void everySettingIsRead() {
    Map<String, Object> settings =
        Map.of(
            "stagedoor.providers.local-files.signing-key", KEY,
            "stagedoor.providers.local-files.folder", "/srv/files",
            "stagedoor.providers.local-files.base-url", "https://files.example.org",
            "stagedoor.providers.local-files.max-bytes", "1000");

    try (ApplicationContext context = started(settings)) {
      LocalFilesConfig config = context.getBean(LocalFilesConfig.class);
      assertThat(config)
          .isEqualTo(
              new LocalFilesConfig(
                  Secret.of(KEY),
                  Path.of("/srv/files"),
                  URI.create("https://files.example.org"),
                  1000));
      assertThat(config.unfitForProduction()).isEmpty();
      assertThat(config.toString()).doesNotContain(KEY);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "signing-key, too short",
    "folder, ' '",
    "base-url, ftp://example.org",
    "base-url, 'http://example.org/?a=b'",
    "max-bytes, 0",
    "max-bytes, 5368709121",
    "max-bytes, much",
  })
  void aWrongSettingStopsTheStartByItsName(String key, String value) {
    assertThatThrownBy(() -> started(Map.of("stagedoor.providers.local-files." + key, value)))
        .rootCause()
        .hasMessageStartingWith("stagedoor.providers.local-files." + key);
  }
}
