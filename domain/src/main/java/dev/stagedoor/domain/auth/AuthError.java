package dev.stagedoor.domain.auth;

import dev.stagedoor.domain.kernel.ErrorCode;
import dev.stagedoor.domain.kernel.Refusal;

/** Why signing in, up or over was refused. */
public enum AuthError implements ErrorCode {
  /** Wrong e-mail or password; the same answer for an unknown e-mail. */
  AUTH_001(Refusal.NOT_SIGNED_IN),
  INVALID_TOKEN(Refusal.NOT_SIGNED_IN),
  REFRESH_TOKEN_REUSED(Refusal.NOT_SIGNED_IN),
  ACCOUNT_SUSPENDED(Refusal.NOT_ALLOWED),
  EMAIL_TAKEN(Refusal.CONFLICT),
  /** The link of an invitation or password reset is unknown, over its time, or was used. */
  LINK_NOT_VALID(Refusal.USED_UP),
  /** Another attempt is using the link at this moment; if it fails, the link works again. */
  LINK_IN_USE(Refusal.CONFLICT),
  TOO_MANY_ATTEMPTS(Refusal.TOO_MANY);

  private final Refusal refusal;

  AuthError(Refusal refusal) {
    this.refusal = refusal;
  }

  @Override
  public Refusal refusal() {
    return refusal;
  }
}
