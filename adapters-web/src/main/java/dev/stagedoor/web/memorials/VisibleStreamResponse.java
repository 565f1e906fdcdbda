package dev.stagedoor.web.memorials;

import dev.stagedoor.application.video.StreamView;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a stream on a memorial's page is doing now, and where it plays while it is live. */
@Serdeable
public record VisibleStreamResponse(
    UUID id, String status, long viewerCount, @Nullable String playbackUrl) {
  static VisibleStreamResponse from(StreamView stream) {
    return new VisibleStreamResponse(
        stream.id(), stream.status(), stream.viewerCount(), stream.playbackUrl().orElse(null));
  }
}
