package dev.stagedoor.bootstrap.benchmarks;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** Which messages of a run came, to how many, and how late. Numbers go on from run to run. */
final class PartyMessages {
  private volatile Run run = new Run(0, 0, 0);

  private static final class Run {
    private final int first;
    private final int times;
    private final long[] due;
    private final AtomicIntegerArray came;
    private final long[] took;
    private final AtomicInteger taken = new AtomicInteger();
    private final CountDownLatch open;

    private Run(int first, int count, int times) {
      this.first = first;
      this.times = times;
      this.due = new long[count];
      this.came = new AtomicIntegerArray(count);
      this.took = new long[count * times];
      this.open = new CountDownLatch(count * times);
    }
  }

  /** Expects so many messages, each so many times; returns the number of the first. */
  int expect(int count, int times) {
    int first = run.first + run.due.length;
    run = new Run(first, count, times);
    return first;
  }

  /** Notes when a message is due, before it is sent. */
  void due(int number, long nanos) {
    run.due[number - run.first] = nanos;
  }

  /** Takes note that a message came; from any thread. */
  void came(int number) {
    long now = System.nanoTime();
    Run its = run;
    int index = number - its.first;
    if (index < 0 || index >= its.due.length) {
      return;
    }
    if (its.came.incrementAndGet(index) <= its.times) {
      its.took[its.taken.getAndIncrement()] = now - its.due[index];
      its.open.countDown();
    }
  }

  void await(Duration most) throws InterruptedException {
    boolean unused = run.open.await(most.toMillis(), TimeUnit.MILLISECONDS);
  }

  Latencies latencies() {
    return Latencies.of(run.took, run.taken.get());
  }

  long lost() {
    return run.open.getCount();
  }

  long repeated() {
    long repeated = 0;
    for (int i = 0; i < run.due.length; i++) {
      repeated += Math.max(0, run.came.get(i) - run.times);
    }
    return repeated;
  }
}
