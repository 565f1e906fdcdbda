package dev.stagedoor.web.party;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;

/** Tells when something happens too often: more than so many times within a period. */
final class Frequency {
  private final int most;
  private final long period;
  private final Queue<Long> times = new ArrayDeque<>(0);

  Frequency(int most, Duration period) {
    this.most = most;
    this.period = period.toMillis();
  }

  /** Counts one more, and returns whether that is still not too often. */
  boolean allows(long now) {
    while (!times.isEmpty() && times.element() <= now - period) {
      times.remove();
    }
    times.add(now);
    return times.size() <= most;
  }
}
