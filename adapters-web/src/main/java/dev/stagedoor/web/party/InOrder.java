package dev.stagedoor.web.party;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does one thing after the other, on whatever threads another executor has. */
final class InOrder implements Executor {
  private static final Logger LOG = LoggerFactory.getLogger(InOrder.class);

  private final Executor threads;
  private final Queue<Runnable> waiting = new ArrayDeque<>(0);
  private boolean isRunning;

  InOrder(Executor threads) {
    this.threads = threads;
  }

  @Override
  public void execute(Runnable task) {
    if (begins(task)) {
      threads.execute(this::run);
    }
  }

  private synchronized boolean begins(Runnable task) {
    waiting.add(task);
    boolean wasRunning = isRunning;
    isRunning = true;
    return !wasRunning;
  }

  private void run() {
    for (Runnable task = next(); task != null; task = next()) {
      try {
        task.run();
      } catch (RuntimeException e) {
        LOG.warn("A guest's wish is left undone", e);
      }
    }
  }

  private synchronized @Nullable Runnable next() {
    Runnable task = waiting.poll();
    isRunning = task != null;
    return task;
  }
}
