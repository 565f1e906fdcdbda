package dev.stagedoor.web.docs;

import io.micronaut.http.HttpStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Completes the generated document with what every operation has in common: parameters that our
 * binders read from the request, problem answers, the idempotency key, and who may call.
 */
final class ApiDocument {
  private static final Set<String> METHODS =
      Set.of("get", "post", "put", "patch", "delete", "head");
  private static final String PAGE = "PageRequest";
  private static final String LANGUAGE = "Language";
  private static final Set<String> CALLERS = Set.of("Actor", "Caller");
  // Schemas of what is read from the request, and of what only they refer to.
  private static final Set<String> BOUND =
      Set.of("Actor", "Caller", PAGE, LANGUAGE, "Proof", "Proof.Kind", "Secret", "UserId", "Role");

  private final Tree document;

  private ApiDocument(Tree document) {
    this.document = document;
  }

  /** Completes a document in place. */
  static void complete(Object loaded) {
    new ApiDocument(Tree.root(loaded)).complete();
  }

  private void complete() {
    for (Map.Entry<String, Object> path : document.in("paths").members().entrySet()) {
      Tree item = Tree.root(path.getValue());
      for (String method : METHODS) {
        item.find(method).ifPresent(operation -> complete(method, operation));
      }
    }
    Tree schemas = document.in("components").in("schemas");
    schemas.members().keySet().removeAll(BOUND);
    schemas.members().put("Problem", ProblemSchema.schema());
    Tree parameters = document.in("components").in("parameters");
    parameters.members().put("IdempotencyKey", ProblemSchema.idempotencyKey());
    document.in("components").in("responses").members().put("Problem", ProblemSchema.response());
  }

  private static void complete(String method, Tree operation) {
    Set<String> bound = new TreeSet<>();
    removeParameters(operation, bound);
    removeFromBody(operation, bound);
    if (bound.contains(PAGE)) {
      operation.list("parameters").add(query("page", "integer", "Which page, from 1."));
      operation
          .list("parameters")
          .add(query("limit", "integer", "How many, 20 unless told, at most 1000."));
    }
    if (bound.contains(LANGUAGE)) {
      operation.list("parameters").add(query("lang", "string", "The language to answer in."));
    }
    if (method.equals("post")) {
      operation.list("parameters").add(Map.of("$ref", "#/components/parameters/IdempotencyKey"));
    }
    boolean asksWho = bound.stream().anyMatch(CALLERS::contains);
    operation
        .members()
        .putIfAbsent(
            "security",
            asksWho
                ? List.of(Map.of("bearer", List.of()), Map.of("session", List.of()))
                : List.of());
    if (operation.text("description").equals(operation.text("summary"))) {
      operation.members().remove("description");
    }
    describeResponses(operation.in("responses"));
  }

  private static void removeParameters(Tree operation, Set<String> bound) {
    List<Object> kept = new ArrayList<>();
    for (Tree parameter : operation.trees("parameters")) {
      String schema = parameter.find("schema").map(Tree::schema).orElse("");
      if (BOUND.contains(schema)) {
        bound.add(schema);
      } else {
        kept.add(parameter.members());
      }
    }
    operation.members().remove("parameters");
    if (!kept.isEmpty()) {
      operation.members().put("parameters", kept);
    }
  }

  private static void removeFromBody(Tree operation, Set<String> bound) {
    operation
        .find("requestBody")
        .flatMap(body -> body.find("content"))
        .ifPresent(
            content ->
                content.members().values().stream()
                    .map(Tree::root)
                    .forEach(type -> shrink(type, bound)));
    boolean empty =
        operation
            .find("requestBody")
            .flatMap(body -> body.find("content"))
            .filter(
                content ->
                    content.members().values().stream()
                        .map(Tree::root)
                        .allMatch(type -> type.find("schema").isEmpty()))
            .isPresent();
    if (empty) {
      operation.members().remove("requestBody");
    }
  }

  /** Takes bound members out of a body's schema, and the schema away when nothing is left of it. */
  private static void shrink(Tree type, Set<String> bound) {
    Tree schema = type.in("schema");
    List<Object> parts = new ArrayList<>();
    for (Tree part : schema.trees("allOf")) {
      removeProperties(part, bound);
      if (!part.schema().isEmpty() || part.find("properties").isPresent()) {
        parts.add(part.members());
      }
    }
    if (parts.size() == 1) {
      type.members().put("schema", parts.get(0));
      return;
    }
    removeProperties(schema, bound);
    if (parts.isEmpty() && schema.schema().isEmpty() && isEmptyObject(schema)) {
      type.members().remove("schema");
    }
  }

  private static boolean isEmptyObject(Tree schema) {
    return Set.of("type", "required", "description").containsAll(schema.members().keySet())
        && Set.of("", "object").contains(schema.text("type"));
  }

  private static void removeProperties(Tree schema, Set<String> bound) {
    schema
        .find("properties")
        .ifPresent(
            properties -> {
              Set<String> gone = new TreeSet<>();
              properties
                  .members()
                  .forEach(
                      (name, property) -> {
                        String of = Tree.root(property).schema();
                        if (BOUND.contains(of)) {
                          bound.add(of);
                          gone.add(name);
                        }
                      });
              properties.members().keySet().removeAll(gone);
              if (schema.members().containsKey("required")) {
                schema.list("required").removeAll(gone);
                if (schema.list("required").isEmpty()) {
                  schema.members().remove("required");
                }
              }
              if (properties.members().isEmpty()) {
                schema.members().remove("properties");
              }
            });
  }

  private static void describeResponses(Tree responses) {
    responses
        .members()
        .forEach(
            (status, response) -> {
              Tree told = Tree.root(response);
              if (status.matches("\\d{3}") && told.text("description").endsWith(" response")) {
                HttpStatus known = HttpStatus.valueOf(Integer.parseInt(status));
                told.members().put("description", known.getReason());
              }
            });
    responses.members().put("default", Map.of("$ref", "#/components/responses/Problem"));
  }

  private static Map<String, Object> query(String name, String type, String description) {
    Map<String, Object> parameter = new LinkedHashMap<>();
    parameter.put("name", name);
    parameter.put("in", "query");
    parameter.put("description", description);
    parameter.put("schema", Map.of("type", type));
    return parameter;
  }
}
