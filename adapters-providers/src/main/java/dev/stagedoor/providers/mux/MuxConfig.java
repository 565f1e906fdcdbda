package dev.stagedoor.providers.mux;

import dev.stagedoor.domain.kernel.Secret;
import java.net.URI;
import java.util.Objects;
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

  public static final URI API = URI.create("https://api.mux.com");
  public static final URI STREAM = URI.create("https://stream.mux.com");
  public static final URI IMAGE = URI.create("https://image.mux.com");

  public MuxConfig {
    require(!tokenId.isBlank() && tokenId.indexOf(':') < 0, "token-id", "must be given");
    require(!tokenSecret.isBlank(), "token-secret", "must be given");
    require(!webhookSecret.isBlank(), "webhook-secret", "must be given");
    baseUrl = plain("base-url", baseUrl);
    streamUrl = plain("stream-url", streamUrl);
    imageUrl = plain("image-url", imageUrl);
    statsUrl = statsUrl.map(url -> plain("stats-url", url));
    require(
        statsUrl.isEmpty() || signingKey.isPresent(),
        "stats-url",
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

  static IllegalArgumentException refused(String key, String why) {
    return new IllegalArgumentException(PREFIX + "." + key + " " + why);
  }

  private static void require(boolean holds, String key, String why) {
    if (!holds) {
      throw refused(key, why);
    }
  }

  private static URI plain(String key, URI url) {
    String scheme = Objects.requireNonNullElse(url.getScheme(), "");
    require(
        url.getHost() != null
            && (scheme.equals("https") || scheme.equals("http"))
            && url.getRawQuery() == null
            && url.getRawFragment() == null
            && url.getRawUserInfo() == null,
        key,
        "must be an address like https://example.org");
    return URI.create(url.toString().replaceAll("/+$", ""));
  }

  @Override
  public String toString() {
    return "mux at " + baseUrl;
  }
}
