package dev.stagedoor.domain.payments;

/** Why a payer's attempt failed, in the same words for every provider. */
public enum DeclineReason {
  CARD_DECLINED("card_error", true, false),
  INSUFFICIENT_FUNDS("card_error", true, false),
  EXPIRED_CARD("card_error", true, false),
  AUTHENTICATION_FAILED("card_error", true, false),
  NETWORK_ERROR("network_error", true, true),
  /** The provider gave a reason that has no entry here; its code is kept beside. */
  OTHER("unknown_error", false, false);

  private final String type;
  private final boolean recoverable;
  private final boolean retryable;

  DeclineReason(String type, boolean recoverable, boolean retryable) {
    this.type = type;
    this.recoverable = recoverable;
    this.retryable = retryable;
  }

  /**
   * Returns the family clients know: {@code card_error}, {@code network_error}, {@code
   * unknown_error}.
   */
  public String type() {
    return type;
  }

  /** Tells whether the payer can try again, for example with another card. */
  public boolean isRecoverable() {
    return recoverable;
  }

  /** Tells whether the very same attempt may be repeated after a pause. */
  public boolean isRetryable() {
    return retryable;
  }
}
