package dev.stagedoor.web.memorials;

import dev.stagedoor.application.video.StreamView;
import io.micronaut.serde.annotation.Serdeable;

/** A stream that is over, with its entry in the archive. */
@Serdeable
public record StoppedStreamResponse(boolean success, String status, ArchiveEntryResponse archive) {
  static StoppedStreamResponse from(StreamView stream) {
    return new StoppedStreamResponse(true, stream.status(), ArchiveEntryResponse.from(stream));
  }
}
