package dev.stagedoor.domain.payments;

/** How far a refund has come; it only moves down this list. */
public enum RefundStatus {
  /** Recorded here; the provider may or may not have it. */
  REQUESTED,
  PENDING,
  /** The money is on its way back. It may still come back to us: then the refund has failed. */
  SUCCEEDED,
  FAILED;

  /** Tells whether there is nothing to ask the provider about. */
  public boolean isSettled() {
    return this == SUCCEEDED || this == FAILED;
  }

  boolean canBecome(RefundStatus next) {
    return compareTo(next) < 0;
  }
}
