package dev.stagedoor.providers.shopify;

import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.domain.webhooks.WebhookReading;
import dev.stagedoor.domain.webhooks.port.WebhookTranslator;

/** Trusts nobody: the operator has no secret that Shopify would sign with. */
final class ShopifyNoWebhooks implements WebhookTranslator {
  @Override
  public WebhookReading read(RawWebhook delivery) {
    return new WebhookReading.Untrusted("only merchants have webhooks at Shopify");
  }

  @Override
  public WebhookReading readStored(RawWebhook delivery) {
    return read(delivery);
  }
}
