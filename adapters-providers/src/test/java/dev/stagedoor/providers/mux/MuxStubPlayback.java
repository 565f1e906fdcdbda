package dev.stagedoor.providers.mux;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.providers.sandbox.video.TestPicture;
import dev.stagedoor.providers.support.FaultyServer.Reply;
import dev.stagedoor.providers.support.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Plays as stream.mux.com does, shows stills as image.mux.com, and counts as stats.mux.com. */
final class MuxStubPlayback {
  private static final Pattern PLAYLIST = Pattern.compile("/([A-Za-z0-9]+)\\.m3u8");
  private static final Pattern STILL = Pattern.compile("/([A-Za-z0-9]+)/thumbnail\\.jpg");
  private static final Pattern SEGMENT = Pattern.compile("/segments/([0-7]\\.ts)");
  private static final int WINDOW = 6;

  private final MuxStubState state;
  private final String keyId;
  private final PublicKey key;

  MuxStubPlayback(MuxStubState state, String keyId, PublicKey key) {
    this.state = state;
    this.keyId = keyId;
    this.key = key;
  }

  private static Reply refused(int status) {
    return Reply.of(status, "text/plain", new byte[0]);
  }

  Reply serve(String path, @Nullable String token) {
    Matcher playlist = PLAYLIST.matcher(path);
    if (playlist.matches()) {
      return playlist(playlist.group(1), token);
    }
    Matcher still = STILL.matcher(path);
    if (still.matches()) {
      return still(still.group(1), token);
    }
    Matcher segment = SEGMENT.matcher(path);
    if (segment.matches()) {
      return TestPicture.segment(segment.group(1))
          .map(bytes -> Reply.of(200, "video/mp2t", bytes))
          .orElse(refused(404));
    }
    return path.equals("/counts") ? counts(token) : refused(404);
  }

  private Reply playlist(String playbackId, @Nullable String token) {
    Optional<ObjectNode> thing = find(playbackId);
    if (thing.isEmpty()) {
      return refused(404);
    }
    if (!mayBeSeen(thing.get(), playbackId, token, "v")) {
      return refused(403);
    }
    if (thing.get().has("stream_key")) {
      return state
          .connectedSince(MuxStubState.idOf(thing.get()))
          .map(since -> playlist(live(since)))
          .orElse(refused(412));
    }
    return thing.get().path("status").asText().equals("ready")
        ? playlist(TestPicture.once("segments/"))
        : refused(412);
  }

  private static Reply playlist(String text) {
    return Reply.of(200, "application/vnd.apple.mpegurl", text.getBytes(StandardCharsets.UTF_8));
  }

  private String live(Instant since) {
    long sent = 3 + Duration.between(since, state.now()).toSeconds() / 2;
    long first = Math.max(0, sent - WINDOW);
    StringBuilder playlist =
        new StringBuilder("#EXTM3U\n#EXT-X-VERSION:6\n#EXT-X-TARGETDURATION:2\n")
            .append("#EXT-X-MEDIA-SEQUENCE:")
            .append(first)
            .append("\n#EXT-X-DISCONTINUITY-SEQUENCE:")
            .append(first / 8)
            .append('\n');
    for (long segment = first; segment < sent; segment++) {
      if (segment > first && segment % 8 == 0) {
        playlist.append("#EXT-X-DISCONTINUITY\n");
      }
      playlist.append("#EXTINF:2.000,\nsegments/").append(segment % 8).append(".ts\n");
    }
    return playlist.toString();
  }

  private Reply still(String playbackId, @Nullable String token) {
    return find(playbackId)
        .filter(thing -> mayBeSeen(thing, playbackId, token, "t"))
        .map(thing -> Reply.of(200, "image/jpeg", TestPicture.thumbnail()))
        .orElse(refused(403));
  }

  private Reply counts(@Nullable String token) {
    Optional<JsonNode> claims = claims(token, "live_stream_id");
    if (claims.isEmpty()) {
      return refused(403);
    }
    String stream = claims.get().path("sub").asText();
    ObjectNode body = Json.object();
    body.putArray("data")
        .addObject()
        .put("views", 1 + state.viewers.getOrDefault(stream, 0))
        .put("viewers", state.viewers.getOrDefault(stream, 0))
        .put("updated_at", state.now().toString());
    return Reply.of(200, "application/json", Json.write(body));
  }

  private Optional<ObjectNode> find(String playbackId) {
    return java.util.stream.Stream.concat(
            state.assets.values().stream(), state.streams.values().stream())
        .filter(thing -> policy(thing, playbackId).isPresent())
        .findFirst();
  }

  private static Optional<String> policy(ObjectNode thing, String playbackId) {
    for (JsonNode id : thing.path("playback_ids")) {
      if (id.path("id").asText().equals(playbackId)) {
        return Optional.of(id.path("policy").asText());
      }
    }
    return Optional.empty();
  }

  private boolean mayBeSeen(
      ObjectNode thing, String playbackId, @Nullable String token, String audience) {
    if (policy(thing, playbackId).orElseThrow().equals("public")) {
      return true;
    }
    return claims(token, audience)
        .filter(claims -> claims.path("sub").asText().equals(playbackId))
        .isPresent();
  }

  private Optional<JsonNode> claims(@Nullable String token, String audience) {
    String[] parts = token == null ? new String[0] : token.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(key);
      signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
      JsonNode header = Json.read(Base64.getUrlDecoder().decode(parts[0]));
      JsonNode claims = Json.read(Base64.getUrlDecoder().decode(parts[1]));
      return signature.verify(Base64.getUrlDecoder().decode(parts[2]))
              && header.path("alg").asText().equals("RS256")
              && claims.path("kid").asText().equals(keyId)
              && claims.path("aud").asText().equals(audience)
              && state.now().getEpochSecond() < claims.path("exp").asLong()
          ? Optional.of(claims)
          : Optional.empty();
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
