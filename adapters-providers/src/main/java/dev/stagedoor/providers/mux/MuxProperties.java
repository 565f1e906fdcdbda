package dev.stagedoor.providers.mux;

import dev.stagedoor.domain.kernel.Secret;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The settings of {@link MuxConfig} as an operator writes them; absent ones have defaults, those
 * that must be given are asked for by name.
 */
@ConfigurationProperties(MuxConfig.PREFIX)
record MuxProperties(
    @Nullable String tokenId,
    @Nullable Secret tokenSecret,
    @Nullable Secret webhookSecret,
    @Nullable String signingKeyId,
    @Nullable Secret signingPrivateKey,
    @Nullable String baseUrl,
    @Nullable String streamUrl,
    @Nullable String imageUrl,
    @Nullable String statsUrl,
    @Nullable String testMode) {
  MuxConfig toConfig() {
    Secret none = Secret.of("");
    return new MuxConfig(
        tokenId == null ? "" : tokenId,
        tokenSecret == null ? none : tokenSecret,
        webhookSecret == null ? none : webhookSecret,
        signingKey(),
        url("base-url", baseUrl).orElse(MuxConfig.API),
        url("stream-url", streamUrl).orElse(MuxConfig.STREAM),
        url("image-url", imageUrl).orElse(MuxConfig.IMAGE),
        url("stats-url", statsUrl),
        isTestMode());
  }

  private Optional<MuxSigningKey> signingKey() {
    boolean hasId = signingKeyId != null && !signingKeyId.isBlank();
    boolean hasKey = signingPrivateKey != null && !signingPrivateKey.isBlank();
    if (hasId != hasKey) {
      throw MuxConfig.RULES.refused(
          hasId ? "signing-private-key" : "signing-key-id",
          "must be given, for the other half of the signing key is");
    }
    return signingKeyId != null && signingPrivateKey != null && hasId
        ? Optional.of(MuxSigningKey.of(signingKeyId, signingPrivateKey))
        : Optional.empty();
  }

  private static Optional<URI> url(String key, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(URI.create(text.strip()));
    } catch (IllegalArgumentException e) {
      throw MuxConfig.RULES.refused(key, "must be an address like https://example.org");
    }
  }

  private boolean isTestMode() {
    if (testMode == null || testMode.isBlank() || testMode.equals("false")) {
      return false;
    }
    if (testMode.equals("true")) {
      return true;
    }
    throw MuxConfig.RULES.refused("test-mode", "must be true or false, not " + testMode);
  }

  @Override
  public String toString() {
    return "MuxProperties[****]";
  }
}
