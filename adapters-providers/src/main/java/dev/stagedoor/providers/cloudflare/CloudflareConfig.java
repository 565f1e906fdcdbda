package dev.stagedoor.providers.cloudflare;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.settings.SettingRules;
import java.net.URI;
import java.util.List;
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

  static final SettingRules RULES = SettingRules.of(PREFIX);

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
      RULES.check(
          "delete-recording-after-days",
          days >= FEWEST_DAYS && days <= MOST_DAYS,
          "must be 30 to 1096, not " + days);
    }
  }

  public CloudflareConfig {
    RULES.check("account-id", ACCOUNT.matcher(accountId).matches(), "must be the id of an account");
    RULES.check("api-token", !apiToken.isBlank(), "must be given");
    webhookSecret = webhookSecret.filter(secret -> !secret.isBlank());
    notificationSecret = notificationSecret.filter(secret -> !secret.isBlank());
    RULES.check(
        "webhook-secret",
        webhookSecret.isPresent() || notificationSecret.isPresent(),
        "or notification-secret must be given");
    baseUrl = RULES.base("base-url", baseUrl, "https://example.org");
    playbackUrl = playbackUrl.map(url -> RULES.base("playback-url", url, "https://example.org"));
    allowedOrigins = List.copyOf(allowedOrigins);
    allowedOrigins.forEach(
        origin ->
            RULES.check(
                "allowed-origins",
                ORIGIN.matcher(origin).matches(),
                "must be host names like example.org or *.example.org, not " + origin));
    RULES.check(
        "require-signed-urls",
        !live.requireSignedUrls() || signingKey.isPresent(),
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

  @Override
  public String toString() {
    return "cloudflare at " + baseUrl;
  }
}
