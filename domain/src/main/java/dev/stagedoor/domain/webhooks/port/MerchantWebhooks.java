package dev.stagedoor.domain.webhooks.port;

import dev.stagedoor.domain.kernel.Secret;

/**
 * Understands what one provider tells merchants who have keys, and so webhooks, of their own. Pure.
 */
public interface MerchantWebhooks {
  /**
   * Returns who understands the deliveries that one merchant's secret signs, and no others; a blank
   * secret signs none.
   *
   * <p>Merchants know their secret and could sign anything. So all that is told is that an invoice
   * changed, which is read again from the provider; whatever else there is to tell is {@code
   * Irrelevant}.
   */
  WebhookTranslator signedBy(Secret secret);
}
