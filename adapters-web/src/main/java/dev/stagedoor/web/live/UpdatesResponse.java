package dev.stagedoor.web.live;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.Optional;

/** A stream of updates, as {@link SseStream} gives it and {@link SseWriter} sends it. */
@Schema(type = "string")
public final class UpdatesResponse {
  private final Reading reading;

  UpdatesResponse(Reading reading) {
    this.reading = reading;
  }

  /** Returns the same stream, which ends after some time. */
  public UpdatesResponse lasting(Duration life) {
    return new UpdatesResponse(
        new Reading(reading.channel(), reading.lastEventId(), reading.wanted(), Optional.of(life)));
  }

  Reading reading() {
    return reading;
  }
}
