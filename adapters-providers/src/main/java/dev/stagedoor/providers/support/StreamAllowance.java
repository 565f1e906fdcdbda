package dev.stagedoor.providers.support;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How much longer and how much more may be read in one visit. Time passes only while the far side
 * is waited for. For one thread, which the end of the time reaches by closing what it reads.
 */
final class StreamAllowance {
  private final ScheduledExecutorService alarms;
  private long nanos;
  private long sent;
  private long inflated;
  private long started;
  private GuardedLine.@Nullable Opened reading;
  private @Nullable ScheduledFuture<?> alarm;
  private volatile boolean isOver;

  StreamAllowance(Duration time, long bytes, ScheduledExecutorService alarms) {
    this.alarms = alarms;
    this.nanos = time.toNanos();
    this.sent = bytes;
    this.inflated = bytes;
  }

  /** Returns what is left while nothing is read. */
  Duration left() {
    return Duration.ofNanos(Math.max(1, nanos));
  }

  boolean isOver() {
    return isOver || nanos <= 0;
  }

  /** Begins to count without anything that could be closed. */
  void begin() {
    started = System.nanoTime();
  }

  void end() {
    nanos -= System.nanoTime() - started;
  }

  /** Begins to count, and closes what is read when the time is over. */
  void read(GuardedLine.Opened opened) {
    reading = opened;
    begin();
    alarm =
        alarms.schedule(
            () -> {
              isOver = true;
              opened.close();
            },
            Math.max(1, nanos),
            TimeUnit.NANOSECONDS);
  }

  /** Stops counting. */
  void rest() {
    if (alarm != null) {
      alarm.cancel(false);
      alarm = null;
      end();
    }
  }

  /** Does something that takes none of the time. */
  void aside(Runnable work) {
    GuardedLine.Opened opened = reading;
    boolean isReading = alarm != null && opened != null;
    rest();
    work.run();
    if (isReading && opened != null) {
      read(opened);
    }
  }

  /** Takes so many bytes as they came, and tells whether there were as many left. */
  boolean takeSent(long bytes) {
    sent -= bytes;
    return sent >= 0;
  }

  /** Takes so many bytes as they are read. */
  boolean takeInflated(long bytes) {
    inflated -= bytes;
    return inflated >= 0;
  }
}
