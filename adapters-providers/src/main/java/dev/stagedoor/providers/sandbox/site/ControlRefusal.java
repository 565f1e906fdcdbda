package dev.stagedoor.providers.sandbox.site;

import io.micronaut.http.HttpStatus;
import java.util.Optional;

/** A control that did not do what it was asked, as the caller is told. */
final class ControlRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final String code;
  private final transient Optional<String> field;

  private ControlRefusal(HttpStatus status, String code, Optional<String> field, String detail) {
    super(detail);
    this.status = status;
    this.code = code;
    this.field = field;
  }

  static ControlRefusal of(HttpStatus status, String code, String detail) {
    return new ControlRefusal(status, code, Optional.empty(), detail);
  }

  static ControlRefusal notFound(String detail) {
    return of(HttpStatus.NOT_FOUND, "NOT_FOUND", detail);
  }

  static ControlRefusal invalid(String field, String detail) {
    return new ControlRefusal(
        HttpStatus.UNPROCESSABLE_ENTITY, "INVALID_VALUE", Optional.of(field), detail);
  }

  HttpStatus status() {
    return status;
  }

  String code() {
    return code;
  }

  Optional<String> field() {
    return field;
  }

  String detail() {
    return Optional.ofNullable(getMessage()).orElse(code);
  }
}
