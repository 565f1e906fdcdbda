package dev.stagedoor.web.error;

import io.micronaut.http.HttpStatus;

/**
 * Why a request was refused before any use case saw it, or could not be answered. The names stand
 * beside those of the domain's error codes: public, stable, with a text {@code errors.<name>}.
 */
public enum WebError {
  REQUEST_UNREADABLE(HttpStatus.BAD_REQUEST),
  WEBHOOK_UNTRUSTED(HttpStatus.BAD_REQUEST),
  ORIGIN_NOT_ALLOWED(HttpStatus.FORBIDDEN),
  METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
  NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
  IDEMPOTENCY_KEY_RUNNING(HttpStatus.CONFLICT),
  BODY_TOO_LARGE(HttpStatus.REQUEST_ENTITY_TOO_LARGE),
  MEDIA_TYPE_NOT_SUPPORTED(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
  IDEMPOTENCY_KEY_REUSED(HttpStatus.UNPROCESSABLE_ENTITY),
  RATE_LIMITED(HttpStatus.TOO_MANY_REQUESTS),
  INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR),
  PROVIDER_REJECTED(HttpStatus.BAD_GATEWAY),
  PROVIDER_UNAUTHORISED(HttpStatus.BAD_GATEWAY),
  PROVIDER_UNREADABLE(HttpStatus.BAD_GATEWAY),
  PROVIDER_RATE_LIMITED(HttpStatus.SERVICE_UNAVAILABLE),
  PROVIDER_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE);

  private final HttpStatus status;

  WebError(HttpStatus status) {
    this.status = status;
  }

  public HttpStatus status() {
    return status;
  }
}
