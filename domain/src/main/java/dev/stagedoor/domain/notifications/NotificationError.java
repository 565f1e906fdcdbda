package dev.stagedoor.domain.notifications;

import dev.stagedoor.domain.kernel.ErrorCode;
import dev.stagedoor.domain.kernel.Refusal;

/** Why something about notifications was refused. */
public enum NotificationError implements ErrorCode {
  /** Another template has this key. */
  TEMPLATE_KEY_TAKEN(Refusal.CONFLICT),
  /** The product itself sends by this template, so it cannot be removed. */
  TEMPLATE_BUILT_IN(Refusal.CONFLICT),
  /** Another notification was sent by this key. */
  NOTIFICATION_KEY_TAKEN(Refusal.CONFLICT),
  /** The link to unsubscribe was not made here, or was changed. */
  UNSUBSCRIBE_LINK_INVALID(Refusal.INVALID);

  private final Refusal refusal;

  NotificationError(Refusal refusal) {
    this.refusal = refusal;
  }

  @Override
  public Refusal refusal() {
    return refusal;
  }
}
