package dev.stagedoor.domain.contract;

import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.invoicing.MerchantReading;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderRef;
import java.util.List;

/** The far side of a provider of invoices, as a test arranges it and looks at it. */
public interface InvoicingWorld extends FailingFarSide {
  /** Returns one merchant of each kind the provider knows; all can be acted for. */
  List<Merchant> merchants();

  /** Returns a merchant who cannot be acted for; never asked for {@code WRONG_SITE}. */
  Merchant refused(MerchantReading.Why why);

  /** Returns an amount in a currency the provider does not take. */
  Money inexpressible();

  /** Lets the customer pay. */
  void pay(Merchant merchant, ProviderRef invoice);

  /** Lets the customer try to pay, and fail. */
  void decline(Merchant merchant, ProviderRef invoice);

  /** Makes an invoice stand in a way nobody has heard of. */
  void standStrangely(Merchant merchant, ProviderRef invoice);

  /**
   * Lets the provider answer so many times, then do the next thing it is asked, and that answer get
   * lost. Forgotten by {@link #recover()}.
   */
  void loseAnswerAfter(int answers);

  /** Counts the invoices a merchant's customer can pay or has paid under our id. */
  int invoicesOf(Merchant merchant, InvoiceId invoice);

  /** Counts the customers the provider holds for a merchant under the merchant's own name. */
  int customersOf(Merchant merchant, String reference);
}
