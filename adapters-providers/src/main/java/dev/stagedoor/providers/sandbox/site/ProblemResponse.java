package dev.stagedoor.providers.sandbox.site;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpRequest;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** A refusal by RFC 9457, of the types and with the members that Stagedoor's own answers have. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ProblemResponse(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    String code,
    @JsonInclude(JsonInclude.Include.ALWAYS) boolean success,
    String error,
    List<FieldError> errors) {
  /** What is wrong with one member of the body. */
  @Serdeable
  record FieldError(String field, String message) {}

  static ProblemResponse from(HttpRequest<?> request, ControlRefusal refusal) {
    return new ProblemResponse(
        "urn:stagedoor:problem:" + refusal.code(),
        refusal.status().getReason(),
        refusal.status().getCode(),
        refusal.detail(),
        request.getPath(),
        refusal.code(),
        false,
        refusal.detail(),
        refusal.field().map(name -> new FieldError(name, refusal.detail())).stream().toList());
  }
}
