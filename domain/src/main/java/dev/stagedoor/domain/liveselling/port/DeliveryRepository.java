package dev.stagedoor.domain.liveselling.port;

import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.liveselling.Delivery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Keeps tries to bring invoices to their buyers. All methods need an open unit of work. */
public interface DeliveryRepository {
  /** Inserts or updates. */
  void save(Delivery delivery);

  /** Returns the tries for an invoice, the newest first; of one moment, the last that was saved. */
  List<Delivery> of(InvoiceId invoice);

  /** Counts the private replies that a page tried from then on, deferred ones aside. */
  int privateReplies(ProviderRef page, Instant since);

  /**
   * Returns those of the comments that have had their one reply, or may have: one was tried that is
   * not deferred. What the platform refused once it refuses again.
   */
  Set<ProviderRef> answered(Collection<ProviderRef> comments);
}
