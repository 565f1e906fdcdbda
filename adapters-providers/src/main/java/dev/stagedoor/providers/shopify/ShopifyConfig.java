package dev.stagedoor.providers.shopify;

import dev.stagedoor.providers.support.settings.ProductionCheck;
import dev.stagedoor.providers.support.settings.SettingRules;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How Shopify is used. Keys are the merchants' own.
 *
 * @param apiVersion the Admin API's
 * @param baseUrl where the hosts of all shops are found as first segments of the path; for tests
 */
@ConfigurationProperties(ShopifyConfig.PREFIX)
public record ShopifyConfig(
    @Bindable(defaultValue = API_VERSION) String apiVersion, @Nullable URI baseUrl)
    implements ProductionCheck {
  public static final String API_VERSION = "2026-01";

  /** Where an operator sets these. */
  static final String PREFIX = "stagedoor.providers.shopify";

  static final SettingRules RULES = SettingRules.of(PREFIX);

  private static final Pattern VERSION = Pattern.compile("20[0-9]{2}-(01|04|07|10)");

  public ShopifyConfig {
    RULES.check(
        "api-version",
        VERSION.matcher(apiVersion).matches(),
        "must be the year and month of a version, like " + API_VERSION);
    if (baseUrl != null) {
      baseUrl = RULES.base("base-url", baseUrl, "http://127.0.0.1:9000");
    }
  }

  /** Returns what suits the real Shopify. */
  public static ShopifyConfig standard() {
    return new ShopifyConfig(API_VERSION, null);
  }

  /** Returns where a shop's API is. */
  URI address(String shop) {
    String root = baseUrl == null ? "https://" + shop : baseUrl + "/" + shop;
    return URI.create(root + "/admin/api/" + apiVersion);
  }

  /** Returns the host of the stand-in, where there is one. */
  Optional<String> standIn() {
    return Optional.ofNullable(baseUrl).map(URI::getHost);
  }

  @Override
  public List<String> unfitForProduction() {
    return baseUrl == null ? List.of() : List.of(PREFIX + ".base-url is set");
  }

  @Override
  public String toString() {
    return "shopify " + apiVersion;
  }
}
