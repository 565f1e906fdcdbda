package dev.stagedoor.providers.mux;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.contract.LibraryWorld;
import dev.stagedoor.providers.support.Json;
import dev.stagedoor.providers.support.Sources;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What the stand-in for Mux holds, in the forms in which Mux tells of it. */
final class MuxStubState {
  final Map<String, ObjectNode> streams = new LinkedHashMap<>();
  final Map<String, ObjectNode> assets = new LinkedHashMap<>();
  final Map<String, ObjectNode> uploads = new LinkedHashMap<>();
  final Sources sources = new Sources();
  final Map<String, Integer> viewers = new HashMap<>();
  private final Map<String, byte[]> files = new HashMap<>();
  private final Map<String, Instant> connected = new HashMap<>();
  private final Map<String, Instant> lapses = new HashMap<>();
  private final Clock clock;
  private final BiConsumer<String, ObjectNode> events;
  private boolean prompt;

  MuxStubState(Clock clock, BiConsumer<String, ObjectNode> events) {
    this.clock = clock;
    this.events = events;
  }

  void finishAtOnce() {
    prompt = true;
  }

  Instant now() {
    return clock.instant();
  }

  private String newId() {
    return UUID.randomUUID().toString().replace("-", "") + "00";
  }

  private ObjectNode made(String id) {
    return Json.object().put("id", id).put("created_at", Long.toString(now().getEpochSecond()));
  }

  private void tell(String type, ObjectNode data) {
    events.accept(type, data.deepCopy());
  }

  private void playable(ObjectNode thing, JsonNode policies) {
    ArrayNode ids = thing.putArray("playback_ids");
    for (JsonNode policy : policies) {
      ids.addObject().put("id", newId()).put("policy", policy.asText());
    }
  }

  // ---- live streams

  ObjectNode createStream(JsonNode wanted) {
    ObjectNode stream =
        made(newId())
            .put("stream_key", newId())
            .put("srt_passphrase", newId())
            .put("status", "idle")
            .put("latency_mode", "standard")
            .put("reconnect_window", wanted.path("reconnect_window").asInt(60))
            .put("max_continuous_duration", 43_200)
            .put("test", wanted.path("test").asBoolean(false))
            .put("passthrough", wanted.path("passthrough").asText());
    playable(stream, wanted.path("playback_policies"));
    stream.set("new_asset_settings", wanted.path("new_asset_settings"));
    streams.put(stream.path("id").asText(), stream);
    tell("video.live_stream.created", stream);
    return stream;
  }

  Optional<ObjectNode> byKey(String streamKey) {
    return streams.values().stream()
        .filter(stream -> stream.path("stream_key").asText().equals(streamKey))
        .findFirst();
  }

  boolean connect(String streamKey) {
    Optional<ObjectNode> found =
        byKey(streamKey).filter(stream -> !stream.path("status").asText().equals("disabled"));
    found.filter(stream -> !connected.containsKey(idOf(stream))).ifPresent(this::begin);
    return found.isPresent();
  }

  private void begin(ObjectNode stream) {
    String id = idOf(stream);
    connected.put(id, now());
    tell("video.live_stream.connected", stream);
    ObjectNode asset =
        made(newId())
            .put("status", "preparing")
            .put("is_live", true)
            .put("ingest_type", "live_rtmp")
            .put("live_stream_id", id)
            .put("passthrough", stream.at("/new_asset_settings/passthrough").asText());
    playable(asset, stream.at("/new_asset_settings/playback_policies"));
    asset.putArray("recording_times").addObject().put("started_at", now().toString());
    assets.put(idOf(asset), asset);
    tell("video.asset.created", asset);
    tell("video.live_stream.recording", stream);
    stream.put("status", "active").put("active_asset_id", idOf(asset));
    stream.put("active_ingest_protocol", "rtmp");
    recent(stream).add(idOf(asset));
    asset.put("status", "ready");
    tell("video.live_stream.active", stream);
    tell("video.asset.ready", asset);
  }

  private static ArrayNode recent(ObjectNode stream) {
    return stream.withArray("/recent_asset_ids");
  }

  Optional<Instant> connectedSince(String stream) {
    return Optional.ofNullable(connected.get(stream));
  }

  /** Ends the broadcast, and lets the time in which the encoder could return pass. */
  void disconnect(ObjectNode stream) {
    Instant since = connected.remove(idOf(stream));
    if (since == null) {
      return;
    }
    tell("video.live_stream.disconnected", stream);
    ObjectNode asset = assets.get(stream.path("active_asset_id").asText());
    stream.remove(List.of("active_asset_id", "active_ingest_protocol"));
    stream.put("status", "idle");
    tell("video.live_stream.idle", stream);
    if (asset != null) {
      double seconds = Math.max(1, Duration.between(since, now()).toMillis()) / 1000.0;
      asset.put("duration", seconds);
      ((ObjectNode) asset.path("recording_times").path(0))
          .put("duration", seconds)
          .put("type", "content");
    }
    if (prompt) {
      finishRecordings();
    }
  }

  void enable(ObjectNode stream) {
    if (stream.path("status").asText().equals("disabled")) {
      stream.put("status", "idle");
      tell("video.live_stream.enabled", stream);
    }
  }

  void disable(ObjectNode stream) {
    disconnect(stream);
    stream.put("status", "disabled");
    tell("video.live_stream.disabled", stream);
  }

