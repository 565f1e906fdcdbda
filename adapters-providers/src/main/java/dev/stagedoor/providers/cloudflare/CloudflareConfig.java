package dev.stagedoor.providers.cloudflare;

import dev.stagedoor.domain.kernel.Secret;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * How one account of Cloudflare Stream is reached.
 *
 * @param apiToken a token with the right to edit Stream
 * @param webhookSecret signs Stream's own webhooks (recordings and videos)
 * @param notificationSecret comes with Notifications (encoders that come and go), as it is
 * @param signingKey signs playback addresses
 * @param playbackUrl what playback addresses begin with; empty takes what Cloudflare says
 * @param live how live inputs are made
 */
public record CloudflareConfig(
    String accountId,
    Secret apiToken,
    Optional<Secret> webhookSecret,
    Optional<Secret> notificationSecret,
    Optional<CloudflareSigningKey> signingKey,
    URI baseUrl,
    Optional<URI> playbackUrl,
    List<String> allowedOrigins,
    Live live) {
  /** Names the settings of this provider. */
  static final String PREFIX = "stagedoor.providers.cloudflare";

  public static final URI API = URI.create("https://api.cloudflare.com/client/v4");

  private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9]{1,64}");
  private static final Pattern ORIGIN =
      Pattern.compile("(\\*\\.)?[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*(:[0-9]{1,5})?");
  private static final int FEWEST_DAYS = 30;
  private static final int MOST_DAYS = 1096;

  /**
   * How live inputs are made.
   *
   * @param requireSignedUrls whether inputs, and with them their recordings, play only from signed
   *     addresses
   * @param deleteRecordingAfterDays when Cloudflare deletes recordings; empty keeps them
   */
  public record Live(boolean requireSignedUrls, OptionalInt deleteRecordingAfterDays) {
    public static final Live DEFAULT = new Live(false, OptionalInt.empty());

    public Live {
      int days = deleteRecordingAfterDays.orElse(FEWEST_DAYS);
      require(
          days >= FEWEST_DAYS && days <= MOST_DAYS,
          "delete-recording-after-days",
          "must be 30 to 1096, not " + days);
    }
  }

  public CloudflareConfig {
    require(ACCOUNT.matcher(accountId).matches(), "account-id", "must be the id of an account");
    require(!apiToken.isBlank(), "api-token", "must be given");
    webhookSecret = webhookSecret.filter(secret -> !secret.isBlank());
    notificationSecret = notificationSecret.filter(secret -> !secret.isBlank());
    require(
        webhookSecret.isPresent() || notificationSecret.isPresent(),
        "webhook-secret",
        "or notification-secret must be given");
    baseUrl = plain("base-url", baseUrl);
    playbackUrl = playbackUrl.map(url -> plain("playback-url", url));
    allowedOrigins = List.copyOf(allowedOrigins);
    allowedOrigins.forEach(
        origin ->
            require(
                ORIGIN.matcher(origin).matches(),
                "allowed-origins",
                "must be host names like example.org or *.example.org, not " + origin));
    require(
        !live.requireSignedUrls() || signingKey.isPresent(),
        "require-signed-urls",
        "needs signing-key-id and signing-key");
  }

  /** Returns what reaches Cloudflare itself, told of recordings, without signing. */
  public static CloudflareConfig of(String accountId, Secret apiToken, Secret webhookSecret) {
    return new CloudflareConfig(
        accountId,
        apiToken,
        Optional.of(webhookSecret),
        Optional.empty(),
        Optional.empty(),
        API,
        Optional.empty(),
        List.of(),
        Live.DEFAULT);
  }

  public CloudflareConfig withNotificationSecret(Secret secret) {
    return new CloudflareConfig(
        accountId,
        apiToken,
        webhookSecret,
        Optional.of(secret),
        signingKey,
        baseUrl,
        playbackUrl,
        allowedOrigins,
        live);
  }

  public CloudflareConfig withSigningKey(CloudflareSigningKey key) {
    return new CloudflareConfig(
        accountId,
        apiToken,
        webhookSecret,
        notificationSecret,
        Optional.of(key),
        baseUrl,
        playbackUrl,
        allowedOrigins,
        live);
  }

  /** Points somewhere else, for example at a stand-in. */
  public CloudflareConfig at(URI base, URI playback) {
    return new CloudflareConfig(
        accountId,
        apiToken,
        webhookSecret,
        notificationSecret,
        signingKey,
        base,
        Optional.of(playback),
        allowedOrigins,
        live);
  }

  public CloudflareConfig with(Live wanted, List<String> origins) {
    return new CloudflareConfig(
        accountId,
        apiToken,
        webhookSecret,
        notificationSecret,
        signingKey,
        baseUrl,
        playbackUrl,
        origins,
        wanted);
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
    return "cloudflare at " + baseUrl;
  }
}
