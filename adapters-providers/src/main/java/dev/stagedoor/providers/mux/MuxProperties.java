package dev.stagedoor.providers.mux;

import static dev.stagedoor.providers.mux.MuxConfig.RULES;

import dev.stagedoor.domain.kernel.Secret;
import io.micronaut.context.annotation.ConfigurationProperties;
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
        RULES.url("base-url", baseUrl).orElse(MuxConfig.API),
        RULES.url("stream-url", streamUrl).orElse(MuxConfig.STREAM),
        RULES.url("image-url", imageUrl).orElse(MuxConfig.IMAGE),
        RULES.url("stats-url", statsUrl),
        RULES.isOn("test-mode", testMode));
  }

  private Optional<MuxSigningKey> signingKey() {
    boolean hasId = signingKeyId != null && !signingKeyId.isBlank();
    boolean hasKey = signingPrivateKey != null && !signingPrivateKey.isBlank();
    if (hasId != hasKey) {
      throw RULES.refused(
          hasId ? "signing-private-key" : "signing-key-id",
          "must be given, for the other half of the signing key is");
    }
    return signingKeyId != null && signingPrivateKey != null && hasId
        ? Optional.of(MuxSigningKey.of(signingKeyId, signingPrivateKey))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "MuxProperties[****]";
  }
}
