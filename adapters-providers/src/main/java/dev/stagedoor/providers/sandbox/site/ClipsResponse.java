package dev.stagedoor.providers.sandbox.site;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stagedoor.providers.sandbox.library.Clip;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The library's videos, newest first. */
@Serdeable
record ClipsResponse(List<ClipResponse> clips) {
  /**
   * One video, as the provider's own console would show it.
   *
   * @param sendPath where its file may be sent, while it may
   * @param playbackPath absent while it does not play, or plays from signed addresses only
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ClipResponse(
      String uid,
      String videoId,
      String title,
      String status,
      boolean signedOnly,
      long bytes,
      @Nullable String failure,
      @Nullable String sendPath,
      @Nullable String playbackPath,
      String createdAt) {
    static ClipResponse from(Clip clip, Clip.Stage stage) {
      String path = "/sandbox/library/";
      Clip.Film film = clip.film();
      Optional<Instant> received = Optional.ofNullable(clip.receivedAt());
      return new ClipResponse(
          clip.uid(),
          clip.video().toString(),
          clip.title(),
          clip.deleted() ? "deleted" : stage.name().toLowerCase(Locale.ROOT),
          clip.signedOnly(),
          clip.bytes(),
          stage == Clip.Stage.FAILED ? clip.failureCode() : null,
          stage == Clip.Stage.AWAITED && received.isEmpty() && !clip.deleted()
              ? path + "uploads/" + clip.uid() + "/" + clip.sendToken()
              : null,
          stage == Clip.Stage.READY && !clip.signedOnly() && !clip.deleted()
              ? path
                  + clip.uid()
                  + (film == null ? "/manifest/video.m3u8" : "/video." + film.ending())
              : null,
          clip.createdAt().toString());
    }

    @Override
    public String toString() {
      return "clip " + uid;
    }
  }
}
