package dev.stagedoor.domain.invoicing.port;

import dev.stagedoor.domain.invoicing.Invoice;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.kernel.ProviderRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps invoices, of those that are not void one for each subject and customer. All methods need an
 * open unit of work.
 */
public interface InvoiceRepository {
  Optional<Invoice> find(InvoiceId id);

  /** Finds and locks an invoice until the unit of work ends. */
  Optional<Invoice> lock(InvoiceId id);

  /** Finds the invoice a provider has under this reference, without locking it. */
  Optional<Invoice> findByRef(ProviderRef ref);

  /** Returns the invoices whose next look at the provider is due, longest overdue first. */
  List<InvoiceId> dueForCheck(Instant now, int limit);

  /**
   * Inserts or updates.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code STALE_VERSION} when it was changed
   *     meanwhile, or when it is new and its customer has another for the same subject that is not
   *     void
   */
  void save(Invoice invoice);
}
