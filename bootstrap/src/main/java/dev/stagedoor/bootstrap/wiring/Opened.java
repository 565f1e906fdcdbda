package dev.stagedoor.bootstrap.wiring;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a start has opened so far. When the start fails, or is broken off, that is closed again, the
 * last first; Micronaut closes nothing of a context that did not come up.
 */
public final class Opened implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Opened.class);

  private final Deque<Runnable> closing = new ArrayDeque<>();

  synchronized void add(Runnable close) {
    closing.push(close);
  }

  /** Leaves the closing to the server, which is up. */
  public synchronized void handOver() {
    closing.clear();
  }

  /** Closes what nobody has taken over. */
  @Override
  public synchronized void close() {
    while (!closing.isEmpty()) {
      try {
        closing.pop().run();
      } catch (RuntimeException e) {
        LOG.warn("what the start had opened does not close", e);
      }
    }
  }
}
