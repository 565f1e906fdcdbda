package dev.stagedoor.web.courses;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** How far a video is, both bare and in the envelope, as clients of either kind expect it. */
@Serdeable
public record VideoStatusResponse(
    boolean success,
    String status,
    int progress,
    @Nullable String error,
    VideoProgressResponse data) {
  static VideoStatusResponse from(VideoProgressResponse video) {
    return new VideoStatusResponse(true, video.status(), video.progress(), video.error(), video);
  }
}
