package dev.stagedoor.web.docs;

import java.util.List;
import java.util.Map;

/**
 * Says of what may be null what it is otherwise: of maps and of other schemas the generator knows
 * only the null, and of everything else it says that it may be any object, too.
 */
final class NullableSchemas {
  private static final String TYPE = "type";
  private static final String NULL = "null";
  private static final String OBJECT = "object";

  private NullableSchemas() {}

  /** Completes a part of a document in place, with all that is in it. */
  static void complete(Object node) {
    if (node instanceof Map<?, ?>) {
      Map<String, Object> members = Tree.root(node).members();
      say(members);
      List.copyOf(members.values()).forEach(NullableSchemas::complete);
    } else if (node instanceof List<?> nodes) {
      nodes.forEach(NullableSchemas::complete);
    }
  }

  private static void say(Map<String, Object> schema) {
    Object type = schema.get(TYPE);
    if (type instanceof List<?> kinds && kinds.contains(NULL) && kinds.size() > 2) {
      schema.put(TYPE, kinds.stream().filter(kind -> !kind.equals(OBJECT)).toList());
    }
    if (!NULL.equals(type)) {
      return;
    }
    if (schema.containsKey("additionalProperties")) {
      schema.put(TYPE, List.of(OBJECT, NULL));
    } else if (schema.get("allOf") instanceof List<?> parts) {
      schema.remove(TYPE);
      schema.remove("allOf");
      Object otherwise = parts.size() == 1 ? parts.get(0) : Map.of("allOf", parts);
      schema.put("anyOf", List.of(otherwise, Map.of(TYPE, NULL)));
    }
  }
}
