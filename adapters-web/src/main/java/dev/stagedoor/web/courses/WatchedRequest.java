package dev.stagedoor.web.courses;

import dev.stagedoor.web.json.Sent;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where the caller is in a lecture, and how much longer they watched since the last call. */
@Serdeable
public record WatchedRequest(
    @Nullable BigDecimal positionSeconds,
    @Nullable BigDecimal watchedSeconds,
    @Nullable Boolean completed) {
  private static final String POSITION = "positionSeconds";

  Duration position() {
    return Seconds.read(Sent.required(positionSeconds, POSITION), POSITION);
  }

  Duration watched() {
    return Seconds.read(watchedSeconds, "watchedSeconds");
  }

  boolean isDone() {
    return Boolean.TRUE.equals(completed);
  }
}
