package dev.stagedoor.domain.invoicing;

import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.Subject;
import java.time.Duration;
import java.util.List;

/**
 * What an invoice says, and for whom.
 *
 * @param owner in whose name it is written
 * @param subject what it is for
 */
public record InvoiceDraft(
    InvoiceId id,
    Subject owner,
    Subject subject,
    ProviderId provider,
    Customer customer,
    List<InvoiceLine> lines,
    String memo,
    Duration due) {
  public InvoiceDraft {
    lines = List.copyOf(lines);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("an invoice has one line or more");
    }
  }

  /** Returns what is to be paid. */
  Money total() {
    return lines.stream().map(InvoiceLine::total).reduce(Money::plus).orElseThrow();
  }

  InvoiceDraft saying(List<InvoiceLine> others) {
    return new InvoiceDraft(id, owner, subject, provider, customer, others, memo, due);
  }
}
