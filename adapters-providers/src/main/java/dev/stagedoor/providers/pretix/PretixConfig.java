package dev.stagedoor.providers.pretix;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.settings.ProductionCheck;
import dev.stagedoor.providers.support.settings.SettingRules;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How one installation of pretix is reached.
 *
 * @param baseUrl where it is, for its API and for visitors
 * @param token of a team of one organizer, which may see the events to be looked up
 * @param webhookToken who knows it may say that an event changed
 * @param timeout how long one attempt of a call may take
 */
public record PretixConfig(URI baseUrl, Secret token, Secret webhookToken, Duration timeout)
    implements ProductionCheck {
  /** Names the settings of this provider. */
  static final String PREFIX = "stagedoor.providers.pretix";

  static final SettingRules RULES = SettingRules.of(PREFIX);

  /** The one that its makers run. */
  static final URI HOSTED = URI.create("https://pretix.eu");

  static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,255}");

  /** It may be the last part of an address. */
  private static final Pattern WEBHOOK_TOKEN = Pattern.compile("[A-Za-z0-9_-]{16,128}");

  public PretixConfig {
    baseUrl = RULES.base("base-url", baseUrl, HOSTED.toString());
    RULES.check("token", TOKEN.matcher(token.reveal()).matches(), "must be a token of a team");
    RULES.check(
        "webhook-token",
        WEBHOOK_TOKEN.matcher(webhookToken.reveal()).matches(),
        "must be 16 to 128 letters, digits, hyphens and underscores");
    RULES.check(
        "timeout",
        timeout.compareTo(SHORTEST) >= 0 && timeout.compareTo(LONGEST) <= 0,
        "must be 1s to 20s, not " + timeout);
  }

  /** Returns what reaches the installation that the makers of pretix run. */
  public static PretixConfig hosted(Secret token, Secret webhookToken) {
    return new PretixConfig(HOSTED, token, webhookToken, DEFAULT_TIMEOUT);
  }

  @Override
  public List<String> unfitForProduction() {
    return "http".equals(baseUrl.getScheme())
        ? List.of(PREFIX + ".base-url is not https")
        : List.of();
  }

  @Override
  public String toString() {
    return "pretix at " + baseUrl;
  }
}
