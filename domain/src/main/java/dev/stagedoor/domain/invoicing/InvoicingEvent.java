package dev.stagedoor.domain.invoicing;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.webhooks.ProviderEvent;
import java.util.Optional;

/**
 * What a provider tells of invoices and merchants unasked. It only points: the state is read again
 * from the provider. {@code account} is the connected account it is about, where there is one.
 */
public sealed interface InvoicingEvent extends ProviderEvent {
  /** Something happened to an invoice; {@code invoice} is the id we gave it. */
  record InvoiceChanged(ProviderRef ref, Optional<InvoiceId> invoice, Optional<String> account)
      implements InvoicingEvent {}

  /** A merchant took the leave back at the provider. */
  record MerchantLeft(String account) implements InvoicingEvent {}
}
