package dev.stagedoor.web.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * One open connection. What is published while the past is still being read is held back, and comes
 * after it without what the past already had: nothing is missed and nothing is told twice.
 */
final class LiveReader {
  private final Predicate<Frame> wanted;
  private final LiveFormat format;
  private final int limit;
  private final Optional<String> hubWasAt;
  private final Sinks.Many<byte[]> queue;
  private final Sinks.Empty<Void> end = Sinks.empty();
  private @Nullable List<Frame> held = new ArrayList<>();
  private Set<String> skipped = Set.of();
  private boolean inStep;

  /**
   * @param hubWasAt a place such that everything that is offered comes after it
   */
  LiveReader(Predicate<Frame> wanted, LiveFormat format, int limit, Optional<String> hubWasAt) {
    this.wanted = wanted;
    this.format = format;
    this.limit = limit;
    this.hubWasAt = hubWasAt;
    this.queue = Sinks.many().unicast().onBackpressureBuffer(new LinkedBlockingQueue<>(limit));
  }

  /** Returns what comes after the past, until the reader is dropped. */
  Flux<byte[]> live() {
    return queue.asFlux();
  }

  /** Cuts a stream short when the reader is dropped, whatever still waits in it. */
  Flux<byte[]> untilDropped(Flux<byte[]> stream) {
    return stream.takeUntilOther(end.asMono());
  }

  Optional<String> hubWasAt() {
    return hubWasAt;
  }

  boolean wants(Frame frame) {
    return wanted.test(frame);
  }

  /** Returns whether the reader still keeps up. */
  synchronized boolean offer(Frame frame) {
    if (held != null) {
      held.add(frame);
      return held.size() <= limit;
    }
    if (skipped.contains(frame.place())) {
      return true;
    }
    skipped = Set.of();
    inStep = true;
    return !wanted.test(frame) || emit(frame.in(format));
  }

  /** Says that the connection stands; tells the place to one that surely has all before it. */
  synchronized boolean heartbeat(Optional<String> place) {
    return held != null || emit(format.heartbeat(inStep ? place : Optional.empty()));
  }

  /** Begins with what is published from now on. */
  void begin() {
    begin(Set.of());
  }

  /**
   * Begins to tell what is published, but for some places: the reader knows those, or is about to.
   * They all come before anything it does not know.
   */
  synchronized void begin(Set<String> known) {
    skipped = known;
    inStep = known.isEmpty();
    List<Frame> waiting = held == null ? List.of() : held;
    held = null;
    for (Frame frame : waiting) {
      if (!offer(frame)) {
        drop();
        return;
      }
    }
  }

  void drop() {
    end.tryEmitEmpty();
  }

  private boolean emit(byte[] bytes) {
    return queue.tryEmitNext(bytes).isSuccess();
  }
}
