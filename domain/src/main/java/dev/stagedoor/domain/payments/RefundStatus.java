package dev.stagedoor.domain.payments;

/** How far a refund has come. */
public enum RefundStatus {
  /** Recorded here; the provider may or may not have it. */
  REQUESTED,
  PENDING,
  SUCCEEDED,
  FAILED;

  /** Tells whether nothing more is to be learnt. */
  public boolean isFinal() {
    return this == SUCCEEDED || this == FAILED;
  }
}
