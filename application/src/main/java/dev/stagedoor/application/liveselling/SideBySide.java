package dev.stagedoor.application.liveselling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does something for many, a few at a time, for so long. What is not begun by then is left, and
 * what is under way then goes on unwatched: both are somebody else's to finish. All callers share
 * so many threads, of which none has more than a few.
 */
final class SideBySide {
  private static final Logger LOG = LoggerFactory.getLogger(SideBySide.class);
  private static final long IDLE_SECONDS = 10;

  private final Executor threads;
  private final int mostForOne;
  private final Duration budget;
  private final Clock clock;

  SideBySide(int most, int mostForOne, Duration budget, Clock clock) {
    this.threads = threads(most);
    this.mostForOne = mostForOne;
    this.budget = budget;
    this.clock = clock;
  }

  private static Executor threads(int most) {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            most,
            most,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            SideBySide::daemon);
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "stagedoor-side-by-side");
    thread.setDaemon(true);
    return thread;
  }

  /** Does it for each; what fails is logged, and holds up no other. */
  <T> void each(List<T> all, Consumer<T> what) {
    Instant end = clock.instant().plus(budget);
    List<FutureTask<T>> tasks =
        all.stream()
            .map(
                one ->
                    new FutureTask<>(
                        () -> {
                          if (clock.instant().isBefore(end)) {
                            what.accept(one);
                          }
                        },
                        one))
            .toList();
    Queue<FutureTask<T>> waiting = new ConcurrentLinkedQueue<>(tasks);
    for (int thread = 0; thread < Math.min(mostForOne, all.size()); thread++) {
      threads.execute(() -> work(waiting));
    }
    await(tasks);
  }

  private static <T> void work(Queue<FutureTask<T>> waiting) {
    FutureTask<T> next = waiting.poll();
    while (next != null) {
      next.run();
      next = waiting.poll();
    }
  }

  private void await(List<? extends Future<?>> begun) {
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
