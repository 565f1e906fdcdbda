package dev.stagedoor.domain.ticketing;

import dev.stagedoor.domain.kernel.ErrorCode;
import dev.stagedoor.domain.kernel.Refusal;

/** Why something about tickets was refused. */
public enum TicketingError implements ErrorCode {
  /** Tickets that stand like this cannot come to stand like that; facts hold both. */
  TICKETING_MOVE_REFUSED(Refusal.CONFLICT),
  /** Its tickets are sold by another event of the ticketing system already. */
  TICKETING_LINKED(Refusal.CONFLICT),
  /** Nobody sells tickets for new events here. */
  TICKETING_OFF(Refusal.CONFLICT),
  /** The ticketing system did not prove that it is the one. */
  CROSS_APP_SECRET_WRONG(Refusal.NOT_SIGNED_IN),
  /** There is no such session, or it was used up, or its time is over: nobody is told which. */
  CROSS_APP_SESSION_INVALID(Refusal.NOT_SIGNED_IN);

  private final Refusal refusal;

  TicketingError(Refusal refusal) {
    this.refusal = refusal;
  }

  @Override
  public Refusal refusal() {
    return refusal;
  }
}
