package dev.stagedoor.web.docs;

import dev.stagedoor.application.tv.ProfileChoice;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.web.request.PathKind;
import io.micronaut.http.HttpStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Completes the generated document with what every operation has in common: parameters that our
 * binders read from the request, problem answers, the idempotency key, and who may call.
 */
final class ApiDocument {
  private static final Set<String> METHODS =
      Set.of("get", "post", "put", "patch", "delete", "head");
  private static final String PAGE = PageRequest.class.getSimpleName();
  private static final String LANGUAGE = Language.class.getSimpleName();
  private static final String WORDS = "Words";
  private static final String PROFILE = ProfileChoice.class.getSimpleName();
  private static final Set<String> CALLERS = Set.of("Actor", "Caller");
  // Schemas of what is read from the request, and of what only they refer to.
  private static final Set<String> BOUND =
      Set.of(
          "Actor",
          "Caller",
          PAGE,
          LANGUAGE,
          WORDS,
          "Translations",
          PROFILE,
          "ProfileId",
          "Proof",
          "Proof.Kind",
          "Secret",
          "UserId",
          "Role");

  private static final Map<String, Object> ANYTHING =
      Map.of(
          "description",
          "The delivery as the provider sends it; its signature is in the provider's own header.",
          "content",
          Map.of("*/*", Map.of("schema", Map.of("type", "string", "format", "binary"))),
          "required",
          true);

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
        item.find(method).ifPresent(operation -> complete(path.getKey(), method, operation));
      }
    }
    Tree schemas = document.in("components").in("schemas");
    schemas.members().keySet().removeAll(BOUND);
    NullableSchemas.complete(document.members());
    schemas.members().put("Problem", ProblemSchema.schema());
    Tree parameters = document.in("components").in("parameters");
    parameters.members().put("IdempotencyKey", ProblemSchema.idempotencyKey());
    document.in("components").in("responses").members().put("Problem", ProblemSchema.response());
  }

  private static void complete(String path, String method, Tree operation) {
    Set<String> bound = new TreeSet<>();
    removeParameters(operation, bound);
    removeFromBody(operation, bound);
    if (bound.contains(PAGE)) {
      operation.list("parameters").add(number("page", "Which page.", 1, PageRequest.MAX_PAGE));
      operation
          .list("parameters")
          .add(number("limit", "How many.", PageRequest.DEFAULT_LIMIT, PageRequest.MAX_LIMIT));
    }
    if (bound.contains(PROFILE)) {
      operation.list("parameters").addAll(profile());
    }
    if (bound.contains(LANGUAGE) || bound.contains(WORDS)) {
      operation.list("parameters").add(language());
    }
    if (method.equals("get") && path.startsWith("/api/v1/")) {
      operation.list("parameters").add(fields());
    }
    if (PathKind.of(path) == PathKind.WEBHOOK) {
      operation.members().put("requestBody", ANYTHING);
    } else if (method.equals("post") && PathKind.of(path) != PathKind.SERVICE) {
      operation.list("parameters").add(Map.of("$ref", "#/components/parameters/IdempotencyKey"));
    }
    boolean asksWho = bound.stream().anyMatch(CALLERS::contains);
    operation.members().put("security", security(operation, asksWho));
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
        if (parameter.text("in").equals("query")) {
          // The generator takes one with a default for one that must be sent; none of ours must.
          parameter.members().remove("required");
        }
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

  private static List<Object> security(Tree operation, boolean asksWho) {
    boolean isForVisitors = names(operation, ApiDescription.VISITOR);
    List<Object> ways = new ArrayList<>();
    for (String scheme : List.of(ApiDescription.SERVICE, ApiDescription.TICKETING)) {
      if (names(operation, scheme)) {
        ways.add(Map.of(scheme, List.of()));
      }
    }
    if (asksWho) {
      if (isForVisitors) {
        ways.add(Map.of());
      }
      ways.add(Map.of("bearer", List.of()));
      ways.add(Map.of("session", List.of()));
    }
    return ways;
  }

  private static boolean names(Tree operation, String scheme) {
    return operation.trees("security").stream().anyMatch(one -> one.members().containsKey(scheme));
  }

  private static Map<String, Object> number(String name, String description, int usual, int most) {
    return query(
        name,
        description,
        Map.of("type", "integer", "minimum", 1, "maximum", most, "default", usual));
  }

  private static List<Object> profile() {
    return List.of(
        parameter(
            "X-Profile-Token",
            "header",
            "The profile that was opened on this device; without it, the default profile.",
            Map.of("type", "string")),
        parameter(
            "X-Profile-Id",
            "header",
            "A profile without a PIN.",
            Map.of("type", "string", "format", "uuid")));
  }

  private static Map<String, Object> language() {
    return query(
        "lang",
        "The language to answer in.",
        Map.of(
            "type", "string", "enum", Stream.of(Language.values()).map(Language::code).toList()));
  }

  private static Map<String, Object> fields() {
    return query(
        "fields",
        "Which members to send of the thing that is asked for, or of each that is listed:"
            + " names with commas between them, or * for all. Without it phones are not sent what"
            + " they do not show.",
        Map.of("type", "string"));
  }

  private static Map<String, Object> query(
      String name, String description, Map<String, Object> schema) {
    return parameter(name, "query", description, schema);
  }

  private static Map<String, Object> parameter(
      String name, String in, String description, Map<String, Object> schema) {
    Map<String, Object> parameter = new LinkedHashMap<>();
    parameter.put("name", name);
    parameter.put("in", in);
    parameter.put("description", description);
    parameter.put("schema", schema);
    return parameter;
  }
}
