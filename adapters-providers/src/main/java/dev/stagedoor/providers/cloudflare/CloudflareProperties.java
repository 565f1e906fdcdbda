package dev.stagedoor.providers.cloudflare;

import static dev.stagedoor.providers.cloudflare.CloudflareConfig.RULES;

import dev.stagedoor.domain.kernel.Secret;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The settings of {@link CloudflareConfig} as an operator writes them; absent ones have defaults,
 * those that must be given are asked for by name.
 */
@ConfigurationProperties(CloudflareConfig.PREFIX)
record CloudflareProperties(
    @Nullable String accountId,
    @Nullable Secret apiToken,
    @Nullable Secret webhookSecret,
    @Nullable Secret notificationSecret,
    @Nullable String signingKeyId,
    @Nullable Secret signingKey,
    @Nullable String baseUrl,
    @Nullable String playbackUrl,
    @Nullable List<String> allowedOrigins,
    @Nullable String requireSignedUrls,
    @Nullable String deleteRecordingAfterDays) {
  CloudflareConfig toConfig() {
    return new CloudflareConfig(
        accountId == null ? "" : accountId.strip(),
        apiToken == null ? Secret.of("") : apiToken,
        Optional.ofNullable(webhookSecret),
        Optional.ofNullable(notificationSecret),
        key(),
        RULES.url("base-url", baseUrl).orElse(CloudflareConfig.API),
        RULES.url("playback-url", playbackUrl),
        allowedOrigins == null
            ? List.of()
            : allowedOrigins.stream().filter(origin -> !origin.isBlank()).toList(),
        new CloudflareConfig.Live(RULES.isOn("require-signed-urls", requireSignedUrls), days()));
  }

  private Optional<CloudflareSigningKey> key() {
    boolean hasId = signingKeyId != null && !signingKeyId.isBlank();
    boolean hasKey = signingKey != null && !signingKey.isBlank();
    if (hasId != hasKey) {
      throw RULES.refused(
          hasId ? "signing-key" : "signing-key-id",
          "must be given, for the other half of the signing key is");
    }
    return signingKeyId != null && signingKey != null && hasId
        ? Optional.of(CloudflareSigningKey.of(signingKeyId, signingKey))
        : Optional.empty();
  }

  private OptionalInt days() {
    if (deleteRecordingAfterDays == null || deleteRecordingAfterDays.isBlank()) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(Integer.parseInt(deleteRecordingAfterDays.strip()));
    } catch (NumberFormatException e) {
      throw RULES.refused(
          "delete-recording-after-days",
          "must be a number of days, not " + deleteRecordingAfterDays);
    }
  }

  @Override
  public String toString() {
    return "CloudflareProperties[****]";
  }
}
