package dev.stagedoor.providers.shopify;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.webhooks.port.MerchantWebhooks;
import dev.stagedoor.domain.webhooks.port.WebhookTranslator;

/**
 * Reads what Shopify tells merchants' own apps, which is signed by the secrets of those; several of
 * one merchant are separated by commas, while a secret is changed.
 */
final class ShopifyMerchantWebhooks implements MerchantWebhooks {
  @Override
  public WebhookTranslator signedBy(Secret secret) {
    return new ShopifyWebhooks(secret);
  }

  @Override
  public String toString() {
    return "webhooks of merchants at shopify";
  }
}
