package dev.stagedoor.application.webhooks;

import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.Secret;
import java.util.Optional;

/** The secrets that sign the webhooks which merchants with keys of their own set up. */
public interface WebhookSecrets {
  /**
   * Returns the secret of an account; empty when nobody has that account at the provider, or its
   * webhooks are not set up. Asked outside any unit of work, before anything of a delivery is
   * believed.
   *
   * @param account as the address of the delivery names it: anything somebody may write
   */
  Optional<Secret> of(ProviderId provider, String account);

  /** Asks one after the other. */
  static WebhookSecrets anyOf(WebhookSecrets first, WebhookSecrets second) {
    return (provider, account) ->
        first.of(provider, account).or(() -> second.of(provider, account));
  }

  /** Knows no merchant with a key. */
  static WebhookSecrets none() {
    return (provider, account) -> Optional.empty();
  }
}
