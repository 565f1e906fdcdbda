package dev.stagedoor.persistence.analytics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A time of which sums are kept, and which slice they belong to.
 *
 * @param from where it begins
 * @param to where it ends; between them are some pieces of the span
 * @param gains the slice that they belong to; one before the first or after the last is none
 * @param loses the slice that has them by its days though they do not belong to it, as such
 */
record Patch(Span span, Instant from, Instant to, int gains, int loses) {
  private static final int NONE = -1;

  /**
   * Returns what slices are made of, the first one being from the first moment to the second: of
   * the days between the midnights that are nearest to their ends, and of what is between each end
   * and that midnight, in as few pieces as come closer and closer to it.
   */
  static List<Patch> of(List<Instant> moments) {
    List<Patch> patches = new ArrayList<>();
    for (int moment = 0; moment < moments.size(); moment++) {
      Instant at = Span.DAY.nearest(moments.get(moment));
      if (moment > 0) {
        Instant from = Span.DAY.nearest(moments.get(moment - 1));
        add(patches, Span.DAY, from, at, moment - 1, NONE);
      }
      for (Span span : Span.UP_TO_DAYS) {
        Instant nearer = span.nearest(moments.get(moment));
        add(patches, span, at, nearer, moment - 1, moment);
        add(patches, span, nearer, at, moment, moment - 1);
        at = nearer;
      }
    }
    return patches;
  }

  private static void add(
      List<Patch> patches, Span span, Instant from, Instant to, int gains, int loses) {
    if (from.isBefore(to)) {
      patches.add(new Patch(span, from, to, gains, loses));
    }
  }
}
