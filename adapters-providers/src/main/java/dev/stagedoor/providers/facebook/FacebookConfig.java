package dev.stagedoor.providers.facebook;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.settings.SettingRules;
import dev.stagedoor.providers.support.settings.ThisMachine;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * The app at Meta through which pages are reached. Pages bring tokens of their own.
 *
 * @param appSecret signs webhooks and proves our calls
 * @param verifyToken any words, told to Meta where the webhook is set up
 * @param graphUrl where the Graph API is
 * @param apiVersion the Graph API's version, {@code v26.0}
 * @param connectTimeout until Meta takes the connection
 * @param timeout for one attempt at a call
 */
@ConfigurationProperties(FacebookConfig.PREFIX)
public record FacebookConfig(
    Secret appSecret,
    Secret verifyToken,
    @Bindable(defaultValue = FacebookConfig.GRAPH) URI graphUrl,
    @Bindable(defaultValue = FacebookConfig.VERSION) String apiVersion,
    @Bindable(defaultValue = "3s") Duration connectTimeout,
    @Bindable(defaultValue = "10s") Duration timeout) {
  static final String PREFIX = "stagedoor.providers.facebook";

  static final SettingRules RULES = SettingRules.of(PREFIX);
  static final String GRAPH = "https://graph.facebook.com";

  /** The version whose answers and errors the tables here were made for. */
  static final String VERSION = "v26.0";

  private static final Pattern FORM = Pattern.compile("v[1-9][0-9]{0,2}\\.[0-9]{1,2}");
  private static final Duration LONGEST = Duration.ofMinutes(1);

  public FacebookConfig {
    RULES.check("app-secret", !appSecret.isBlank(), "must be set");
    RULES.check("verify-token", !verifyToken.isBlank(), "must be set");
    RULES.check(
        "graph-url",
        graphUrl.getHost() != null
            && ("https".equals(graphUrl.getScheme()) || isThisMachine(graphUrl)),
        "must be an address that begins with https://");
    RULES.check("api-version", FORM.matcher(apiVersion).matches(), "must be like v26.0");
    RULES.check("connect-timeout", isSensible(connectTimeout), "must be 1ms to 1m");
    RULES.check("timeout", isSensible(timeout), "must be 1ms to 1m");
  }

  /** Returns what reaches Meta itself. */
  public static FacebookConfig of(Secret appSecret, Secret verifyToken) {
    return new FacebookConfig(
        appSecret,
        verifyToken,
        URI.create(GRAPH),
        VERSION,
        Duration.ofSeconds(3),
        Duration.ofSeconds(10));
  }

  private static boolean isThisMachine(URI url) {
    return "http".equals(url.getScheme()) && ThisMachine.is(url.getHost());
  }

  private static boolean isSensible(Duration time) {
    return time.toMillis() >= 1 && time.compareTo(LONGEST) <= 0;
  }
}
