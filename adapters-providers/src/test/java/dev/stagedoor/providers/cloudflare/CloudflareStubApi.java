package dev.stagedoor.providers.cloudflare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.providers.support.FaultyServer.Asked;
import dev.stagedoor.providers.support.FaultyServer.Reply;
import dev.stagedoor.providers.support.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers as the API of Cloudflare Stream does, below {@code /accounts/{id}/stream}. */
final class CloudflareStubApi {
  private static final Pattern INPUT = Pattern.compile("/live_inputs/([^/]+)(/videos)?");
  private static final Pattern VIDEO = Pattern.compile("/([^/]+)");
  private static final int LONGEST_KEY = 255;
  private static final int LONGEST_VIDEO = 36_000;

  private final CloudflareStubState state;
  private final String uploads;
  private boolean ignoresFilters;
  private @Nullable String conflict;

  CloudflareStubApi(CloudflareStubState state, String uploads) {
    this.state = state;
    this.uploads = uploads;
  }

  void ignoreFilters() {
    ignoresFilters = true;
  }

  void conflictWith(String message) {
    conflict = message;
  }

  private static Reply result(JsonNode result) {
    ObjectNode envelope = Json.object().put("success", true);
    envelope.putArray("errors");
    envelope.putArray("messages");
    envelope.set("result", result);
    return Reply.json(200, envelope);
  }

  static Reply error(int status, int code, String message) {
    ObjectNode envelope = Json.object().put("success", false).putNull("result");
    envelope.putArray("errors").addObject().put("code", code).put("message", message);
    envelope.putArray("messages");
    return Reply.json(status, envelope);
  }

  private static Reply notFound() {
    return error(404, 10003, "Not Found");
  }

  /** Answers a call, whose path goes on like this. */
  Reply answer(Asked call, String path) {
    boolean hasBody = call.method().equals("POST") || call.method().equals("PUT");
    if (hasBody && !call.header("Content-Type").equals(Optional.of("application/json"))) {
      return bad("a body must be JSON");
    }
    JsonNode body = hasBody ? Json.read(call.body()) : Json.object();
    return switch (call.method() + " " + path) {
      case "GET /live_inputs" -> result(listOfInputs());
      case "POST /live_inputs" -> createInput(body, call.header("Idempotency-Key"));
      case "GET " -> listOfVideos(call.query());
      case "POST /direct_upload" -> openUpload(body);
      case "POST /copy" -> copy(body);
      default -> one(call, path, body);
    };
  }

  private static Reply bad(String message) {
    return error(400, 10005, "Bad Request: " + message);
  }

  private Reply one(Asked call, String path, JsonNode body) {
    Matcher input = INPUT.matcher(path);
    if (input.matches()) {
      return input(call.method(), input.group(1), input.group(2) != null, body);
    }
    Matcher video = VIDEO.matcher(path);
    return video.matches() ? video(call.method(), video.group(1)) : notFound();
  }

  // ---- live inputs

  private ObjectNode listOfInputs() {
    ObjectNode result = Json.object();
    ArrayNode list = result.putArray("liveInputs");
    for (ObjectNode input : state.inputs.values()) {
      ObjectNode item = list.addObject();
      for (String member :
          new String[] {
            "uid", "created", "modified", "meta", "enabled", "deleteRecordingAfterDays"
          }) {
        item.set(member, input.path(member));
      }
    }
    return result.put("range", 0).put("total", state.inputs.size());
  }

  private Reply createInput(JsonNode body, Optional<String> key) {
    if (key.filter(given -> given.length() > LONGEST_KEY).isPresent()) {
      return bad("the key is too long");
    }
    if (!isDays(body.path("deleteRecordingAfterDays"))) {
      return bad("deleteRecordingAfterDays must be 30 to 1096");
    }
    if (conflict != null) {
      String message = conflict;
      conflict = null;
      return error(409, 10011, message);
    }
    Optional<CloudflareStubState.Made> made =
        key.map(state.keys::get)
            .filter(known -> state.now().isBefore(known.at().plus(CloudflareStubState.KEY_LIFE)));
    if (made.isPresent()) {
      return Optional.ofNullable(state.inputs.get(made.get().uid()))
          .map(CloudflareStubApi::result)
          .orElseGet(
              () -> error(409, 10011, "Conflict: the live input of this key has been deleted"));
    }
    ObjectNode input = state.newInput(body);
    key.ifPresent(
        given ->
            state.keys.put(
                given, new CloudflareStubState.Made(input.path("uid").asText(), state.now())));
    return result(input);
  }

  private static boolean isDays(JsonNode days) {
    return days.isMissingNode()
        || days.isNull()
        || (days.isInt() && days.intValue() >= 30 && days.intValue() <= 1096);
  }

  private Reply input(String method, String uid, boolean videos, JsonNode body) {
    ObjectNode input = state.inputs.get(uid);
    if (input == null) {
      return notFound();
    }
    if (videos) {
      return result(videos(video -> video.path("liveInput").asText().equals(uid)));
    }
    switch (method) {
      case "GET" -> {
        return result(input);
      }
      case "PUT" -> {
        state.change(input, body);
        return result(input);
      }
      case "DELETE" -> {
        state.removeInput(uid);
        return Reply.empty(200);
      }
      default -> {
        return bad("no such method");
      }
    }
  }

  // ---- videos

  private ArrayNode videos(Predicate<ObjectNode> filter) {
    ArrayNode list = Json.object().putArray("videos");
    state.videos.values().stream().filter(filter).forEach(video -> list.insert(0, video));
    return list;
  }

  private Reply listOfVideos(Map<String, String> query) {
    return result(
        videos(
            video ->
                has(video, "liveInput", query.get("live_input_id"))
                    && has(video, "creator", query.get("creator"))));
  }

  private boolean has(ObjectNode video, String member, @Nullable String wanted) {
    return ignoresFilters || wanted == null || video.path(member).asText().equals(wanted);
  }

  private Reply video(String method, String uid) {
    ObjectNode video = state.videos.get(uid);
    if (video == null) {
      return notFound();
    }
    if (method.equals("DELETE")) {
      state.videos.remove(uid);
      state.uploads.values().remove(uid);
      return Reply.empty(200);
    }
    return method.equals("GET") ? result(video) : bad("no such method");
  }

  private Reply openUpload(JsonNode body) {
    int longest = body.path("maxDurationSeconds").asInt();
    if (longest < 1 || longest > LONGEST_VIDEO) {
      return bad("maxDurationSeconds must be 1 to 36000");
    }
    Instant expiry;
    try {
      expiry = Instant.parse(body.path("expiry").asText());
    } catch (DateTimeException e) {
      return bad("expiry must be a time");
    }
    ObjectNode video = state.newVideo(body, "pendingupload");
    video.put("uploadExpiry", expiry.toString()).put("maxDurationSeconds", longest);
    String token = CloudflareStubState.newUid();
    state.uploads.put(token, video.path("uid").asText());
    return result(
        Json.object().put("uploadURL", uploads + token).put("uid", video.path("uid").asText()));
  }

  private Reply copy(JsonNode body) {
    String url = body.path("url").asText();
    if (!url.startsWith("http://") && !url.startsWith("https://")) {
      return bad("url must be http or https");
    }
    ObjectNode video = state.newVideo(body, "downloading");
    state.receive(video, state.sources.fetch(url).orElse(null), "downloading");
    return result(video);
  }
}
