package dev.stagedoor.bootstrap.benchmarks;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** When each of some events was published, and when it came to each reader. */
final class Reception {
  private final int readers;
  private final long first;
  private final long[] due;
  private final long[] took;
  private final long[] arrived;
  private final AtomicLong received = new AtomicLong();
  private final AtomicInteger repeated = new AtomicInteger();
  private int published;

  /**
   * Takes note of events.
   *
   * @param first the number of the first
   * @param most how many there are at most
   */
  Reception(int readers, long first, int most) {
    this.readers = readers;
    this.first = first;
    this.due = new long[most];
    this.took = new long[most];
    this.arrived = new long[readers * most];
  }

  /** Called by the publisher, before it publishes; returns the number of the event. */
  long publish(long dueAt) {
    due[published] = dueAt;
    return first + published++;
  }

  /** Called by the publisher, when the event is taken. */
  void acknowledged(long number, long nanos) {
    took[(int) (number - first)] = nanos;
  }

  boolean isFull() {
    return published == due.length;
  }

  int published() {
    return published;
  }

  /** Called by the thread that reads. */
  void received(int reader, long number, long nanos) {
    long event = number - first;
    if (event < 0 || event >= due.length) {
      return;
    }
    int place = (int) event * readers + reader;
    if (arrived[place] != 0) {
      repeated.incrementAndGet();
      return;
    }
    arrived[place] = nanos;
    received.lazySet(received.get() + 1);
  }

  /** Waits until everything has come that was published; not for ever. */
  void await(long patienceNanos) throws InterruptedException {
    long end = System.nanoTime() + patienceNanos;
    while (lost() > 0 && System.nanoTime() < end) {
      Thread.sleep(5);
    }
  }

  /** Returns how many have not come, counted at each reader. */
  long lost() {
    return (long) published * readers - received.get();
  }

  int repeated() {
    return repeated.get();
  }

  /** Returns how long those that came took, from when they were due to be published. */
  Latencies latencies() {
    long[] nanos = new long[published * readers];
    int count = 0;
    for (int place = 0; place < nanos.length; place++) {
      if (arrived[place] != 0) {
        nanos[count++] = arrived[place] - due[place / readers];
      }
    }
    return Latencies.of(nanos, count);
  }

  /** Returns how long publishing took, to the acknowledgement. */
  Latencies acknowledgements() {
    return Latencies.of(took, published);
  }

  /** Returns when the last of those came that were due before a time. */
  long lastOfThoseDueBefore(long time) {
    long last = Long.MIN_VALUE;
    for (int place = 0; place < published * readers; place++) {
      if (due[place / readers] < time) {
        last = Math.max(last, arrived[place]);
      }
    }
    return last;
  }
}
