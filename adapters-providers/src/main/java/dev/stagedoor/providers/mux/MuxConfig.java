package dev.stagedoor.providers.mux;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.settings.SettingRules;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one environment of Mux is reached.
 *
 * @param tokenId the access token's id, which needs Video read and write
 * @param webhookSecret the signing secret of the webhook endpoint
 * @param signingKey signs playback addresses and questions for viewer counts
 * @param statsUrl where viewers are counted; empty counts none
 * @param testMode makes videos that cost nothing, are marked, short, and gone after a day
 */
public record MuxConfig(
    String tokenId,
    Secret tokenSecret,
    Secret webhookSecret,
    Optional<MuxSigningKey> signingKey,
    URI baseUrl,
    URI streamUrl,
    URI imageUrl,
    Optional<URI> statsUrl,
    boolean testMode) {
  /** Names the settings of this provider. */
  static final String PREFIX = "stagedoor.providers.mux";

  static final SettingRules RULES = SettingRules.of(PREFIX);

  public static final URI API = URI.create("https://api.mux.com");
  public static final URI STREAM = URI.create("https://stream.mux.com");
  public static final URI IMAGE = URI.create("https://image.mux.com");

  public MuxConfig {
    RULES.check("token-id", !tokenId.isBlank() && tokenId.indexOf(':') < 0, "must be given");
    RULES.check("token-secret", !tokenSecret.isBlank(), "must be given");
    RULES.check("webhook-secret", !webhookSecret.isBlank(), "must be given");
    baseUrl = RULES.base("base-url", baseUrl, "https://example.org");
    streamUrl = RULES.base("stream-url", streamUrl, "https://example.org");
    imageUrl = RULES.base("image-url", imageUrl, "https://example.org");
    statsUrl = statsUrl.map(url -> RULES.base("stats-url", url, "https://example.org"));
    RULES.check(
        "stats-url",
        statsUrl.isEmpty() || signingKey.isPresent(),
        "needs signing-key-id and signing-private-key, which sign the questions");
  }

  /** Returns what reaches Mux itself, without signing and viewer counts. */
  public static MuxConfig of(String tokenId, Secret tokenSecret, Secret webhookSecret) {
    return new MuxConfig(
        tokenId,
        tokenSecret,
        webhookSecret,
        Optional.empty(),
        API,
        STREAM,
        IMAGE,
        Optional.empty(),
        false);
  }

  public MuxConfig withSigningKey(MuxSigningKey key) {
    return new MuxConfig(
        tokenId,
        tokenSecret,
        webhookSecret,
        Optional.of(key),
        baseUrl,
        streamUrl,
        imageUrl,
        statsUrl,
        testMode);
  }

  /** Points somewhere else: at a stand-in, or at delivery domains of one's own. */
  public MuxConfig at(URI base, URI stream, URI image, @Nullable URI stats) {
    return new MuxConfig(
        tokenId,
        tokenSecret,
        webhookSecret,
        signingKey,
        base,
        stream,
        image,
        Optional.ofNullable(stats),
        testMode);
  }

  @Override
  public String toString() {
    return "mux at " + baseUrl;
  }
}
