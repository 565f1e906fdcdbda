package dev.stagedoor.domain.analytics;

import java.util.Arrays;
import java.util.List;

/**
 * How many requests took how long, by the slots of {@link LatencyScale}. Sums of them can be taken
 * away again.
 */
public final class Histogram {
  private final long[] counts;

  private Histogram(long[] counts) {
    this.counts = counts;
  }

  public static Histogram empty() {
    return new Histogram(new long[0]);
  }

  /** Takes the counts of the first slots; there are none in those after. */
  public static Histogram of(List<Long> counts) {
    return new Histogram(counts.stream().mapToLong(Long::longValue).toArray());
  }

  /** Does the same. */
  public static Histogram of(long[] counts) {
    return new Histogram(counts.clone());
  }

  public Histogram plus(Histogram other) {
    return combine(other, 1);
  }

  public Histogram minus(Histogram other) {
    return combine(other, -1);
  }

  private Histogram combine(Histogram other, long factor) {
    long[] sum = Arrays.copyOf(counts, Math.max(counts.length, other.counts.length));
    for (int slot = 0; slot < other.counts.length; slot++) {
      sum[slot] += factor * other.counts[slot];
    }
    return new Histogram(sum);
  }

  /** Returns the counts of the first slots, without those at the end that are empty. */
  public List<Long> counts() {
    int length = counts.length;
    while (length > 0 && counts[length - 1] == 0) {
      length--;
    }
    return Arrays.stream(counts, 0, length).boxed().toList();
  }

  /**
   * Returns how many microseconds at most so many of a hundred took, right within 5 %; 0 where
   * there were none.
   */
  public long percentile(int ofHundred) {
    long total = Arrays.stream(counts).sum();
    long upTo = 0;
    for (int slot = 0; slot < counts.length; slot++) {
      upTo += counts[slot];
      if (counts[slot] > 0 && upTo * 100 >= total * ofHundred) {
        return LatencyScale.micros(slot);
      }
    }
    return 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Histogram histogram && counts().equals(histogram.counts());
  }

  @Override
  public int hashCode() {
    return counts().hashCode();
  }

  @Override
  public String toString() {
    return counts().toString();
  }
}
