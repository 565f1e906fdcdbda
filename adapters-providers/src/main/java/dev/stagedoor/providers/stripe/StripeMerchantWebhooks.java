package dev.stagedoor.providers.stripe;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.webhooks.port.MerchantWebhooks;
import dev.stagedoor.domain.webhooks.port.WebhookTranslator;
import dev.stagedoor.providers.support.InvoicesOnly;
import java.time.Clock;

/**
 * Reads what Stripe tells merchants who brought keys of their own; several secrets of one are
 * separated by commas, as the operator's are.
 */
final class StripeMerchantWebhooks implements MerchantWebhooks {
  private final Clock clock;

  StripeMerchantWebhooks(Clock clock) {
    this.clock = clock;
  }

  @Override
  public WebhookTranslator signedBy(Secret secret) {
    return new InvoicesOnly(new StripeWebhooks(secret, clock));
  }
}
