package dev.stagedoor.providers.sandbox.site;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stagedoor.providers.sandbox.video.Broadcast;
import dev.stagedoor.providers.sandbox.video.Input;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One live input, as the provider's own console would show it: with its key. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
record LiveInputResponse(
    String uid,
    String streamId,
    String title,
    String status,
    String streamKey,
    @Nullable String connectedSince,
    long viewers,
    String playbackPath,
    List<Recording> recordings,
    String createdAt) {
  /** One recording, ready or to be. */
  @Serdeable
  record Recording(String uid, boolean ready, String playbackPath) {}

  static LiveInputResponse from(Input input, long viewers, List<Recording> recordings) {
    return new LiveInputResponse(
        input.uid(),
        input.stream().toString(),
        input.title(),
        status(input),
        input.streamKey(),
        input.running().map(Broadcast::connectedAt).map(Instant::toString).orElse(null),
        viewers,
        path(input.uid()),
        recordings,
        input.createdAt().toString());
  }

  static String path(String id) {
    return "/sandbox/video/" + id + "/manifest/video.m3u8";
  }

  private static String status(Input input) {
    if (input.deleted()) {
      return "deleted";
    }
    if (input.running().isPresent()) {
      return "connected";
    }
    return input.enabled() ? "waiting" : "disabled";
  }

  @Override
  public String toString() {
    return "live input " + uid;
  }
}
