package dev.stagedoor.web.party;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.party.LineId;
import dev.stagedoor.domain.party.Media;
import dev.stagedoor.web.text.SoundText;
import io.micronaut.json.tree.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a guest asks for.
 *
 * @param type by which the kind of wish is known
 * @param data what belongs to it, an object that may be empty
 */
record Wish(String type, JsonNode data) {
  private static final int LONGEST_TYPE = 60;
  private static final double LONGEST_TIME = Duration.ofDays(30).toSeconds();

  /** Reads a message; empty where it is none. */
  static Optional<Wish> read(JsonNode message) {
    if (!message.isObject()) {
      return Optional.empty();
    }
    JsonNode type = message.get("type");
    JsonNode data = message.get("data");
    boolean isOne =
        type != null
            && type.isString()
            && !type.getStringValue().isEmpty()
            && type.getStringValue().length() <= LONGEST_TYPE
            && (data == null || data.isNull() || data.isObject());
    if (!isOne) {
      return Optional.empty();
    }
    JsonNode known = data == null || data.isNull() ? JsonNode.createObjectNode(Map.of()) : data;
    return Optional.of(new Wish(type.getStringValue(), known));
  }

  /** Returns a text that can be kept as it is; empty where it is left out. */
  Optional<String> find(String member) {
    return known(member)
        .map(
            node -> {
              if (!node.isString() || !SoundText.isSound(node.getStringValue())) {
                throw DomainException.invalid(member, "format");
              }
              return node.getStringValue();
            });
  }

  String text(String member) {
    return find(member).orElseThrow(() -> DomainException.invalid(member, "required"));
  }

  boolean flag(String member) {
    JsonNode node = required(member);
    if (!node.isBoolean()) {
      throw DomainException.invalid(member, "format");
    }
    return node.getBooleanValue();
  }

  /** Returns a time that is told in seconds. */
  Duration time(String member) {
    JsonNode node = required(member);
    if (!node.isNumber()) {
      throw DomainException.invalid(member, "format");
    }
    double seconds = node.getDoubleValue();
    if (!(seconds >= 0 && seconds <= LONGEST_TIME)) {
      throw DomainException.invalid(Fault.outside(member, 0, (long) LONGEST_TIME));
    }
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  /** Returns a number as it was told; empty where there is none. */
  Optional<Number> number(String member) {
    return known(member).filter(JsonNode::isNumber).map(JsonNode::getNumberValue);
  }

  UserId user(String member) {
    return new UserId(id(member));
  }

  LineId line(String member) {
    return new LineId(id(member));
  }

  /** Returns what is to be watched; empty where that is not told. */
  Optional<Media> media() {
    return find("mediaUrl").filter(address -> !address.isBlank()).map(this::media);
  }

  Media media(String address) {
    return Media.of(address, find("title").orElse(""), find("itemId").filter(id -> !id.isBlank()));
  }

  private UUID id(String member) {
    try {
      return UUID.fromString(text(member));
    } catch (IllegalArgumentException notAnId) {
      throw DomainException.notFound();
    }
  }

  private JsonNode required(String member) {
    return known(member).orElseThrow(() -> DomainException.invalid(member, "required"));
  }

  private Optional<JsonNode> known(String member) {
    return Optional.ofNullable(data.get(member))
        .flatMap(node -> node.isNull() ? Optional.empty() : Optional.of(node));
  }
}
