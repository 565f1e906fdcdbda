package dev.stagedoor.domain.payments;

import java.util.EnumSet;
import java.util.Set;

/** How far a payment has come. {@link #canBecome} is the one table of moves. */
public enum PaymentStatus {
  /** Recorded here; the provider may or may not have the charge yet. */
  OPENING,
  /** The provider waits for the payer. */
  AWAITING_PAYER,
  /** The payer has acted, the bank has not answered. */
  PROCESSING,
  /** The last attempt failed; another may succeed. */
  DECLINED,
  SUCCEEDED,
  PARTIALLY_REFUNDED,
  REFUNDED,
  /** Given up, or run out, before any money moved. */
  CANCELLED;

  private static final Set<PaymentStatus> OPEN =
      EnumSet.of(OPENING, AWAITING_PAYER, PROCESSING, DECLINED);

  /**
   * Tells whether a payment in this state may move to {@code next}. Money once taken is never
   * unlearned; a late success still counts, even of a charge we had given up. What went back may
   * become less again, because a refund can fail after it had succeeded.
   */
  public boolean canBecome(PaymentStatus next) {
    if (this == next) {
      return false;
    }
    return switch (this) {
      case OPENING, AWAITING_PAYER, PROCESSING, DECLINED -> next != OPENING;
      case CANCELLED, SUCCEEDED, PARTIALLY_REFUNDED, REFUNDED -> next.isPaid();
    };
  }

  /** Tells whether the payer may still pay. */
  public boolean isOpen() {
    return OPEN.contains(this);
  }

  /** Tells whether the money was taken, whatever has gone back since. */
  public boolean isPaid() {
    return this == SUCCEEDED || this == PARTIALLY_REFUNDED || this == REFUNDED;
  }
}
