package dev.stagedoor.web.live;

import io.netty.util.concurrent.Future;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One open connection. What is published while the past is still being read is held back, and comes
 * after it without what the past already had: nothing is missed and nothing is told twice. It is
 * used on the event loop of its connection alone, and so knows no locks.
 */
final class LiveReader {
  private final Reading reading;
  private final LiveFormat format;
  private final int limit;
  private final Line line;
  private final LoopReaders readers;
  private final Queue<byte[]> waiting = new ArrayDeque<>(0);
  private @Nullable List<Frame> held = new ArrayList<>(0);
  private Set<String> skipped = Set.of();
  private boolean inStep;
  private boolean proceeding;
  private boolean over;
  private @Nullable Future<?> ending;

  /** So many of those that wait are of the past, which may be long; they come first. */
  private int past;

  /**
   * @param limit how many messages may wait until the line is free
   */
  LiveReader(Reading reading, LiveFormat format, int limit, Line line, LoopReaders readers) {
    this.reading = reading;
    this.format = format;
    this.limit = limit;
    this.line = line;
    this.readers = readers;
  }

  /** Begins to hold what is published, until the reader begins. */
  void join() {
    readers.join(reading.channel(), this);
    ending = reading.life().map(life -> readers.after(life, this::end)).orElse(null);
  }

  /** Says that the connection stands; with a place, the reader has all before it. */
  void greet(Optional<String> place) {
    send(format.greeting(place));
  }

  /** Begins with what is published from now on. */
  void begin() {
    skipped = Set.of();
    inStep = true;
    held = null;
  }

  /**
   * Tells the past, and then what was published since but for some places: the reader knows those,
   * or they are of this past. They all come before anything it does not know. Returns whether the
   * reader still keeps up.
   *
   * @param missed empty where the past is not known any more
   */
  boolean begin(Set<String> known, Optional<List<Frame>> missed) {
    List<Frame> since = held == null ? List.of() : held;
    skipped = known;
    inStep = known.isEmpty();
    held = null;
    if (missed.isEmpty()) {
      sendPast(format.resync());
    }
    missed.stream()
        .flatMap(List::stream)
        .filter(this::wants)
        .forEach(frame -> sendPast(frame.in(format)));
    for (Frame frame : since) {
      if (!offer(frame)) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether the reader still keeps up. */
  boolean offer(Frame frame) {
    if (over) {
      return true;
    }
    if (held != null) {
      held.add(frame);
      return held.size() <= limit;
    }
    if (skipped.contains(frame.place())) {
      return true;
    }
    skipped = Set.of();
    inStep = true;
    return !wants(frame) || send(frame.in(format));
  }

  /** Says that the connection stands; tells the place to one that surely has all before it. */
  boolean heartbeat(Optional<String> place) {
    return held != null || send(format.heartbeat(inStep ? place : Optional.empty()));
  }

  /** Goes on with what waits, as long as the line takes it. */
  void proceed() {
    if (proceeding) {
      return;
    }
    proceeding = true;
    try {
      while (line.isFree() && !waiting.isEmpty()) {
        past = Math.max(0, past - 1);
        line.send(waiting.remove());
      }
    } finally {
      proceeding = false;
    }
  }

  /** Tells the reader that there is no more, whatever still waits. */
  void end() {
    if (forget()) {
      line.end();
    }
  }

  /** Closes the connection of a reader that does not keep up. */
  void cut() {
    if (forget()) {
      line.cut();
    }
  }

  /** Takes note that the connection is gone; returns whether it was not over before. */
  boolean forget() {
    if (over) {
      return false;
    }
    over = true;
    waiting.clear();
    held = null;
    if (ending != null) {
      ending.cancel(false);
    }
    readers.leave(reading.channel(), this);
    return true;
  }

  private boolean wants(Frame frame) {
    return reading.wanted().test(frame.update());
  }

  private boolean send(byte[] message) {
    if (over || sent(message)) {
      return true;
    }
    waiting.add(message);
    return waiting.size() - past <= limit;
  }

  private void sendPast(byte[] message) {
    if (!over && !sent(message)) {
      waiting.add(message);
      past++;
    }
  }

  private boolean sent(byte[] message) {
    boolean now = waiting.isEmpty() && line.isFree();
    if (now) {
      line.send(message);
    }
    return now;
  }
}
