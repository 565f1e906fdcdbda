package dev.stagedoor.providers.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.storage.Download;
import dev.stagedoor.domain.storage.NewObject;
import dev.stagedoor.domain.storage.ObjectKey;
import dev.stagedoor.domain.storage.SignedRequest;
import dev.stagedoor.domain.storage.StorageProvider;
import dev.stagedoor.providers.support.ProviderRuntime;
import io.micronaut.context.ApplicationContext;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S3ConfigTest {
  private static final Map<String, Object> LEAST =
      Map.of(
          "stagedoor.providers.s3.enabled", true,
          "stagedoor.providers.s3.bucket", "course-files",
          "stagedoor.providers.s3.access-key", "planted-id",
          "stagedoor.providers.s3.secret-key", "planted-key");

  private static ApplicationContext started(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(LEAST);
    all.putAll(settings);
    ApplicationContext context =
        ApplicationContext.builder()
            .properties(all)
            .eagerInitSingletons(true)
            .eagerInitConfiguration(true)
            .deduceEnvironment(false)
            .build();
    context.registerSingleton(ProviderRuntime.class, ProviderRuntime.plain());
    return context.start();
  }

  private static SignedRequest fetch(S3Config config) {
    try (S3 s3 = S3.open(config, ProviderRuntime.plain())) {
      return s3.storageProvider()
          .files()
          .download(
              new Download(new ObjectKey("a/b.mp4"), Optional.empty()),
              Instant.now().plusSeconds(60));
    }
  }

  private static S3Config at(String endpoint, String region, boolean pathStyle) {
    return new S3Config(
        endpoint.isEmpty() ? null : URI.create(endpoint),
        region,
        "course-files",
        Secret.of("planted-id"),
        Secret.of("planted-key"),
        pathStyle);
  }

  @Test
  void withTheLeastItIsAmazonsStore() {
    try (ApplicationContext context = started(Map.of())) {
      assertThat(context.getBean(StorageProvider.class).id()).isEqualTo(S3.ID);
      assertThat(context.getBean(S3Config.class)).isEqualTo(at("", "us-east-1", false));
      assertThat(context.getBean(S3Config.class).unfitForProduction()).isEmpty();
    }
  }

  @Test
  void everySettingIsRead() {
    try (ApplicationContext context =
        started(
            Map.of(
                "stagedoor.providers.s3.endpoint", "http://minio.internal:9000",
                "stagedoor.providers.s3.region", "auto",
                "stagedoor.providers.s3.path-style", "true"))) {
      S3Config config = context.getBean(S3Config.class);
      assertThat(config).isEqualTo(at("http://minio.internal:9000", "auto", true));
      assertThat(config.toString()).doesNotContain("planted");
      assertThat(config.unfitForProduction())
          .containsExactly("stagedoor.providers.s3.endpoint is not https");
    }
  }

  @Test
  void switchedOffItIsAbsent() {
    try (ApplicationContext context = started(Map.of("stagedoor.providers.s3.enabled", false))) {
      assertThat(context.findBean(StorageProvider.class)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "bucket, ''",
    "bucket, Not/A/Bucket",
    "access-key, ''",
    "secret-key, ' '",
    "region, Frankfurt am Main",
    "endpoint, ftp://example.org",
    "endpoint, https://example.org/course-files",
  })
  void aWrongSettingStopsTheStartByItsName(String key, String value) {
    assertThatThrownBy(() -> started(Map.of("stagedoor.providers.s3." + key, value)))
        .rootCause()
        .hasMessageStartingWith("stagedoor.providers.s3." + key)
        .hasMessageNotContaining("planted");
  }

  @ParameterizedTest
  @CsvSource({
    "'', eu-central-1, false, https://course-files.s3.eu-central-1.amazonaws.com/a/b.mp4",
    "'', eu-central-1, true, https://s3.eu-central-1.amazonaws.com/course-files/a/b.mp4",
    "https://0a1b.r2.cloudflarestorage.com, auto, true,"
        + " https://0a1b.r2.cloudflarestorage.com/course-files/a/b.mp4",
    "https://minio.example.org:9000/, us-east-1, true,"
        + " https://minio.example.org:9000/course-files/a/b.mp4",
    "https://store.example.org, us-east-1, false, https://course-files.store.example.org/a/b.mp4",
  })
  void addressesStandWhereTheStoreHasThem(
      String endpoint, String region, boolean pathStyle, String address) {
    SignedRequest fetch = fetch(at(endpoint, region, pathStyle));

    assertThat(fetch.address().toString()).startsWith(address + "?");
    assertThat(fetch.address().getRawQuery()).contains("%2F" + region + "%2Fs3%2Faws4_request");
    // A browser that follows a link sends no header.
    assertThat(fetch.headers()).isEmpty();
  }

  @Test
  void sizeAndTypeAreSignedAndNoChecksumIsAskedFor() {
    try (S3 s3 = S3.open(at("", "us-east-1", false), ProviderRuntime.plain())) {
      Instant until = Instant.now().plusSeconds(600);
      SignedRequest upload =
          s3.storageProvider()
              .files()
              .upload(new NewObject(new ObjectKey("a"), 26, "video/mp4"), until);

      assertThat(upload.headers()).isEqualTo(Map.of("content-type", "video/mp4"));
      assertThat(upload.address().getRawQuery())
          .contains("X-Amz-SignedHeaders=content-length%3Bcontent-type%3Bhost&")
          .doesNotContainIgnoringCase("checksum")
          .matches(".*X-Amz-Expires=(598|599|600)&.*");
      assertThatThrownBy(
              () ->
                  s3.storageProvider()
                      .files()
                      .upload(new NewObject(new ObjectKey("a"), (5L << 30) + 1, "a/b"), until))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void theLargestFileIsOneRequest() {
    try (S3 s3 = S3.open(at("", "us-east-1", false), ProviderRuntime.plain())) {
      NewObject largest = new NewObject(new ObjectKey("a"), 5L << 30, "video/mp4");

      SignedRequest upload =
          s3.storageProvider().files().upload(largest, Instant.now().plusSeconds(600));

      assertThat(s3.storageProvider().mostBytes()).isEqualTo(largest.bytes());
      assertThat(upload.method()).isEqualTo("PUT");
      assertThat(upload.address().getRawQuery())
          .contains("content-length")
          .doesNotContain("uploadId", "partNumber");
    }
  }
}
