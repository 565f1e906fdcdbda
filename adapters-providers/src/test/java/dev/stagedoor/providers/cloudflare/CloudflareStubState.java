package dev.stagedoor.providers.cloudflare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.contract.LibraryWorld;
import dev.stagedoor.providers.support.Json;
import dev.stagedoor.providers.support.Sources;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the stand-in for Cloudflare holds, and what becomes of it. */
final class CloudflareStubState {
  static final Duration KEY_LIFE = Duration.ofHours(6);

  final Map<String, ObjectNode> inputs = new LinkedHashMap<>();
  final Map<String, ObjectNode> videos = new LinkedHashMap<>();
  final Map<String, Made> keys = new HashMap<>();
  final Map<String, String> uploads = new HashMap<>();
  final Sources sources = new Sources();
  final Map<String, Long> viewers = new HashMap<>();
  private final Map<String, byte @Nullable []> files = new HashMap<>();
  private final Map<String, String> running = new HashMap<>();
  private final Clock clock;
  private final CloudflareStubNotices notices;
  private final String playback;
  private boolean finishesAtOnce;

  /** What was made under a key. */
  record Made(String uid, Instant at) {}

  CloudflareStubState(Clock clock, CloudflareStubNotices notices, String playback) {
    this.clock = clock;
    this.notices = notices;
    this.playback = playback;
  }

  Instant now() {
    return clock.instant();
  }

  static String newUid() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  void finishAtOnce() {
    finishesAtOnce = true;
  }

  ObjectNode newInput(JsonNode wanted) {
    String uid = newUid();
    ObjectNode input =
        Json.object().put("uid", uid).put("created", now().toString()).put("enabled", true);
    change(input, wanted);
    input
        .putObject("rtmps")
        .put("url", "rtmps://live.cloudflare.test:443/live/")
        .put("streamKey", newUid() + "k" + uid);
    input
        .putObject("srt")
        .put("url", "srt://live.cloudflare.test:778")
        .put("streamId", uid)
        .put("passphrase", newUid() + "k" + uid);
    input.putObject("webRTC").put("url", playback + "/" + newUid() + "k" + uid + "/webRTC/publish");
    input.putObject("webRTCPlayback").put("url", playback + "/" + uid + "/webRTC/play");
    input.set("playback", addresses(uid));
    input.putNull("status");
    inputs.put(uid, input);
    return input;
  }

  /** Takes what is wanted for the whole: what is left out falls back to what is usual. */
  void change(ObjectNode input, JsonNode wanted) {
    input.put("modified", now().toString());
    input.put("enabled", wanted.path("enabled").asBoolean(true));
    input.set("meta", wanted.path("meta").isObject() ? wanted.path("meta") : Json.object());
    ObjectNode recording = input.putObject("recording").put("mode", "off");
    wanted
        .path("recording")
        .fields()
        .forEachRemaining(member -> recording.set(member.getKey(), member.getValue()));
    for (String member : new String[] {"deleteRecordingAfterDays", "defaultCreator"}) {
      if (wanted.hasNonNull(member)) {
        input.set(member, wanted.path(member));
      } else {
        input.putNull(member);
      }
    }
    if (!input.path("enabled").asBoolean()) {
      disconnect(input.path("uid").asText());
    }
  }

  private ObjectNode addresses(String uid) {
    return Json.object()
        .put("hls", playback + "/" + uid + "/manifest/video.m3u8")
        .put("dash", playback + "/" + uid + "/manifest/video.mpd");
  }

  void removeInput(String uid) {
    disconnect(uid);
    inputs.remove(uid);
  }

  Optional<ObjectNode> byStreamKey(String key) {
    return inputs.values().stream()
        .filter(input -> input.path("rtmps").path("streamKey").asText().equals(key))
        .findFirst();
  }

  boolean connect(String streamKey) {
    Optional<ObjectNode> open =
        byStreamKey(streamKey).filter(input -> input.path("enabled").asBoolean());
    open.filter(input -> !running.containsKey(input.path("uid").asText())).ifPresent(this::begin);
    return open.isPresent();
  }

  private void begin(ObjectNode input) {
    String uid = input.path("uid").asText();
    setStatus(input, "connected", "connected");
    if (input.path("recording").path("mode").asText().equals("automatic")) {
      ObjectNode wanted = Json.object();
      wanted.set("meta", input.path("meta"));
      wanted.set("requireSignedURLs", input.path("recording").path("requireSignedURLs"));
      ObjectNode video = newVideo(wanted, "live-inprogress");
      video.put("liveInput", uid);
      running.put(uid, video.path("uid").asText());
    } else {
      running.put(uid, "");
    }
    notices.tellOfInput(uid, "live_input.connected", now());
  }

