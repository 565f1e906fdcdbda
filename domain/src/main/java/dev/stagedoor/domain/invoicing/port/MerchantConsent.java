package dev.stagedoor.domain.invoicing.port;

import dev.stagedoor.domain.invoicing.ConsentOutcome;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.Secret;
import java.net.URI;

/** Asks merchants for leave to act for them, by the authorization code grant of RFC 6749. */
public interface MerchantConsent {
  /** Returns the provider's page on which a merchant gives leave and comes back. Calls nobody. */
  URI page(String state, URI comeBack);

  /**
   * Exchanges the code a merchant came back with. A code is good once, so a repetition is {@code
   * Refused}.
   *
   * @throws ProviderException when it could not be exchanged or the answer was lost; the merchant
   *     begins again
   */
  ConsentOutcome exchange(Secret code);

  /**
   * Gives the leave back. Does nothing when it is gone already.
   *
   * @throws ProviderException when the provider could not be asked; repeating is safe
   */
  void withdraw(Merchant.Connected merchant);
}
