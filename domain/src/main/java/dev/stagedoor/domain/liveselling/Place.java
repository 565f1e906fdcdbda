package dev.stagedoor.domain.liveselling;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/**
 * A claim's place in the line for its item: by the platform's time, and by arrival where that is
 * the same. No two claims of an item have one place.
 *
 * @param arrival how many claims of the item came before, counted from 1
 */
public record Place(Instant postedAt, long arrival) implements Comparable<Place> {
  /** What any database keeps of a time, so that a place is the same before and after it. */
  static final ChronoUnit PRECISION = ChronoUnit.MICROS;

  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::postedAt).thenComparing(Place::arrival);

  public Place {
    postedAt = postedAt.truncatedTo(PRECISION);
  }

  /**
   * Returns the first time after another: all claims behind a new one of that time have it or
   * later.
   */
  public static Instant firstAfter(Instant postedAt) {
    return postedAt.truncatedTo(PRECISION).plus(1, PRECISION);
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }
}
