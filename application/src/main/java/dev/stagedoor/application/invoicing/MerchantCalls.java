package dev.stagedoor.application.invoicing;

import dev.stagedoor.domain.invoicing.Invoice;
import dev.stagedoor.domain.invoicing.InvoiceOutcome;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.invoicing.port.Invoices;
import dev.stagedoor.domain.kernel.ProviderException;
import java.util.Optional;
import java.util.function.Function;

/** Asks the provider of an invoice in its merchant's name, and notes when that is good no more. */
final class MerchantCalls {
  private final InvoicingProviders providers;
  private final MerchantDirectory merchants;

  MerchantCalls(InvoicingProviders providers, MerchantDirectory merchants) {
    this.providers = providers;
    this.merchants = merchants;
  }

  /**
   * Returns in whose name an invoice is, empty when nobody is connected.
   *
   * @throws IllegalStateException when its provider is not on
   */
  Optional<Merchant> merchant(Invoice invoice) {
    var unused = providers.of(invoice.provider());
    return merchants.merchant(invoice.owner(), invoice.provider());
  }

  /**
   * Returns what the provider answers.
   *
   * @throws ProviderException as the provider does
   */
  InvoiceOutcome ask(
      Invoice invoice, Merchant merchant, Function<Invoices, InvoiceOutcome> question) {
    try {
      return question.apply(providers.of(invoice.provider()).invoices());
    } catch (ProviderException problem) {
      if (problem.kind() == ProviderException.Kind.UNAUTHORISED) {
        merchants.notAuthorised(invoice.owner(), invoice.provider(), merchant);
      }
      throw problem;
    }
  }
}
