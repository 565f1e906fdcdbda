package dev.stagedoor.web.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One node of a document with named members. */
record Tree(Map<String, Object> members) {
  private static final String SCHEMAS = "#/components/schemas/";

  static Tree root(Object loaded) {
    return map(loaded).orElseThrow(() -> new IllegalStateException("not a document"));
  }

  @SuppressWarnings("unchecked") // a YAML document's keys are strings
  private static Optional<Tree> map(Object node) {
    return node instanceof Map<?, ?> map
        ? Optional.of(new Tree((Map<String, Object>) map))
        : Optional.empty();
  }

  Optional<Tree> find(String name) {
    return map(members.getOrDefault(name, ""));
  }

  /** Returns a member, made when it is absent. */
  Tree in(String name) {
    return map(members.computeIfAbsent(name, key -> new LinkedHashMap<String, Object>()))
        .orElseThrow(() -> new IllegalStateException(name + " has no members"));
  }

  @SuppressWarnings("unchecked") // as above
  List<Object> list(String name) {
    return (List<Object>) members.computeIfAbsent(name, key -> new ArrayList<>());
  }

  List<Tree> trees(String name) {
    return members.containsKey(name)
        ? list(name).stream().flatMap(node -> map(node).stream()).toList()
        : List.of();
  }

  String text(String name) {
    return members.get(name) instanceof String text ? text : "";
  }

  /** Returns the name of the schema this node refers to, empty when it is none. */
  String schema() {
    String ref = text("$ref");
    return ref.startsWith(SCHEMAS) ? ref.substring(SCHEMAS.length()) : "";
  }
}
