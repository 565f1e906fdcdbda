package dev.stagedoor.domain.tv;

import dev.stagedoor.domain.kernel.ErrorCode;
import dev.stagedoor.domain.kernel.Refusal;

/** Why something about subscription TV was refused. */
public enum TvError implements ErrorCode {
  /** The plan allows no more of these, or not this one; facts: {@code what}, {@code limit}. */
  PLAN_LIMIT(Refusal.NOT_ALLOWED),
  /** The trial is over and nothing is paid for; what is there can be read and removed. */
  SUBSCRIPTION_NEEDED(Refusal.NOT_ALLOWED),
  /** The reseller has suspended this client. */
  CLIENT_SUSPENDED(Refusal.NOT_ALLOWED),
  INVALID_PIN(Refusal.NOT_ALLOWED),
  /** The profile opens only with its PIN. */
  PIN_NEEDED(Refusal.NOT_ALLOWED),
  /** Too many wrong PINs; facts: {@code until}, {@code retryAfter} in seconds. */
  PIN_LOCKED(Refusal.TOO_MANY),
  /** A kids' profile may not do this. */
  KIDS_PROFILE(Refusal.NOT_ALLOWED),
  /** The token of the profile is unknown, over its time, or its PIN was changed since. */
  PROFILE_TOKEN_INVALID(Refusal.NOT_ALLOWED),
  /** The last profile cannot be removed. */
  LAST_PROFILE(Refusal.CONFLICT),
  PLAN_UNKNOWN(Refusal.INVALID),
  /** Another plan that is offered has this price. */
  PRICE_TAKEN(Refusal.CONFLICT),
  /** There are not so many credits; facts: {@code needed}, {@code balance}. */
  INSUFFICIENT_CREDITS(Refusal.PAYMENT_REFUSED),
  /** The key moved other credits before than it is to move now. */
  CREDIT_KEY_REUSED(Refusal.INVALID);

  private final Refusal refusal;

  TvError(Refusal refusal) {
    this.refusal = refusal;
  }

  @Override
  public Refusal refusal() {
    return refusal;
  }
}
