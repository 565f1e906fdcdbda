package dev.stagedoor.application.invoicing;

import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.Subject;
import java.util.Optional;

/** Tells in whose name an owner's invoices are written. Each call is a unit of work of its own. */
public interface MerchantDirectory {
  /**
   * Returns the merchant behind an owner's invoices at a provider, empty when none is connected.
   */
  Optional<Merchant> merchant(Subject owner, ProviderId provider);

  /** Notes that the provider does not take the merchant's key or leave any more. */
  void notAuthorised(Subject owner, ProviderId provider);
}
