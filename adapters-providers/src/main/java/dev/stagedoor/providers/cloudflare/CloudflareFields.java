package dev.stagedoor.providers.cloudflare;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Reads members of Cloudflare's JSON; messages name the member and never its value. */
final class CloudflareFields {
  private CloudflareFields() {}

  /** Returns a text, empty when it is absent, null or blank. */
  static Optional<String> text(JsonNode node, String member) {
    return Optional.ofNullable(node.path(member).textValue()).filter(text -> !text.isBlank());
  }

  static String mustHave(JsonNode node, String member) {
    return text(node, member).orElseThrow(() -> new IllegalArgumentException("no " + member));
  }

  /** Returns a time, empty when it is absent or null. */
  static Optional<Instant> time(JsonNode node, String member) {
    return text(node, member).map(text -> parse(text, member));
  }

  static Instant mustHaveTime(JsonNode node, String member) {
    return parse(mustHave(node, member), member);
  }

  private static Instant parse(String text, String member) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no time in " + member, e);
    }
  }
}
