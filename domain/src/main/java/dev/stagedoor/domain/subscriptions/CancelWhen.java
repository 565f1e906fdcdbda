package dev.stagedoor.domain.subscriptions;

/** When a cancelled subscription ends. */
public enum CancelWhen {
  NOW,
  AT_PERIOD_END
}
