package dev.stagedoor.providers.iptv;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads what services of Xtream's kind answer: lists of flat things, one by one. A member may be a
 * word, a number or absent, as each panel pleases.
 */
final class XtreamJson {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(Lines.LONGEST)
                  .maxNameLength(1000)
                  .maxNumberLength(100)
                  .maxNestingDepth(50)
                  .build())
          .build();

  private XtreamJson() {}

  /** Reads a list, and hands over of each thing what it says under these names. */
  static void list(InputStream in, Set<String> names, Consumer<Map<String, String>> each)
      throws IOException {
    reading(
        in,
        parser -> {
          JsonToken first = parser.nextToken();
          if (first == JsonToken.START_OBJECT && parser.nextToken() == JsonToken.END_OBJECT) {
            // Where there is nothing, PHP does not tell lists from things.
            return;
          }
          if (first != JsonToken.START_ARRAY) {
            throw PlaylistException.none("it is no list");
          }
          while (next(parser) != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
              each.accept(members(parser, names));
            } else {
              parser.skipChildren();
            }
          }
        });
  }

  /** Reads one thing, and returns what it says under these names in a member of this name. */
  static Map<String, String> member(InputStream in, String member, Set<String> names)
      throws IOException {
    Map<String, String> found = new HashMap<>();
    reading(
        in,
        parser -> {
          if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw PlaylistException.none("it is no thing");
          }
          while (next(parser) == JsonToken.FIELD_NAME) {
            boolean isWanted = member.equals(parser.currentName());
            if (next(parser) == JsonToken.START_OBJECT && isWanted) {
              found.putAll(members(parser, names));
            } else {
              parser.skipChildren();
            }
          }
        });
    return Map.copyOf(found);
  }

  private static Map<String, String> members(JsonParser parser, Set<String> names)
      throws IOException {
    Map<String, String> found = new HashMap<>();
    while (next(parser) == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = next(parser);
      if (value.isScalarValue() && value != JsonToken.VALUE_NULL && names.contains(name)) {
        found.put(name, parser.getText());
      } else {
        parser.skipChildren();
      }
    }
    return found;
  }

  private static JsonToken next(JsonParser parser) throws IOException {
    JsonToken token = parser.nextToken();
    if (token == null) {
      throw PlaylistException.none("it breaks off");
    }
    return token;
  }

  @FunctionalInterface
  private interface Work {
    void on(JsonParser parser) throws IOException;
  }

  private static void reading(InputStream in, Work work) throws IOException {
    try (JsonParser parser = JSON.createParser(in)) {
      work.on(parser);
    } catch (StreamConstraintsException e) {
      throw PlaylistException.tooLarge("a word that is too long, or things too deep in others");
    } catch (JsonProcessingException e) {
      throw PlaylistException.none("it is no JSON");
    }
  }
}
