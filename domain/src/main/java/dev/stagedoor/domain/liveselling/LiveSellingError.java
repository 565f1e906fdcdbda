package dev.stagedoor.domain.liveselling;

import dev.stagedoor.domain.kernel.ErrorCode;
import dev.stagedoor.domain.kernel.Refusal;

/** Why something about live selling was refused. */
public enum LiveSellingError implements ErrorCode {
  /** The workspace's plan does not include this; facts hold the {@code requiredPlan}. */
  PLAN_REQUIRED(Refusal.NOT_ALLOWED),
  /** The caller operates no workspace yet. */
  NO_WORKSPACE(Refusal.NOT_FOUND),
  /** There are several workspaces, and it was not said which. */
  WORKSPACE_REQUIRED(Refusal.INVALID),
  /** A workspace has one operator at least. */
  LAST_OPERATOR(Refusal.CONFLICT),
  /** There is no such provider, or none that is on; facts hold the {@code provider}. */
  PROVIDER_NOT_AVAILABLE(Refusal.CONFLICT),
  /** The provider cannot be connected this way. */
  METHOD_NOT_SUPPORTED(Refusal.INVALID),
  /** The provider does not take the key or token; facts hold the {@code reason}. */
  CREDENTIALS_REFUSED(Refusal.INVALID),
  /** The state is wrong, used, too old or somebody else's: connecting must begin again. */
  CONSENT_STATE_INVALID(Refusal.UNREADABLE),
  /** Nothing is connected that can do this. */
  NOT_CONNECTED(Refusal.CONFLICT),
  /** The integration does not work; facts hold the {@code reason}. */
  INTEGRATION_BROKEN(Refusal.CONFLICT),
  /** The show is not in a state that allows this; facts hold the {@code status}. */
  SHOW_STATUS(Refusal.CONFLICT),
  /**
   * Another live show of the workspace follows the post; facts hold it as {@code showId}. Comments
   * belong to one show.
   */
  POST_FOLLOWED(Refusal.CONFLICT),
  /** The show has an item of that number. */
  ITEM_NUMBER_TAKEN(Refusal.CONFLICT),
  /** The show has as many items as it can have; facts hold the {@code limit}. */
  TOO_MANY_ITEMS(Refusal.CONFLICT),
  /** Somebody has claimed it, so it cannot go. */
  ITEM_CLAIMED(Refusal.CONFLICT),
  /** The quantity cannot be less than what is billed; facts hold it as {@code billed}. */
  QUANTITY_BILLED(Refusal.CONFLICT),
  /** The show has no item of that number. */
  UNKNOWN_ITEM(Refusal.INVALID),
  /** The claim is on an invoice; void that first. */
  CLAIM_BILLED(Refusal.CONFLICT),
  /** The invoice is not in a state that allows this; facts hold the {@code status}. */
  INVOICE_STATUS(Refusal.CONFLICT);

  private final Refusal refusal;

  LiveSellingError(Refusal refusal) {
    this.refusal = refusal;
  }

  @Override
  public Refusal refusal() {
    return refusal;
  }
}
