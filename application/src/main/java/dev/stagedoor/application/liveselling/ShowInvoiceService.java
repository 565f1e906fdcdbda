package dev.stagedoor.application.liveselling;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.liveselling.ShowId;
import java.util.List;

/** The invoices of a show: one for each buyer. */
@SuppressWarnings("DoNotCallSuggester")
public final class ShowInvoiceService {
  /** Writes the invoices of buyers that have none. Repeating it bills nobody twice. */
  public List<InvoiceView> generate(Actor actor, ShowId show, GenerateInvoices wanted) {
    throw new UnsupportedOperationException("not built yet");
  }

  /** Lists a show's invoices by buyer. For any plan. */
  public List<InvoiceView> list(Actor actor, ShowId show) {
    throw new UnsupportedOperationException("not built yet");
  }

  /** Brings an invoice to its buyer, again where it was before. */
  public SentInvoice send(Actor actor, ShowId show, InvoiceId invoice) {
    throw new UnsupportedOperationException("not built yet");
  }

  /** Tries an invoice again that failed. */
  public InvoiceView retry(Actor actor, ShowId show, InvoiceId invoice) {
    throw new UnsupportedOperationException("not built yet");
  }

  /**
   * Takes an unpaid invoice back; what was on it can be billed anew. Idempotent, and for any plan.
   */
  public InvoiceView cancel(Actor actor, ShowId show, InvoiceId invoice) {
    throw new UnsupportedOperationException("not built yet");
  }
}
