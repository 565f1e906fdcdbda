package dev.stagedoor.domain.invoicing.port;

import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.invoicing.MerchantReading;
import dev.stagedoor.domain.kernel.ProviderException;

/** Tells whether a merchant can be acted for. */
public interface MerchantAccounts {
  /**
   * Asks the provider under the merchant's own key or leave. Reads only.
   *
   * @throws ProviderException {@code RATE_LIMITED} or {@code UNAVAILABLE}: nothing is learnt
   */
  MerchantReading check(Merchant merchant);
}
