package dev.stagedoor.domain.webhooks;

import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.webhooks.port.WebhookTranslator;

/** A provider that tells us things unasked, and who understands it. */
public record WebhookProvider(ProviderId id, WebhookTranslator translator) {}
