package dev.stagedoor.providers.cloudflare;

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

/** Plays as {@code customer-...cloudflarestream.com} does. */
final class CloudflareStubPlayback {
  private static final Pattern THING =
      Pattern.compile(
          "/([A-Za-z0-9._-]+)/(manifest/video\\.m3u8|thumbnails/thumbnail\\.jpg|views)");
  private static final Pattern SEGMENT = Pattern.compile("/segments/([0-7]\\.ts)");
  private static final String SEGMENTS = "../../segments/";
  private static final int WINDOW = 6;

  private final CloudflareStubState state;
  private final String keyId;
  private final PublicKey key;

  CloudflareStubPlayback(CloudflareStubState state, String keyId, PublicKey key) {
    this.state = state;
    this.keyId = keyId;
    this.key = key;
  }

  Reply serve(String path) {
    Matcher segment = SEGMENT.matcher(path);
    if (segment.matches()) {
      return TestPicture.segment(segment.group(1))
          .map(bytes -> Reply.of(200, "video/mp2t", bytes))
          .orElse(Reply.empty(404));
    }
    Matcher thing = THING.matcher(path);
    return thing.matches() ? thing(thing.group(1), thing.group(2)) : refused(404);
  }

  private static Reply refused(int status) {
    return Reply.empty(status);
  }

  private Reply thing(String name, String what) {
    boolean isToken = name.indexOf('.') >= 0;
    Optional<String> uid = isToken ? subject(name) : Optional.of(name);
    if (uid.isEmpty()) {
      return refused(401);
    }
    if (what.equals("views")) {
      return Reply.json(
          200, Json.object().put("liveViewers", state.viewers.getOrDefault(uid.get(), 0L)));
    }
    ObjectNode input = state.inputs.get(uid.get());
    if (input != null) {
      JsonNode recording = input.path("recording");
      return recording.path("requireSignedURLs").asBoolean() && !isToken
          ? refused(401)
          : live(input, what);
    }
    ObjectNode video = state.videos.get(uid.get());
    if (video == null || !video.path("readyToStream").asBoolean()) {
      return refused(404);
    }
    return video.path("requireSignedURLs").asBoolean() && !isToken
        ? refused(401)
        : film(what, TestPicture.once(SEGMENTS));
  }

  private Reply live(ObjectNode input, String what) {
    if (!input.path("recording").path("mode").asText().equals("automatic")) {
      return refused(404);
    }
    return state
        .connectedSince(input.path("uid").asText())
        .map(since -> film(what, sliding(since)))
        .orElse(refused(204));
  }

  private static Reply film(String what, String playlist) {
    return what.startsWith("manifest")
        ? Reply.text(200, "application/x-mpegURL", playlist)
        : Reply.of(200, "image/jpeg", TestPicture.thumbnail());
  }

  private String sliding(Instant since) {
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
      playlist.append("#EXTINF:2.000,\n").append(SEGMENTS).append(segment % 8).append(".ts\n");
    }
    return playlist.toString();
  }

  /** Returns what a token is for, empty when it is not good, or not any more. */
  private Optional<String> subject(String token) {
    String[] parts = token.split("\\.", -1);
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
              && header.path("kid").asText().equals(keyId)
              && claims.path("kid").asText().equals(keyId)
              && state.now().getEpochSecond() < claims.path("exp").asLong()
          ? Optional.of(claims.path("sub").asText())
          : Optional.empty();
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
