package dev.stagedoor.domain.analytics;

/**
 * Sorts how long answers took into slots that each are a twelfth longer than the one before, from
 * 100 µs on: whoever takes the middle of a slot for what is in it is wrong by less than 5 %.
 */
public final class LatencyScale {
  /** Slots are 0 to this, which holds all that took longer: minutes. */
  public static final int LAST_SLOT = 180;

  private static final long[] FROM = borders();

  private LatencyScale() {}

  private static long[] borders() {
    long[] from = new long[LAST_SLOT + 2];
    // In thousandths of a microsecond, so that what is rounded does not add up.
    long border = 100_000;
    for (int slot = 1; slot < from.length; slot++) {
      from[slot] = border / 1_000;
      border += border / 12;
    }
    return from;
  }

  /** Returns the slot of what took so many microseconds. */
  public static int slot(long micros) {
    int low = 0;
    int high = LAST_SLOT;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (FROM[middle] <= micros) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** Returns the microseconds in the middle of a slot. */
  public static long micros(int slot) {
    return (FROM[slot] + FROM[slot + 1]) / 2;
  }
}
