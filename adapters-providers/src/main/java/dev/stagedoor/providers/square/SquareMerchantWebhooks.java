package dev.stagedoor.providers.square;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.webhooks.port.MerchantWebhooks;
import dev.stagedoor.domain.webhooks.port.WebhookTranslator;
import dev.stagedoor.providers.support.HmacSha256;
import dev.stagedoor.providers.support.UntrustedWebhooks;
import java.net.URI;

/** Reads what Square tells the applications of merchants, each under its signature key. */
final class SquareMerchantWebhooks implements MerchantWebhooks {
  private final URI base;

  SquareMerchantWebhooks(URI base) {
    this.base = base;
  }

  @Override
  public WebhookTranslator signedBy(Secret secret) {
    return secret.isBlank()
        ? new UntrustedWebhooks()
        : new SquareWebhooks(base, HmacSha256.of(secret));
  }
}
