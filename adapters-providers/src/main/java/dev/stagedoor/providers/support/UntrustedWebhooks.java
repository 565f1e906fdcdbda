package dev.stagedoor.providers.support;

import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.domain.webhooks.WebhookReading;
import dev.stagedoor.domain.webhooks.port.WebhookTranslator;

/**
 * Trusts nobody: for deliveries whose sender no secret tells, as the operator's where only
 * merchants have webhooks, and those of a merchant without a secret.
 */
public final class UntrustedWebhooks implements WebhookTranslator {
  @Override
  public WebhookReading read(RawWebhook delivery) {
    return new WebhookReading.Untrusted("nobody has a secret that could have signed it");
  }

  @Override
  public WebhookReading readStored(RawWebhook delivery) {
    throw new IllegalArgumentException("nothing of this sender was ever trusted");
  }
}
