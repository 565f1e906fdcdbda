package dev.stagedoor.web.party;

import dev.stagedoor.application.party.PartyMemberView;
import dev.stagedoor.application.party.PartyMessageView;
import dev.stagedoor.application.party.PartyView;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.web.error.Problem;
import dev.stagedoor.web.error.Problems;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads what guests send, and writes what they get: {@code {"type", "data"}} both ways. */
@Singleton
final class Words {
  private final JsonMapper json;
  private final Problems problems;

  Words(JsonMapper json, Problems problems) {
    this.json = json;
    this.problems = problems;
  }

  /** Reads a message; empty where it is none. */
  Optional<Wish> read(String text) {
    try {
      return Optional.ofNullable(json.readValue(text, JsonNode.class)).flatMap(Wish::read);
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }

  byte[] message(String type, Map<String, ?> data) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("type", type);
    message.put("data", data);
    try {
      return json.writeValueAsBytes(message);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tells a guest how their party is. */
  byte[] state(String type, PartyView party) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("roomId", party.roomId());
    data.put("isHost", party.isHost());
    party.hostId().ifPresent(host -> data.put("hostId", host));
    data.put("sequence", party.sequence());
    data.put("serverTime", party.serverTime());
    party.mediaUrl().ifPresent(address -> data.put("mediaUrl", address));
    party.title().ifPresent(title -> data.put("title", title));
    party.itemId().ifPresent(item -> data.put("itemId", item));
    data.put("isPlaying", party.isPlaying());
    data.put("currentTime", party.currentTime());
    data.put("members", party.members().stream().map(Words::member).toList());
    data.put("messages", party.messages().stream().map(Words::line).toList());
    return message(type, data);
  }

  private static Map<String, Object> member(PartyMemberView member) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("userId", member.userId());
    data.put("userName", member.userName());
    data.put("isHost", member.isHost());
    data.put("isAway", member.isAway());
    data.put("isMuted", member.isMuted());
    data.put("isReady", member.isReady());
    return data;
  }

  private static Map<String, Object> line(PartyMessageView line) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("messageId", line.messageId());
    data.put("userId", line.userId());
    data.put("userName", line.userName());
    data.put("message", line.message());
    data.put("sentAt", line.sentAt());
    return data;
  }

  /** Tells a guest in their language why something was not done. */
  byte[] error(RuntimeException why, Optional<String> requested, Language to) {
    Problem problem = problems.of(why, to);
    Map<String, Object> data = new LinkedHashMap<>(problem.members());
    data.put("code", problem.code());
    data.put("message", problem.detail());
    requested.ifPresent(type -> data.put("requestType", type));
    if (!problem.errors().isEmpty()) {
      data.put(
          "errors",
          problem.errors().stream()
              .map(error -> Map.of("field", error.field(), "message", error.message()))
              .toList());
    }
    return message("error", data);
  }
}
