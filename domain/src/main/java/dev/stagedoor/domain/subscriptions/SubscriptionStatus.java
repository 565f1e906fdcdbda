package dev.stagedoor.domain.subscriptions;

/** How a subscription stands with the provider. */
public enum SubscriptionStatus {
  /** The first payment is not through yet. */
  INCOMPLETE,
  TRIALING,
  ACTIVE,
  /** A payment failed and the provider goes on trying. */
  PAST_DUE,
  /** Payments failed and the provider has stopped trying, without ending it. */
  UNPAID,
  /** A trial ended without a way to pay; it can go on. */
  PAUSED,
  /** It is over and cannot come back. */
  ENDED
}
