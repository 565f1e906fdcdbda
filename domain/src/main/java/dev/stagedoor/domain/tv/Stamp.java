package dev.stagedoor.domain.tv;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Says which of two things somebody did is the newer one, the same on every server: by the time
 * they did it, then by the device.
 *
 * @param at as precise as the database, in microseconds
 */
public record Stamp(Instant at, String device) implements Comparable<Stamp> {
  private static final Comparator<Stamp> ORDER =
      Comparator.comparing(Stamp::at).thenComparing(Stamp::device, Stamp::compareTexts);

  @Override
  public int compareTo(Stamp other) {
    return ORDER.compare(this, other);
  }

  /** Compares code point by code point, as databases do by bytes. */
  static int compareTexts(String one, String other) {
    return Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());
  }
}
