package dev.stagedoor.providers.localfiles;

import dev.stagedoor.domain.kernel.Secret;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The settings of {@link LocalFilesConfig} as an operator writes them; absent ones have defaults.
 *
 * @param maxBytes text, because Micronaut takes a number that it cannot read for an absent one
 */
@ConfigurationProperties(LocalFilesConfig.PREFIX)
record LocalFilesProperties(
    @Nullable Secret signingKey,
    @Nullable String folder,
    @Nullable URI baseUrl,
    @Nullable String maxBytes) {
  LocalFilesConfig toConfig() {
    return new LocalFilesConfig(
        signingKey == null ? LocalFilesConfig.DEVELOPMENT_KEY : signingKey,
        Path.of(folder == null ? "data/files" : folder),
        baseUrl == null ? URI.create("http://localhost:8080") : baseUrl,
        maxBytes == null ? LocalFilesConfig.USUAL_MAX_BYTES : bytes(maxBytes));
  }

  private static long bytes(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw LocalFilesConfig.RULES.refused("max-bytes", "must be a whole number, not " + text);
    }
  }

  @Override
  public String toString() {
    return "LocalFilesProperties[****]";
  }
}
