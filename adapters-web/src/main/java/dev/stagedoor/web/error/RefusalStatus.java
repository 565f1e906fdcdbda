package dev.stagedoor.web.error;

import dev.stagedoor.domain.kernel.Refusal;
import io.micronaut.http.HttpStatus;

/** The status of each kind of refusal: the one table. */
final class RefusalStatus {
  private RefusalStatus() {}

  static HttpStatus of(Refusal refusal) {
    return switch (refusal) {
      case UNREADABLE -> HttpStatus.BAD_REQUEST;
      case NOT_SIGNED_IN -> HttpStatus.UNAUTHORIZED;
      case PAYMENT_REFUSED -> HttpStatus.PAYMENT_REQUIRED;
      case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
      case NOT_FOUND -> HttpStatus.NOT_FOUND;
      case CONFLICT -> HttpStatus.CONFLICT;
      case USED_UP -> HttpStatus.GONE;
      case INVALID -> HttpStatus.UNPROCESSABLE_ENTITY;
      case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
    };
  }
}