  void deleteStream(ObjectNode stream) {
    disconnect(stream);
    streams.remove(idOf(stream));
    tell("video.live_stream.deleted", stream);
  }

  void finishRecordings() {
    for (ObjectNode asset : List.copyOf(assets.values())) {
      if (asset.path("is_live").asBoolean() && asset.has("duration")) {
        asset.remove("is_live");
        tell("video.asset.live_stream_completed", asset);
      }
    }
  }

  // ---- uploads and assets

  ObjectNode createUpload(JsonNode wanted, String address) {
    String id = newId();
    ObjectNode upload =
        Json.object()
            .put("id", id)
            .put("status", "waiting")
            .put("timeout", wanted.path("timeout").asLong())
            .put("cors_origin", wanted.path("cors_origin").asText())
            .put("test", wanted.path("test").asBoolean(false))
            .put("url", address + "/sent/" + id + "?upload_id=" + newId());
    upload.set("new_asset_settings", wanted.path("new_asset_settings"));
    uploads.put(id, upload);
    lapses.put(id, now().plusSeconds(wanted.path("timeout").asLong()));
    tell("video.upload.created", upload);
    return upload;
  }

  /** Lets uploads lapse whose time is over, and returns the one that is asked for. */
  Optional<ObjectNode> upload(String id) {
    ObjectNode upload = uploads.get(id);
    if (upload != null
        && isWaiting(upload)
        && !now().isBefore(lapses.getOrDefault(id, Instant.MAX))) {
      upload.put("status", "timed_out");
    }
    return Optional.ofNullable(upload);
  }

  static boolean isWaiting(ObjectNode upload) {
    return upload.path("status").asText().equals("waiting");
  }

  void cancel(ObjectNode upload) {
    upload.put("status", "cancelled");
    tell("video.upload.cancelled", upload);
  }

  boolean send(String url, byte[] file) {
    Optional<ObjectNode> open =
        uploads.values().stream()
            .filter(upload -> upload.path("url").asText().equals(url))
            .findFirst()
            .flatMap(upload -> upload(idOf(upload)))
            .filter(MuxStubState::isWaiting);
    open.ifPresent(
        upload -> {
          ObjectNode asset = createAsset(upload.path("new_asset_settings"), file);
          asset.put("upload_id", idOf(upload)).put("ingest_type", "on_demand_direct_upload");
          upload.put("status", "asset_created").put("asset_id", idOf(asset));
          tell("video.upload.asset_created", upload);
          begun(asset);
        });
    return open.isPresent();
  }

  ObjectNode fetch(JsonNode wanted) {
    String url = wanted.at("/inputs/0/url").asText();
    byte[] file =
        url.contains(".invalid/") || sources.knows(url)
            ? sources.fetch(url).orElse(null)
            : LibraryWorld.aFilm();
    ObjectNode asset = createAsset(wanted, file);
    asset.put("ingest_type", "on_demand_url");
    begun(asset);
    return asset;
  }

  private ObjectNode createAsset(JsonNode settings, byte @Nullable [] file) {
    ObjectNode asset =
        made(newId())
            .put("status", "preparing")
            .put("passthrough", settings.path("passthrough").asText());
    asset.set("meta", settings.path("meta"));
    asset.putObject("progress").put("state", "ingesting").put("progress", 12.5);
    playable(asset, settings.path("playback_policies"));
    assets.put(idOf(asset), asset);
    if (file != null) {
      files.put(idOf(asset), file);
    }
    return asset;
  }

  private void begun(ObjectNode asset) {
    tell("video.asset.created", asset);
    if (prompt) {
      finishProcessing();
    }
  }

  void finishProcessing() {
    for (ObjectNode asset : List.copyOf(assets.values())) {
      if (asset.path("status").asText().equals("preparing") && !asset.path("is_live").asBoolean()) {
        finish(asset);
      }
    }
  }

  private void finish(ObjectNode asset) {
    byte[] file = files.get(idOf(asset));
    if (file == null) {
      failAsset(asset, "download_failed");
    } else if (isFilm(file)) {
      asset.put("status", "ready").put("duration", 16.016).put("aspect_ratio", "16:9");
      asset.putObject("progress").put("state", "completed").put("progress", 100);
      tell("video.asset.ready", asset);
    } else {
      failAsset(asset, "invalid_input");
    }
  }

  private static boolean isFilm(byte[] file) {
    byte[] film = LibraryWorld.aFilm();
    boolean isMp4 = file.length >= 8 && Arrays.equals(file, 4, 8, film, 4, 8);
    return isMp4 || (file.length >= 188 && file[0] == 0x47);
  }

  void failAsset(ObjectNode asset, String type) {
    asset.put("status", "errored");
    asset.putObject("errors").put("type", type).putArray("messages").add("As the test wanted it.");
    asset.putObject("progress").put("state", "errored").put("progress", -1);
    tell("video.asset.errored", asset);
  }

  void deleteAsset(ObjectNode asset) {
    assets.remove(idOf(asset));
    tell("video.asset.deleted", asset);
  }

  List<ObjectNode> newestFirst(Map<String, ObjectNode> things) {
    List<ObjectNode> all = new ArrayList<>(things.values());
    java.util.Collections.reverse(all);
    return all;
  }

  static String idOf(ObjectNode thing) {
    return thing.path("id").asText();
  }
}
