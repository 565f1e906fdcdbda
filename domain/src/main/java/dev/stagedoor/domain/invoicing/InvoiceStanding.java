package dev.stagedoor.domain.invoicing;

import dev.stagedoor.domain.kernel.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an invoice stands, and what is wrong with it.
 *
 * <p>Invariants: paid never becomes anything else; void becomes paid only by the provider's word; a
 * total of the provider's that is not ours is a problem, whether it was paid or not.
 */
final class InvoiceStanding {
  private InvoiceStatus status;
  private @Nullable InvoiceProblem problem;
  private @Nullable Instant sentAt;
  private @Nullable Instant paidAt;

  InvoiceStanding(InvoiceSnapshot from) {
    this.status = from.status();
    this.problem = from.problem();
    this.sentAt = from.sentAt();
    this.paidAt = from.paidAt();
  }

  /** Where it stood before, to tell whether it moved. */
  record Before(InvoiceStatus status, @Nullable InvoiceProblem problem) {}

  Before now() {
    return new Before(status, problem);
  }

  void learnOpen(InvoiceOutcome.Open open, Money ours) {
    if (status.isOver()) {
      return;
    }
    if (!open.total().equals(ours)) {
      // Nobody is sent to pay another amount than ours, unless by a person.
      status = InvoiceStatus.ERROR;
      problem = InvoiceProblem.totalDiffers(open.total());
    } else if (open.lastAttemptFailed()) {
      // Providers go on saying so until somebody pays: after a retry it is no news.
      if (!is(InvoiceProblem.Kind.PAYMENT_FAILED)) {
        fail(InvoiceProblem.Kind.PAYMENT_FAILED, "");
      }
    } else if (status != InvoiceStatus.ERROR) {
      problem = null;
    } else if (!is(InvoiceProblem.Kind.PAYMENT_FAILED)) {
      // Who could not pay may still pay; only a payment, or a retry, takes that error away.
      status = unpaid();
      problem = null;
    }
  }

  void learnPaid(InvoiceOutcome.Paid paid, Money ours, Instant now) {
    status = InvoiceStatus.PAID;
    problem = paid.total().equals(ours) ? null : InvoiceProblem.totalDiffers(paid.total());
    if (paidAt == null) {
      paidAt = now;
    }
  }

  void becomeVoid() {
    if (status != InvoiceStatus.PAID) {
      status = InvoiceStatus.VOID;
      problem = null;
    }
  }

  void fail(InvoiceProblem.Kind kind, String code) {
    status = InvoiceStatus.ERROR;
    problem = new InvoiceProblem(kind, code);
  }

  void sent(Instant now) {
    sentAt = now;
    if (status == InvoiceStatus.DRAFT) {
      status = InvoiceStatus.SENT;
    }
  }

  /** Waits to be written again. */
  void startOver() {
    status = InvoiceStatus.DRAFT;
    problem = null;
  }

  /** Lets the customer try again, and keeps in mind that they failed. */
  void letPayAgain() {
    if (!is(InvoiceProblem.Kind.TOTAL_DIFFERS)) {
      status = unpaid();
    }
  }

  private InvoiceStatus unpaid() {
    return sentAt == null ? InvoiceStatus.DRAFT : InvoiceStatus.SENT;
  }

  boolean is(InvoiceProblem.Kind kind) {
    return problem != null && problem.kind() == kind;
  }

  InvoiceStatus status() {
    return status;
  }

  @Nullable InvoiceProblem problem() {
    return problem;
  }

  @Nullable Instant sentAt() {
    return sentAt;
  }

  @Nullable Instant paidAt() {
    return paidAt;
  }
}
