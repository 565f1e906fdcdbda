package dev.stagedoor.domain.memorials;

import dev.stagedoor.domain.kernel.ErrorCode;
import dev.stagedoor.domain.kernel.Refusal;

/** Why something about a memorial was refused. */
public enum MemorialError implements ErrorCode {
  DIRECTOR_NOT_APPROVED(Refusal.NOT_ALLOWED),
  /** Editing cannot make a booking cost less than was paid; facts hold both amounts. */
  BOOKING_TOTAL_LOWERED(Refusal.CONFLICT),
  /** No tier was chosen, so there is nothing to price. */
  BOOKING_INCOMPLETE(Refusal.CONFLICT);

  private final Refusal refusal;

  MemorialError(Refusal refusal) {
    this.refusal = refusal;
  }

  @Override
  public Refusal refusal() {
    return refusal;
  }
}
