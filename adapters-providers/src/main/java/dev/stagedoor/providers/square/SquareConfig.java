package dev.stagedoor.providers.square;

import dev.stagedoor.providers.support.settings.SettingRules;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;

/**
 * How Square is used. There is no key here: merchants bring theirs.
 *
 * @param webhookUrl what the addresses of merchants' webhooks begin with, as merchants tell Square;
 *     Square signs it, so it is never taken from a request
 * @param baseUrl where the API is; another host than Square's own moves no real money
 */
@ConfigurationProperties(SquareConfig.PREFIX)
public record SquareConfig(URI webhookUrl, @Bindable(defaultValue = API) URI baseUrl) {
  public static final String API = "https://connect.squareup.com";

  /** Where an operator sets these. */
  static final String PREFIX = "stagedoor.providers.square";

  private static final SettingRules RULES = SettingRules.of(PREFIX);

  public SquareConfig {
    webhookUrl = RULES.base("webhook-url", webhookUrl, "https://example.org/api/webhooks/square");
    RULES.address("base-url", baseUrl);
  }

  /** Returns what suits the real Square. */
  public static SquareConfig of(URI webhookUrl) {
    return new SquareConfig(webhookUrl, URI.create(API));
  }

  /** Tells whether real money moves: not in Square's sandbox, which is another host. */
  boolean isLive() {
    return URI.create(API).getHost().equals(baseUrl.getHost());
  }

  @Override
  public String toString() {
    return "square at " + baseUrl.getHost();
  }
}
