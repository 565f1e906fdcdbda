package dev.stagedoor.web.docs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a problem looks in the document. */
final class ProblemSchema {
  private static final Map<String, Object> TEXT = Map.of("type", "string");
  private static final Map<String, Object> NUMBER = Map.of("type", "integer");

  private ProblemSchema() {}

  static Map<String, Object> schema() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", Map.of("type", "string", "format", "uri"));
    members.put("title", TEXT);
    members.put("status", NUMBER);
    members.put("detail", TEXT);
    members.put("instance", TEXT);
    members.put("code", described(TEXT, "The stable name to branch on."));
    members.put("success", described(Map.of("type", "boolean"), "Always false."));
    members.put("error", described(TEXT, "The same as detail."));
    members.put(
        "errors",
        Map.of(
            "type",
            "array",
            "items",
            Map.of("type", "object", "properties", Map.of("field", TEXT, "message", TEXT))));
    members.put("service", described(TEXT, "The provider that failed."));
    members.put("retryAfter", described(NUMBER, "Seconds to wait."));
    members.put("requestId", TEXT);
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put(
        "description",
        "A refusal or failure, as in RFC 9457. Below /api/v1 and /api/cross-app the names of our"
            + " own members are in snake_case.");
    schema.put(
        "required", List.of("type", "title", "status", "detail", "code", "success", "error"));
    schema.put("properties", members);
    schema.put("additionalProperties", true);
    return schema;
  }

  static Map<String, Object> response() {
    return Map.of(
        "description",
        "Refused or failed: 400 unreadable, 401 not signed in, 402 payment refused, 403 not allowed,"
            + " 404 unknown, 409 conflict, 410 used up, 413 too large, 415 wrong media type, 422"
            + " invalid, 429 too many, 502 and 503 provider failed, 500 our fault.",
        "content",
        Map.of(
            "application/problem+json",
            Map.of("schema", Map.of("$ref", "#/components/schemas/Problem"))));
  }

  static Map<String, Object> idempotencyKey() {
    Map<String, Object> parameter = new LinkedHashMap<>();
    parameter.put("name", "Idempotency-Key");
    parameter.put("in", "header");
    parameter.put(
        "description",
        "Makes the request repeatable, for 24 hours unless the server is set otherwise: the same key and body get the same answer, marked"
            + " Idempotent-Replayed.");
    parameter.put("schema", Map.of("type", "string", "minLength", 1, "maxLength", 255));
    return parameter;
  }

  private static Map<String, Object> described(Map<String, Object> schema, String description) {
    Map<String, Object> with = new LinkedHashMap<>(schema);
    with.put("description", description);
    return with;
  }
}
