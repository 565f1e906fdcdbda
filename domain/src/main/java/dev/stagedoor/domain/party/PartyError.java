package dev.stagedoor.domain.party;

import dev.stagedoor.domain.kernel.ErrorCode;
import dev.stagedoor.domain.kernel.Refusal;

/** Why something about a watch party was refused. */
public enum PartyError implements ErrorCode {
  /** There is no such party, or it is long over. */
  PARTY_UNKNOWN(Refusal.NOT_FOUND),
  PARTY_ENDED(Refusal.USED_UP),
  /** There is no seat left; facts: {@code limit}. */
  PARTY_FULL(Refusal.CONFLICT),
  /** The caller has no seat in this party: they never joined, left, or were away for too long. */
  NOT_IN_PARTY(Refusal.NOT_ALLOWED),
  /** Only the host may do this. */
  NOT_THE_HOST(Refusal.NOT_ALLOWED),
  /** The host has silenced the caller. */
  MUTED(Refusal.NOT_ALLOWED),
  /** The host has removed the caller, who cannot come back. */
  REMOVED_FROM_PARTY(Refusal.NOT_ALLOWED),
  /** Too many lines in too short a time; facts: {@code retryAfter} in seconds. */
  TOO_FAST(Refusal.TOO_MANY);

  private final Refusal refusal;

  PartyError(Refusal refusal) {
    this.refusal = refusal;
  }

  @Override
  public Refusal refusal() {
    return refusal;
  }
}
