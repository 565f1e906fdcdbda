package dev.stagedoor.domain.webhooks;

import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.webhooks.port.MerchantWebhooks;
import dev.stagedoor.domain.webhooks.port.WebhookTranslator;
import java.util.Optional;

/**
 * A provider that tells us things unasked, and who understands it.
 *
 * @param translator understands what the operator set up
 * @param merchants understands what merchants with keys of their own set up, where there may be
 *     such merchants
 */
public record WebhookProvider(
    ProviderId id, WebhookTranslator translator, Optional<MerchantWebhooks> merchants) {
  /** Makes one whose webhooks only the operator sets up. */
  public WebhookProvider(ProviderId id, WebhookTranslator translator) {
    this(id, translator, Optional.empty());
  }
}
