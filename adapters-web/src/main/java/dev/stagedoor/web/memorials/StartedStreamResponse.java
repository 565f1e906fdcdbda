package dev.stagedoor.web.memorials;

import dev.stagedoor.application.video.StreamView;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** A stream that waits for its encoder, with what the encoder needs. */
@Serdeable
public record StartedStreamResponse(
    boolean success, @Nullable CredentialsResponse credentials, String status) {
  static StartedStreamResponse from(StreamView stream) {
    return new StartedStreamResponse(
        true, stream.credentials().map(CredentialsResponse::from).orElse(null), stream.status());
  }
}
