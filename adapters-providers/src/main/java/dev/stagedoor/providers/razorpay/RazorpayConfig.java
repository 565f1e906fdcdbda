package dev.stagedoor.providers.razorpay;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.settings.SettingRules;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * How Razorpay is used.
 *
 * @param keyId the id of the key, which browsers see
 * @param keySecret the key
 * @param webhookSecret what Razorpay signs with
 * @param baseUrl where the API is
 * @param checkoutUrl where browsers get the payment form's script
 */
@ConfigurationProperties(RazorpayConfig.PREFIX)
public record RazorpayConfig(
    String keyId,
    Secret keySecret,
    Secret webhookSecret,
    @Bindable(defaultValue = API) URI baseUrl,
    @Bindable(defaultValue = CHECKOUT) URI checkoutUrl) {
  public static final String API = "https://api.razorpay.com";
  public static final String CHECKOUT = "https://checkout.razorpay.com/v1/checkout.js";

  /** Where an operator sets these. */
  static final String PREFIX = "stagedoor.providers.razorpay";

  static final SettingRules RULES = SettingRules.of(PREFIX);

  private static final Pattern KEY = Pattern.compile("rzp_(test|live)_[A-Za-z0-9]{1,64}");

  public RazorpayConfig {
    RULES.check("key-id", !keyId.isBlank(), "must be set");
    RULES.check(
        "key-id", KEY.matcher(keyId).matches(), "must be like rzp_test_... or rzp_live_...");
    RULES.check("key-secret", !keySecret.isBlank(), "must be set");
    RULES.check("webhook-secret", !webhookSecret.isBlank(), "must be set");
    RULES.address("base-url", baseUrl);
    RULES.address("checkout-url", checkoutUrl);
  }

  /** Returns what suits the real Razorpay. */
  public static RazorpayConfig of(String keyId, Secret keySecret, Secret webhookSecret) {
    return new RazorpayConfig(
        keyId, keySecret, webhookSecret, URI.create(API), URI.create(CHECKOUT));
  }

  @Override
  public String toString() {
    return "razorpay at " + baseUrl.getHost();
  }
}
