package dev.stagedoor.domain.services;

import dev.stagedoor.domain.kernel.ErrorCode;
import dev.stagedoor.domain.kernel.Refusal;

/** Why a call of another service was refused. */
public enum ServiceError implements ErrorCode {
  /** A header is missing or cannot be read. */
  SERVICE_CALL_UNSIGNED(Refusal.NOT_SIGNED_IN),
  /** Nobody has this key. */
  SERVICE_KEY_UNKNOWN(Refusal.NOT_SIGNED_IN),
  /** The key belongs to another service than the one named. */
  SERVICE_KEY_OF_ANOTHER(Refusal.NOT_SIGNED_IN),
  /** The request was signed too long ago, or in the future. */
  SERVICE_CALL_STALE(Refusal.NOT_SIGNED_IN),
  /** The signature is not over this body, or by another secret. */
  SERVICE_SIGNATURE_WRONG(Refusal.NOT_SIGNED_IN),
  /** The same signed request was seen before. */
  SERVICE_CALL_REPLAYED(Refusal.NOT_SIGNED_IN),
  /** The service is known, and this is not its to ask. */
  SERVICE_NOT_ALLOWED(Refusal.NOT_ALLOWED);

  private final Refusal refusal;

  ServiceError(Refusal refusal) {
    this.refusal = refusal;
  }

  @Override
  public Refusal refusal() {
    return refusal;
  }
}
