package dev.stagedoor.domain.payments;

import dev.stagedoor.domain.kernel.ErrorCode;
import dev.stagedoor.domain.kernel.Refusal;

/** Why a payment or refund was refused. */
public enum PaymentError implements ErrorCode {
  /** The amount a client sent is not the one computed here; facts hold both. */
  AMOUNT_MISMATCH(Refusal.INVALID),
  ALREADY_PAID(Refusal.CONFLICT),
  /** An earlier payment for the same thing is with the bank; wait for its outcome. */
  PAYMENT_IN_PROGRESS(Refusal.CONFLICT),
  /** There is nothing to pay. */
  NOTHING_TO_PAY(Refusal.CONFLICT),
  /** No configured provider takes this currency. */
  CURRENCY_NOT_SUPPORTED(Refusal.INVALID),
  UNKNOWN_PROVIDER(Refusal.INVALID),
  PAYMENT_DECLINED(Refusal.PAYMENT_REFUSED),
  NOT_REFUNDABLE(Refusal.CONFLICT),
  REFUND_EXCEEDS_PAYMENT(Refusal.INVALID);

  private final Refusal refusal;

  PaymentError(Refusal refusal) {
    this.refusal = refusal;
  }

  @Override
  public Refusal refusal() {
    return refusal;
  }
}
