package dev.stagedoor.domain.webhooks.port;

import dev.stagedoor.domain.kernel.Secret;

/**
 * Understands what one provider tells merchants who have keys, and so webhooks, of their own: shops
 * that write invoices, organisers who sell tickets. Pure.
 */
public interface MerchantWebhooks {
  /**
   * Returns who understands the deliveries that one merchant's secret signs, and no others; a blank
   * secret signs none.
   *
   * <p>Merchants know their secret and could sign anything. So all that is told is that something
   * changed which may be the merchant's own: an invoice, of no account, which is read again from
   * the provider; or the sale for an event, by the connection that the delivery's topic names, so
   * that it moves nobody else's tickets. Whatever else there is to tell is {@code Irrelevant}.
   */
  WebhookTranslator signedBy(Secret secret);
}
