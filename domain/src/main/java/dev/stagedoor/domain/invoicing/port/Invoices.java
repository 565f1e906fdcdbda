package dev.stagedoor.domain.invoicing.port;

import dev.stagedoor.domain.invoicing.InvoiceOutcome;
import dev.stagedoor.domain.invoicing.InvoiceRequest;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;

/** Writes invoices that customers pay on the provider's page. */
public interface Invoices {
  /**
   * Writes an invoice and opens it for payment. The same key gives the same invoice, also when an
   * earlier call broke off halfway; the customer gets no mail from the provider.
   *
   * <p>A lost answer is {@code Unknown}; what the provider cannot express is {@code Refused}.
   *
   * @throws ProviderException {@code UNAUTHORISED}, {@code RATE_LIMITED} or {@code UNAVAILABLE},
   *     when surely no invoice can be paid
   */
  InvoiceOutcome issue(InvoiceRequest request);

  /**
   * Returns the provider's present knowledge. Reads only; a provider that is down, does not know
   * the invoice or answers nonsense gives {@code Unknown}.
   *
   * @throws ProviderException {@code UNAUTHORISED} when the merchant's key or leave is gone
   */
  InvoiceOutcome find(Merchant merchant, ProviderRef invoice);

  /**
   * Takes an unpaid invoice back. Idempotent; answers {@code Paid} when it was paid before.
   *
   * @throws ProviderException when surely nothing was done
   */
  InvoiceOutcome cancel(Merchant merchant, ProviderRef invoice);
}
