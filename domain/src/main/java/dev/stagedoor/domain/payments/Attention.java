package dev.stagedoor.domain.payments;

/** Why a person must look at a payment. */
public enum Attention {
  /** The provider took another amount, or another currency, than was asked for. */
  CAPTURE_DIFFERS,
  /** A refund failed, at once or after it had succeeded. */
  REFUND_FAILED,
  /** More was paid than is owed, and it cannot be given back without a person. */
  SURPLUS_KEPT,
  /** Another charge than this payment's own names it and holds money, which counts nowhere here. */
  SECOND_CHARGE,
  /** The payer's bank disputes the charge; the provider tells until when to answer. */
  DISPUTED
}
