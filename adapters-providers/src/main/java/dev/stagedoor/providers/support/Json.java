package dev.stagedoor.providers.support;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads and writes JSON as it goes between us and providers: strict UTF-8, one value and nothing
 * after it, no member twice, no deeper than {@value #DEPTH}; members nobody knows are ignored.
 */
public final class Json {
  private static final int DEPTH = 64;
  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
                  .build())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private Json() {}

  /** Returns an empty object to be filled. */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /**
   * Reads a document.
   *
   * @throws IllegalArgumentException when it is none; the message tells nothing of what it is
   */
  public static JsonNode read(byte[] document) {
    JsonNode read;
    try {
      read = MAPPER.readTree(text(document));
    } catch (JsonProcessingException e) {
      throw notJson();
    }
    if (read.isMissingNode()) {
      throw notJson();
    }
    return read;
  }

  /**
   * Reads a document into a record.
   *
   * @throws IllegalArgumentException when it is no JSON, or not of that form
   */
  public static <T> T read(byte[] document, Class<T> type) {
    return read(read(document), type);
  }

  /** Reads a part of a document into a record; throws as the other does. */
  public static <T> T read(JsonNode node, Class<T> type) {
    T read;
    try {
      read = MAPPER.treeToValue(node, type);
    } catch (JsonProcessingException e) {
      // Its message repeats what was read.
      throw new IllegalArgumentException("not in the form of " + type.getSimpleName());
    }
    if (read == null) {
      throw new IllegalArgumentException("nothing in the form of " + type.getSimpleName());
    }
    return read;
  }

  /** Writes a tree or a record. */
  public static byte[] write(Object thing) {
    try {
      return MAPPER.writeValueAsBytes(thing);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON: " + thing.getClass(), e);
    }
  }

  // Left to itself Jackson would guess at UTF-16, too.
  private static String text(byte[] document) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document)).toString();
    } catch (CharacterCodingException e) {
      throw notJson();
    }
  }

  private static IllegalArgumentException notJson() {
    return new IllegalArgumentException("not JSON");
  }
}
