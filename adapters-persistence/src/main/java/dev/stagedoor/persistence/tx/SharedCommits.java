package dev.stagedoor.persistence.tx;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Commits works together that are wanted at the same time, so that one write to the disk keeps many
 * of them. The first to come leads: it does what has gathered by then as one transaction, answers
 * everybody once that is committed, and hands over to whoever came meanwhile. Where that fails,
 * each is done by itself, as if it had come alone.
 */
final class SharedCommits {
  /** So many share a commit at most; more would keep the locks of the first for too long. */
  private static final int MOST = 64;

  private final Consumer<Runnable> together;
  private final ReentrantLock lock = new ReentrantLock();
  private final ArrayDeque<Task<?>> waiting = new ArrayDeque<>();
  private boolean isLed;

  /**
   * @param together does a work that consists of many, as one transaction; when it returns, that is
   *     committed
   */
  SharedCommits(Consumer<Runnable> together) {
    this.together = together;
  }

  /** What somebody who waits is told to do next. */
  private enum Turn {
    LEAD,
    DONE,
    ALONE
  }

  /** One work, and what becomes of it. */
  private static final class Task<T> {
    private final Supplier<T> work;
    private final BlockingQueue<Turn> turns = new LinkedBlockingQueue<>();
    private @Nullable T result;

    Task(Supplier<T> work) {
      this.work = work;
    }

    void run() {
      result = work.get();
    }

    /** Waits for its turn, however often it is interrupted. */
    Turn turn() {
      boolean interrupted = false;
      try {
        while (true) {
          try {
            return turns.take();
          } catch (InterruptedException e) {
            interrupted = true;
          }
        }
      } finally {
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  /**
   * Does a work with others, or by itself where one of them fails.
   *
   * @param alone does it by itself
   */
  <T> T write(Supplier<T> work, Supplier<T> alone) {
    Task<T> task = new Task<>(work);
    if (isFirst(task)) {
      task.turns.add(Turn.LEAD);
    }
    while (true) {
      switch (task.turn()) {
        case LEAD -> lead();
        case DONE -> {
          return result(task);
        }
        case ALONE -> {
          return alone.get();
        }
      }
    }
  }

  // Nothing is as good a result as any: whoever takes the result knows whether there is one.
  @SuppressWarnings("NullAway")
  private static <T> T result(Task<T> task) {
    return task.result;
  }

  private boolean isFirst(Task<?> task) {
    lock.lock();
    try {
      waiting.add(task);
      boolean first = !isLed;
      isLed = true;
      return first;
    } finally {
      lock.unlock();
    }
  }

  private void lead() {
    List<Task<?>> gathered = gather();
    Turn end = Turn.ALONE;
    try {
      together.accept(() -> gathered.forEach(Task::run));
      end = Turn.DONE;
    } catch (RuntimeException failed) {
      // Whose fault it was shows when each is done by itself, and is told to that one only.
      end = Turn.ALONE;
    } finally {
      handOver();
      for (Task<?> task : gathered) {
        task.turns.add(end);
      }
    }
  }

  private List<Task<?>> gather() {
    lock.lock();
    try {
      List<Task<?>> gathered = new ArrayList<>();
      while (!waiting.isEmpty() && gathered.size() < MOST) {
        gathered.add(waiting.remove());
      }
      return gathered;
    } finally {
      lock.unlock();
    }
  }

  /** Tells how many have come that nobody leads yet. */
  int waiting() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }

  private void handOver() {
    lock.lock();
    try {
      isLed = !waiting.isEmpty();
      if (isLed) {
        waiting.element().turns.add(Turn.LEAD);
      }
    } finally {
      lock.unlock();
    }
  }
}
