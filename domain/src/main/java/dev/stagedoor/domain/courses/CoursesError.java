package dev.stagedoor.domain.courses;

import dev.stagedoor.domain.kernel.ErrorCode;
import dev.stagedoor.domain.kernel.Refusal;

/** Why something about a course was refused. */
public enum CoursesError implements ErrorCode {
  /** Nobody can buy it now: it is a draft, or was taken off sale. */
  COURSE_NOT_ON_SALE(Refusal.CONFLICT),
  /**
   * Somebody wanted to buy it or was enrolled once, so it cannot be removed; archive it instead.
   */
  COURSE_HAS_STUDENTS(Refusal.CONFLICT),
  /** A course has as many chapters and lectures as it can have; facts hold the {@code limit}. */
  COURSE_FULL(Refusal.CONFLICT),
  /** A student owns it already. */
  ALREADY_ENROLLED(Refusal.CONFLICT),
  /** Only who is enrolled may see this. */
  NOT_ENROLLED(Refusal.NOT_ALLOWED),
  /** The time in which students may take their money back is over; facts hold {@code until}. */
  REFUND_WINDOW_OVER(Refusal.NOT_ALLOWED),
  /**
   * What became of the payment is that it was not paid, or not yet; facts hold the {@code
   * paymentStatus} and as {@code gatewayError} the name of the reason.
   */
  PAYMENT_NOT_VERIFIED(Refusal.PAYMENT_REFUSED),
  /** No certificate was ever given this number. */
  CERTIFICATE_UNKNOWN(Refusal.NOT_FOUND),
  /** The certificate does not hold any more, so there is no document of it. */
  CERTIFICATE_REVOKED(Refusal.USED_UP),
  /** Nobody can follow themselves. */
  CANNOT_FOLLOW_YOURSELF(Refusal.INVALID);

  private final Refusal refusal;

  CoursesError(Refusal refusal) {
    this.refusal = refusal;
  }

  @Override
  public Refusal refusal() {
    return refusal;
  }
}
