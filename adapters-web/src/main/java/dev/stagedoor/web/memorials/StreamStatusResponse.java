package dev.stagedoor.web.memorials;

import dev.stagedoor.application.video.StreamStatusView;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a stream is doing now. */
@Serdeable
public record StreamStatusResponse(
    String status, long viewerCount, @Nullable Instant startedAt, @Nullable Instant endedAt) {
  static StreamStatusResponse from(StreamStatusView stream) {
    return new StreamStatusResponse(
        stream.status(),
        stream.viewerCount(),
        stream.startedAt().orElse(null),
        stream.endedAt().orElse(null));
  }
}
