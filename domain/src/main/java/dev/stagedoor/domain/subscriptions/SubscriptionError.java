package dev.stagedoor.domain.subscriptions;

import dev.stagedoor.domain.kernel.ErrorCode;
import dev.stagedoor.domain.kernel.Refusal;

/** Why something about a subscription was refused. */
public enum SubscriptionError implements ErrorCode {
  /** There is a subscription that runs; the portal is where it is changed. */
  ALREADY_SUBSCRIBED(Refusal.CONFLICT),
  /** There is none that could be managed or ended. */
  NOT_SUBSCRIBED(Refusal.CONFLICT),
  /** The provider will not begin it: an unknown price or customer, by its own code. */
  SUBSCRIPTION_REFUSED(Refusal.INVALID);

  private final Refusal refusal;

  SubscriptionError(Refusal refusal) {
    this.refusal = refusal;
  }

  @Override
  public Refusal refusal() {
    return refusal;
  }
}
