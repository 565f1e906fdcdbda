package dev.stagedoor.providers.stripe;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.settings.SettingRules;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How Stripe is used.
 *
 * @param apiKey the operator's secret or restricted key
 * @param publishableKey what browsers pay with
 * @param webhookSecret what Stripe signs with; several, separated by commas, while it is changed
 * @param clientId the platform's id in Connect; without it merchants can only bring keys
 * @param baseUrl where the API is
 * @param connectUrl where merchants give their leave
 * @param scriptUrl where browsers get the payment form's script
 */
@ConfigurationProperties(StripeConfig.PREFIX)
public record StripeConfig(
    Secret apiKey,
    String publishableKey,
    Secret webhookSecret,
    @Nullable String clientId,
    @Bindable(defaultValue = API) URI baseUrl,
    @Bindable(defaultValue = CONNECT) URI connectUrl,
    @Bindable(defaultValue = SCRIPT) URI scriptUrl) {
  public static final String API = "https://api.stripe.com";
  public static final String CONNECT = "https://connect.stripe.com";
  public static final String SCRIPT = "https://js.stripe.com/v3/";

  /** Where an operator sets these. */
  static final String PREFIX = "stagedoor.providers.stripe";

  static final SettingRules RULES = SettingRules.of(PREFIX);

  private static final Pattern PUBLISHABLE = Pattern.compile("pk_(test|live)_[A-Za-z0-9_]{4,240}");
  private static final Pattern WEBHOOK =
      Pattern.compile(" *whsec_[!-+\\--~]+ *(, *whsec_[!-+\\--~]+ *)*");
  private static final Pattern CLIENT = Pattern.compile("ca_[A-Za-z0-9_]{4,100}");

  public StripeConfig {
    publishableKey = publishableKey.strip();
    clientId = clientId == null || clientId.isBlank() ? null : clientId.strip();
    present("api-key", !apiKey.isBlank());
    RULES.check("api-key", StripeKeys.isSecret(apiKey), "must begin with sk_ or rk_");
    present("publishable-key", !publishableKey.isBlank());
    RULES.check(
        "publishable-key",
        PUBLISHABLE.matcher(publishableKey).matches(),
        "must begin with pk_test_ or pk_live_");
    RULES.check(
        "publishable-key",
        publishableKey.startsWith("pk_live_") == StripeKeys.isLive(apiKey),
        "must be of the same mode as api-key: both live or both test");
    present("webhook-secret", !webhookSecret.isBlank());
    RULES.check(
        "webhook-secret",
        WEBHOOK.matcher(webhookSecret.reveal()).matches(),
        "must begin with whsec_, and may be several separated by commas");
    RULES.check(
        "client-id", clientId == null || CLIENT.matcher(clientId).matches(), "must begin with ca_");
    RULES.address("base-url", baseUrl);
    RULES.address("connect-url", connectUrl);
    RULES.address("script-url", scriptUrl);
  }

  /** Returns what suits the real Stripe, without Connect. */
  public static StripeConfig of(Secret apiKey, String publishableKey, Secret webhookSecret) {
    return new StripeConfig(
        apiKey,
        publishableKey,
        webhookSecret,
        null,
        URI.create(API),
        URI.create(CONNECT),
        URI.create(SCRIPT));
  }

  /** Returns the platform's id, where merchants may give their leave. */
  Optional<String> platform() {
    return Optional.ofNullable(clientId);
  }

  private static void present(String key, boolean isPresent) {
    RULES.check(key, isPresent, "must be set");
  }

  @Override
  public String toString() {
    return "stripe at " + baseUrl.getHost();
  }
}
