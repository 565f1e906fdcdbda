package dev.stagedoor.web.error;

import io.micronaut.http.HttpStatus;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One refusal or failure as the caller is told it, in their language.
 *
 * @param code the public name clients branch on
 * @param errors what is wrong with which field; empty unless fields are the matter
 * @param members what else is documented for this code, by its name in camelCase
 */
public record Problem(
    HttpStatus status,
    String code,
    String detail,
    List<FieldError> errors,
    Map<String, Object> members,
    Optional<Duration> retryAfter) {
  public Problem {
    errors = List.copyOf(errors);
    members = new LinkedHashMap<>(members);
  }

  static Problem of(HttpStatus status, String code, String detail) {
    return new Problem(status, code, detail, List.of(), Map.of(), Optional.empty());
  }

  /** Returns how long a pause is told to be: in whole seconds, never none. */
  static long seconds(Duration pause) {
    return Math.max(1, pause.plusNanos(999_999_999).toSeconds());
  }

  Problem with(Map<String, Object> more) {
    return new Problem(status, code, detail, errors, more, retryAfter);
  }

  Problem with(List<FieldError> fields) {
    return new Problem(status, code, detail, fields, members, retryAfter);
  }

  Problem after(Optional<Duration> pause) {
    return new Problem(status, code, detail, errors, members, pause);
  }

  Problem saying(String text) {
    return new Problem(status, code, text, errors, members, retryAfter);
  }
}
