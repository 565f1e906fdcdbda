package dev.stagedoor.providers.mux;

import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.library.VideoId;
import dev.stagedoor.providers.support.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What we have Mux keep with a thing ({@code passthrough}, 255 characters at most): our id, and the
 * hash of the key it was made under, by which it is found again. Mux has no idempotency keys.
 */
record MuxReference(String value) {
  private static final Pattern VIDEO =
      Pattern.compile("vid_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.[0-9a-f]{32}");

  private static final int TIME_ORDERED = 7;
  private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

  /** Makes the reference of what is made for a thing under a key. */
  static MuxReference of(Object id, IdempotencyKey key) {
    return new MuxReference(id + "." + Sha256.hex(key.value(), 16));
  }

  /**
   * Returns since when there can be something that was made for one of our ids, where it tells when
   * it was made; clocks may differ.
   */
  static Optional<Instant> oldest(UUID id) {
    return id.version() == TIME_ORDERED
        ? Optional.of(Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16).minus(CLOCKS_DIFFER))
        : Optional.empty();
  }

  /** Returns our id of the video that this stands at, empty when it is none of ours. */
  static Optional<VideoId> videoOf(@Nullable String passthrough) {
    if (passthrough == null) {
      return Optional.empty();
    }
    Matcher ours = VIDEO.matcher(passthrough);
    return ours.matches()
        ? Optional.of(new VideoId(UUID.fromString(ours.group(1))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
