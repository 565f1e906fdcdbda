package dev.stagedoor.providers.sandbox.video;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One session of an encoder, and with it one recording.
 *
 * @param recording the id of the recording
 */
public record Broadcast(String recording, Instant connectedAt, @Nullable Instant endedAt) {
  public boolean isRunning() {
    return endedAt == null;
  }

  public Optional<Instant> end() {
    return Optional.ofNullable(endedAt);
  }

  /** Returns how long pictures came, up to now while they still do. */
  Duration lengthAt(Instant now) {
    Duration length = Duration.between(connectedAt, end().orElse(now));
    return length.isNegative() ? Duration.ZERO : length;
  }

  Broadcast endAt(Instant now) {
    return isRunning() ? new Broadcast(recording, connectedAt, now) : this;
  }
}
