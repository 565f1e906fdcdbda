package dev.stagedoor.domain.contract;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.webhooks.RawWebhook;
import java.util.List;

/**
 * The far side that sends one merchant's webhooks, as a test arranges it; all tell of what may be
 * the merchant's own, invoices or sales.
 */
public interface MerchantWebhookWorld extends WebhookWorld {
  /** Returns the secret the merchant's deliveries are signed with. */
  Secret secret();

  /** Returns a genuine delivery of another merchant of the provider, who has that secret. */
  RawWebhook ofAnother(Secret another);

  /** Returns deliveries, signed by the merchant, that would tell an operator of other things. */
  List<RawWebhook> ofOtherThings();
}
