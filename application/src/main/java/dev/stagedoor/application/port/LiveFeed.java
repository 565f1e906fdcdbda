package dev.stagedoor.application.port;

import dev.stagedoor.domain.kernel.Subject;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Hands the updates of all instances to the readers of this one. */
public interface LiveFeed {
  /** An update with its place in the log; the place is opaque, and comparable only by the log. */
  record Entry(String place, LiveUpdate update) {}

  /** Ends a subscription. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Calls {@code reader} for every update committed from now on, in log order, from one thread. The
   * reader must not block.
   */
  Subscription subscribe(Consumer<Entry> reader);

  /**
   * Returns the updates of a channel after a place, oldest first, at most of the last five minutes;
   * empty when the place is unknown or too old to resume from.
   */
  Optional<List<Entry>> since(Subject channel, String place);
}
