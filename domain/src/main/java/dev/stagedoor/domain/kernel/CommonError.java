package dev.stagedoor.domain.kernel;

/** The refusals that belong to no package of their own. */
public enum CommonError implements ErrorCode {
  NOT_SIGNED_IN(Refusal.NOT_SIGNED_IN),
  NOT_ALLOWED(Refusal.NOT_ALLOWED),
  NOT_FOUND(Refusal.NOT_FOUND),
  STALE_VERSION(Refusal.CONFLICT),
  INVALID_VALUE(Refusal.INVALID);

  private final Refusal refusal;

  CommonError(Refusal refusal) {
    this.refusal = refusal;
  }

  @Override
  public Refusal refusal() {
    return refusal;
  }
}
