package dev.stagedoor.application.invoicing;

import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.Subject;
import java.util.Optional;

/**
 * Tells in whose name an owner's invoices are written. Asked outside any unit of work, except where
 * a method says otherwise.
 */
public interface MerchantDirectory {
  /**
   * Returns the merchant behind an owner's invoices at a provider, empty when none is connected.
   */
  Optional<Merchant> merchant(Subject owner, ProviderId provider);

  /**
   * Notes that the provider does not take this merchant's key or leave any more; does nothing when
   * the owner has another by now.
   */
  void notAuthorised(Subject owner, ProviderId provider, Merchant merchant);

  /**
   * Notes that a merchant took the leave for an account back at the provider. Joins the open unit
   * of work.
   */
  void left(ProviderId provider, Merchant.Connected merchant);
}
