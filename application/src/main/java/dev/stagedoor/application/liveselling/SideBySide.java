package dev.stagedoor.application.liveselling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does something for many, a few at a time, for so long. What is not begun by then is left, and
 * what is under way then goes on unwatched: both are somebody else's to finish.
 */
final class SideBySide {
  private static final Logger LOG = LoggerFactory.getLogger(SideBySide.class);

  private final int most;
  private final Duration budget;
  private final Clock clock;

  SideBySide(int most, Duration budget, Clock clock) {
    this.most = most;
    this.budget = budget;
    this.clock = clock;
  }

  /** Does it for each; what fails is logged, and holds up no other. */
  <T> void each(List<T> all, Consumer<T> what) {
    if (all.isEmpty()) {
      return;
    }
    Instant end = clock.instant().plus(budget);
    ExecutorService threads = Executors.newFixedThreadPool(Math.min(most, all.size()));
    try {
      List<Future<?>> begun = new ArrayList<>();
      for (T one : all) {
        begun.add(
            threads.submit(
                () -> {
                  if (clock.instant().isBefore(end)) {
                    what.accept(one);
                  }
                }));
      }
      await(begun);
    } finally {
      threads.shutdown();
    }
  }

  private void await(List<Future<?>> begun) {
    long end = System.nanoTime() + budget.toNanos();
    for (Future<?> one : begun) {
      try {
        Object unused = one.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
      } catch (ExecutionException failed) {
        if (failed.getCause() instanceof Error error) {
          throw error;
        }
        LOG.warn("one of many failed, and is left to its job", failed.getCause());
      } catch (TimeoutException over) {
        return;
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