  private void setStatus(ObjectNode input, String state, String reason) {
    ObjectNode status = input.putObject("status");
    status
        .putObject("current")
        .put("ingestProtocol", "rtmp")
        .put("reason", reason)
        .put("state", state)
        .put("statusEnteredAt", now().toString())
        .put("statusLastSeen", now().toString());
    status.putArray("history");
  }

  Optional<Instant> connectedSince(String input) {
    return Optional.ofNullable(inputs.get(input))
        .filter(unused -> running.containsKey(input))
        .map(known -> known.path("status").path("current").path("statusEnteredAt").asText())
        .map(Instant::parse);
  }

  void disconnect(String input) {
    String recording = running.remove(input);
    if (recording == null) {
      return;
    }
    ObjectNode known = inputs.get(input);
    Instant since =
        Instant.parse(known.path("status").path("current").path("statusEnteredAt").asText());
    setStatus(known, "disconnected", "client_disconnect");
    notices.tellOfInput(input, "live_input.disconnected", now());
    ObjectNode video = videos.get(recording);
    if (video != null) {
      state(video, "inprogress");
      video.put("duration", Duration.between(since, now()).toMillis() / 1000.0);
      if (finishesAtOnce) {
        ready(video);
      }
    }
  }

  void finishRecordings() {
    for (ObjectNode video : videos.values()) {
      if (video.hasNonNull("liveInput") && stateOf(video).equals("inprogress")) {
        ready(video);
      }
    }
  }

  ObjectNode newVideo(JsonNode wanted, String state) {
    String uid = newUid();
    ObjectNode video = Json.object().put("uid", uid);
    video.put("created", now().toString()).put("uploaded", now().toString());
    video.put("duration", -1).put("readyToStream", false);
    video.put("requireSignedURLs", wanted.path("requireSignedURLs").asBoolean());
    video.set("allowedOrigins", wanted.path("allowedOrigins"));
    video.put("thumbnail", playback + "/" + uid + "/thumbnails/thumbnail.jpg");
    video.set("playback", addresses(uid));
    video.set("meta", wanted.path("meta").isObject() ? wanted.path("meta") : Json.object());
    video.set("creator", wanted.path("creator").isTextual() ? wanted.path("creator") : null);
    state(video, state);
    videos.put(uid, video);
    return video;
  }

  static String stateOf(ObjectNode video) {
    return video.path("status").path("state").asText();
  }

  private void state(ObjectNode video, String state) {
    video.put("modified", now().toString());
    ObjectNode status = video.putObject("status").put("state", state);
    status.put("errorReasonCode", "").put("errorReasonText", "");
    if (state.equals("ready")) {
      status.put("pctComplete", "100.000000");
    }
  }

  private void ready(ObjectNode video) {
    state(video, "ready");
    video.put("readyToStream", true).put("readyToStreamAt", now().toString());
    notices.tellOfVideo(video, now());
  }

  /** Takes a file for a video, and prepares it. */
  void receive(ObjectNode video, byte @Nullable [] file, String state) {
    files.put(video.path("uid").asText(), file == null ? null : file.clone());
    state(video, state);
    if (finishesAtOnce) {
      prepare(video);
    }
  }

  boolean hasFile(ObjectNode video) {
    return files.containsKey(video.path("uid").asText());
  }

  void finishProcessing() {
    for (ObjectNode video : videos.values()) {
      if (hasFile(video) && !stateOf(video).equals("ready") && !stateOf(video).equals("error")) {
        prepare(video);
      }
    }
  }

  private void prepare(ObjectNode video) {
    byte[] file = files.get(video.path("uid").asText());
    byte[] film = LibraryWorld.aFilm();
    if (file == null) {
      fail(video, "ERR_FETCH_ORIGIN_ERROR");
    } else if (file.length < 8 || !Arrays.equals(file, 4, 8, film, 4, 8)) {
      fail(video, "ERR_NON_VIDEO");
    } else {
      video.put("duration", 16.016);
      ready(video);
    }
  }

  void fail(ObjectNode video, String code) {
    state(video, "error");
    ((ObjectNode) video.path("status"))
        .put("errorReasonCode", code)
        .put("errorReasonText", "told to fail");
    notices.tellOfVideo(video, now());
  }
}
