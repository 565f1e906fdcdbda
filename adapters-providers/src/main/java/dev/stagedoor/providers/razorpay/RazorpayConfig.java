package dev.stagedoor.providers.razorpay;

import dev.stagedoor.domain.kernel.Secret;
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

  private static final Pattern KEY = Pattern.compile("rzp_(test|live)_[A-Za-z0-9]{1,64}");

  public RazorpayConfig {
    check("key-id", !keyId.isBlank(), "must be set");
    check("key-id", KEY.matcher(keyId).matches(), "must be like rzp_test_... or rzp_live_...");
    check("key-secret", !keySecret.isBlank(), "must be set");
    check("webhook-secret", !webhookSecret.isBlank(), "must be set");
    address("base-url", baseUrl);
    address("checkout-url", checkoutUrl);
  }

  /** Returns what suits the real Razorpay. */
  public static RazorpayConfig of(String keyId, Secret keySecret, Secret webhookSecret) {
    return new RazorpayConfig(
        keyId, keySecret, webhookSecret, URI.create(API), URI.create(CHECKOUT));
  }

  private static void address(String key, URI address) {
    String scheme = address.getScheme();
    check(
        key,
        address.getHost() != null && ("https".equals(scheme) || "http".equals(scheme)),
        "must be an address, https://...");
  }

  private static void check(String key, boolean isGood, String rule) {
    if (!isGood) {
      throw new IllegalArgumentException(PREFIX + "." + key + " " + rule);
    }
  }

  @Override
  public String toString() {
    return "razorpay at " + baseUrl.getHost();
  }
}
