package dev.stagedoor.providers.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Takes members out of what Meta tells, and says which one is missing. */
final class FacebookFields {
  /** Whatever is larger counts milliseconds, not seconds. */
  private static final long LATEST_SECOND = 100_000_000_000L;

  private FacebookFields() {}

  static String text(JsonNode node, String member) {
    return optionalText(node, member)
        .orElseThrow(() -> new IllegalArgumentException("no " + member));
  }

  /** Takes text; ids may be numbers in old shapes. */
  static Optional<String> optionalText(JsonNode node, String member) {
    JsonNode found = node.path(member);
    return found.isTextual() || found.canConvertToExactIntegral()
        ? Optional.of(found.asText()).filter(text -> !text.isBlank())
        : Optional.empty();
  }

  /** Leaves out what no store keeps: the character zero, and halves of characters. */
  static String sound(String text) {
    return text.codePoints()
        .filter(point -> point != 0 && Character.getType(point) != Character.SURROGATE)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  static Iterable<JsonNode> list(JsonNode node, String member) {
    if (!node.path(member).isArray()) {
      throw new IllegalArgumentException("no " + member);
    }
    return node.path(member);
  }

  static Iterable<JsonNode> optionalList(JsonNode node, String member) {
    return node.path(member).isArray() ? node.path(member) : List.of();
  }

  static Instant time(JsonNode node, String member) {
    JsonNode found = node.path(member);
    if (!found.canConvertToExactIntegral() || !found.canConvertToLong() || found.asLong() < 0) {
      throw new IllegalArgumentException("no time in " + member);
    }
    long number = found.asLong();
    return number > LATEST_SECOND ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
  }
}
