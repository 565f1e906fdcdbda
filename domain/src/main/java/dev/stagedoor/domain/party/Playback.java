package dev.stagedoor.domain.party;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import java.time.Duration;
import java.time.Instant;

/**
 * Where a party is in what it watches.
 *
 * @param position where it was then
 * @param at when that was
 */
public record Playback(boolean isPlaying, Duration position, Instant at) {
  private static final Duration LONGEST = Duration.ofDays(30);

  public Playback {
    if (position.isNegative() || position.compareTo(LONGEST) > 0) {
      throw DomainException.invalid(Fault.outside("currentTime", 0, LONGEST.toSeconds()));
    }
  }

  /** Stands at the beginning. */
  public static Playback atTheBeginning(Instant now) {
    return new Playback(false, Duration.ZERO, now);
  }

  /**
   * Returns where it is at another time, which is never before it was told, and never further than
   * anybody can go.
   */
  public Duration positionAt(Instant now) {
    if (!isPlaying || !now.isAfter(at)) {
      return position;
    }
    Duration reached = position.plus(Duration.between(at, now));
    return reached.compareTo(LONGEST) < 0 ? reached : LONGEST;
  }
}
