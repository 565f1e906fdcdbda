package dev.stagedoor.providers.mux;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.providers.support.FaultyServer.Asked;
import dev.stagedoor.providers.support.FaultyServer.Reply;
import dev.stagedoor.providers.support.Json;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers as api.mux.com does, by its SDK's types; below {@code /video/v1}. */
final class MuxStubApi {
  private static final Set<String> POLICIES = Set.of("public", "signed");

  private final MuxStubState state;
  private final String address;

  MuxStubApi(MuxStubState state, String address) {
    this.state = state;
    this.address = address;
  }

  private static Reply data(int status, ObjectNode data) {
    ObjectNode body = Json.object();
    body.set("data", data);
    return Reply.json(status, body);
  }

  static Reply error(int status, String type) {
    ObjectNode body = Json.object();
    body.putObject("error").put("type", type).putArray("messages").add("As Mux would say it.");
    return Reply.json(status, body);
  }

  Reply answer(Asked request) {
    String[] path = request.path().substring("/video/v1/".length()).split("/", -1);
    return switch (path[0]) {
      case "live-streams" -> streams(request, path);
      case "assets" -> assets(request, path);
      case "uploads" -> uploads(request, path);
      default -> notFound();
    };
  }

  private static Reply notFound() {
    return error(404, "not_found");
  }

  private static Reply invalid() {
    return error(400, "invalid_parameters");
  }

  // ---- live streams

  private Reply streams(Asked request, String[] path) {
    if (path.length == 1) {
      return switch (request.method()) {
        case "GET" -> page(request);
        case "POST" ->
            hasPolicies(request.json()) && hasPolicies(request.json().path("new_asset_settings"))
                ? data(201, state.createStream(request.json()))
                : invalid();
        default -> notFound();
      };
    }
    Optional<ObjectNode> stream = Optional.ofNullable(state.streams.get(path[1]));
    if (stream.isEmpty()) {
      return notFound();
    }
    String what = request.method() + (path.length > 2 ? " " + path[2] : "");
    switch (what) {
      case "GET":
        return data(200, stream.get());
      case "DELETE":
        state.deleteStream(stream.get());
        return Reply.empty(204);
      case "PUT enable":
        state.enable(stream.get());
        return data(200, Json.object());
      case "PUT disable":
        state.disable(stream.get());
        return data(200, Json.object());
      default:
        return notFound();
    }
  }

  private Reply page(Asked request) {
    int limit = Integer.parseInt(request.query().getOrDefault("limit", "25"));
    int page = Integer.parseInt(request.query().getOrDefault("page", "1"));
    List<ObjectNode> all = state.newestFirst(state.streams);
    int from = Math.min((page - 1) * limit, all.size());
    return listed(all.subList(from, Math.min(from + limit, all.size())), Optional.empty());
  }

  private static Reply listed(List<ObjectNode> things, Optional<String> next) {
    ObjectNode body = Json.object();
    ArrayNode data = body.putArray("data");
    things.forEach(thing -> data.add(thing.deepCopy()));
    next.ifPresentOrElse(
        cursor -> body.put("next_cursor", cursor), () -> body.putNull("next_cursor"));
    return Reply.json(200, body);
  }

  // ---- assets

  private Reply assets(Asked request, String[] path) {
    if (path.length == 1) {
      return switch (request.method()) {
        case "GET" -> cursored(request);
        case "POST" ->
            hasPolicies(request.json()) && isFetchable(request.json().at("/inputs/0/url").asText())
                ? data(201, state.fetch(request.json()))
                : invalid();
        default -> notFound();
      };
    }
    Optional<ObjectNode> asset = Optional.ofNullable(state.assets.get(path[1]));
    if (asset.isEmpty() || path.length > 2) {
      return notFound();
    }
    if (request.method().equals("DELETE")) {
      state.deleteAsset(asset.get());
      return Reply.empty(204);
    }
    return data(200, asset.get());
  }

  private static boolean isFetchable(String url) {
    return url.startsWith("http") && URI.create(url).getHost() != null;
  }

  private Reply cursored(Asked request) {
    int limit = Integer.parseInt(request.query().getOrDefault("limit", "25"));
    int from = Integer.parseInt(request.query().getOrDefault("cursor", "c0").substring(1));
    String stream = request.query().getOrDefault("live_stream_id", "");
    List<ObjectNode> all =
        state.newestFirst(state.assets).stream()
            .filter(
                asset -> stream.isEmpty() || asset.path("live_stream_id").asText().equals(stream))
            .toList();
    int to = Math.min(from + limit, all.size());
    return listed(
        all.subList(Math.min(from, to), to),
        to < all.size() ? Optional.of("c" + to) : Optional.empty());
  }

  // ---- uploads

  private Reply uploads(Asked request, String[] path) {
    if (path.length == 1) {
      JsonNode wanted = request.json();
      long timeout = wanted.path("timeout").asLong();
      return wanted.path("cors_origin").asText().isBlank()
              || timeout < 60
              || timeout > 604_800
              || !hasPolicies(wanted.path("new_asset_settings"))
          ? invalid()
          : data(201, state.createUpload(wanted, address));
    }
    Optional<ObjectNode> upload = state.upload(path[1]);
    if (upload.isEmpty()) {
      return notFound();
    }
    if (path.length > 2) {
      if (!MuxStubState.isWaiting(upload.get())) {
        return invalid();
      }
      state.cancel(upload.get());
    }
    return data(200, upload.get());
  }

  private static boolean hasPolicies(JsonNode settings) {
    JsonNode policies = settings.path("playback_policies");
    boolean known = policies.size() > 0;
    for (JsonNode policy : policies) {
      known &= POLICIES.contains(policy.asText());
    }
    return known && settings.path("passthrough").asText().length() <= 255;
  }
}
