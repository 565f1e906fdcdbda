package dev.stagedoor.web.live;

import dev.stagedoor.domain.kernel.Subject;
import io.micrometer.core.instrument.Counter;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The readers whose connections one event loop serves. All of it happens on that loop, one after
 * the other; so a reader that joins has everything after {@link #place} and nothing before.
 */
final class LoopReaders {
  private static final Logger LOG = LoggerFactory.getLogger(LoopReaders.class);

  private final EventExecutor loop;
  private final AtomicInteger open;
  private final Counter dropped;

  // Concurrent, since readers may leave while they are told.
  private final Map<Subject, Set<LiveReader>> readers = new ConcurrentHashMap<>();
  private Optional<String> place;

  /**
   * @param place the place of the last update that these readers do not get
   * @param open counts all readers
   * @param dropped counts those who did not keep up
   */
  LoopReaders(EventExecutor loop, Optional<String> place, AtomicInteger open, Counter dropped) {
    this.loop = loop;
    this.place = place;
    this.open = open;
    this.dropped = dropped;
  }

  /** Does something on the loop, soon; nothing once the loop has ended, and with it its readers. */
  void run(Runnable task) {
    try {
      loop.execute(task);
    } catch (RejectedExecutionException e) {
      LOG.debug("An event loop has ended", e);
    }
  }

  /** Does something on the loop, after some time. */
  Future<?> after(Duration delay, Runnable task) {
    return loop.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Returns the place of what was told last. */
  Optional<String> place() {
    return place;
  }

  void join(Subject channel, LiveReader reader) {
    if (readers.computeIfAbsent(channel, key -> ConcurrentHashMap.newKeySet()).add(reader)) {
      open.incrementAndGet();
    }
  }

  void leave(Subject channel, LiveReader reader) {
    Set<LiveReader> all = readers.get(channel);
    if (all == null || !all.remove(reader)) {
      return;
    }
    open.decrementAndGet();
    if (all.isEmpty()) {
      readers.remove(channel);
    }
  }

  void tell(Frame frame) {
    place = Optional.of(frame.place());
    readers
        .getOrDefault(frame.update().channel(), Set.of())
        .forEach(reader -> keepOrDrop(reader, one -> one.offer(frame)));
  }

  void heartbeat() {
    all(reader -> keepOrDrop(reader, one -> one.heartbeat(place)));
  }

  void end() {
    all(LiveReader::end);
  }

  /** Drops the reader where it does not keep up; what goes wrong with one is not the others'. */
  void keepOrDrop(LiveReader reader, Predicate<LiveReader> keepsUp) {
    try {
      if (!keepsUp.test(reader)) {
        dropped.increment();
        reader.cut();
      }
    } catch (RuntimeException e) {
      LOG.warn("A reader of live updates is cut off", e);
      reader.cut();
    }
  }

  private void all(Consumer<LiveReader> what) {
    readers.values().forEach(some -> some.forEach(what));
  }
}
