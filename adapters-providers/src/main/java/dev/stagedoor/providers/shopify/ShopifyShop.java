package dev.stagedoor.providers.shopify;

import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.invoicing.MerchantReading.Why;
import dev.stagedoor.domain.kernel.Secret;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** One merchant's shop, whose domain is Shopify's and whose token can be one. */
record ShopifyShop(String domain, Secret token) {
  /** Tokens of the Admin API; {@code shpss_} is an app's secret, {@code shprt_} only refreshes. */
  private static final Pattern TOKEN = Pattern.compile("shp(at|ca|pa|ua)_[A-Za-z0-9_-]{8,240}");

  private static final Pattern DOMAIN =
      Pattern.compile("[a-z0-9][a-z0-9-]{0,99}\\.myshopify\\.com");

  /** Returns what is wrong with a merchant, before anybody is asked; empty when nothing is. */
  static Optional<Why> wrong(Merchant merchant) {
    if (!(merchant instanceof Merchant.Keyed keyed)
        || !TOKEN.matcher(keyed.key().reveal()).matches()) {
      return Optional.of(Why.NOT_A_KEY);
    }
    return domain(keyed).isPresent() ? Optional.empty() : Optional.of(Why.WRONG_SITE);
  }

  /** Returns the shop of a merchant about whom nothing is {@link #wrong}. */
  static ShopifyShop of(Merchant merchant) {
    if (wrong(merchant).isEmpty() && merchant instanceof Merchant.Keyed keyed) {
      return new ShopifyShop(domain(keyed).orElseThrow(), keyed.key());
    }
    throw new IllegalArgumentException("no merchant of Shopify");
  }

  static boolean isDomain(String text) {
    return DOMAIN.matcher(text).matches();
  }

  private static Optional<String> domain(Merchant.Keyed merchant) {
    return merchant
        .site()
        .map(site -> site.strip().toLowerCase(Locale.ROOT))
        .filter(ShopifyShop::isDomain);
  }
}
