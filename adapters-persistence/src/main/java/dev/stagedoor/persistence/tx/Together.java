package dev.stagedoor.persistence.tx;

import dev.stagedoor.application.port.StoreUnavailable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Does at once what many ask for at the same time, so that one way to the database, or one write to
 * its disk, serves all of them. The first to come leads: it does what has gathered by then, answers
 * everybody once that is done, and hands over to whoever came meanwhile. Where that fails, each is
 * done by itself, as if it had come alone; but where nobody knows whether it was done, as the
 * answer to a commit was lost, everybody is told so, and nothing is done again.
 */
final class Together<A, R> {
  /** So many are done at once at most; more would keep the locks of the first for too long. */
  private static final int MOST = 64;

  private final Function<List<A>, List<R>> all;
  private final Function<A, R> alone;
  private final ReentrantLock lock = new ReentrantLock();
  private final ArrayDeque<Task<A, R>> waiting = new ArrayDeque<>();
  private boolean isLed;

  /**
   * @param all does many, and returns what comes of each in their order; when it returns, they are
   *     done, and where it throws anything but {@link StoreUnavailable}, none is
   * @param alone does one by itself
   */
  Together(Function<List<A>, List<R>> all, Function<A, R> alone) {
    this.all = all;
    this.alone = alone;
  }

  /** What somebody who waits is told to do next. */
  private enum Turn {
    LEAD,
    DONE,
    ALONE,
    UNKNOWN
  }

  /** What one asked for, and what becomes of it. */
  private static final class Task<A, R> {
    private final A asked;
    private final BlockingQueue<Turn> turns = new LinkedBlockingQueue<>();
    private @Nullable R result;
    private @Nullable StoreUnavailable lost;

    Task(A asked) {
      this.asked = asked;
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

  /** Does what is asked for with others, or by itself where one of them fails. */
  R ask(A asked) {
    Task<A, R> task = new Task<>(asked);
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
          return alone.apply(asked);
        }
        case UNKNOWN -> throw new StoreUnavailable(Objects.requireNonNull(task.lost));
      }
    }
  }

  // Nothing is as good a result as any: whoever takes the result knows whether there is one.
  @SuppressWarnings("NullAway")
  private static <R> R result(Task<?, R> task) {
    return task.result;
  }

  private boolean isFirst(Task<A, R> task) {
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
    List<Task<A, R>> gathered = gather();
    Turn end = Turn.ALONE;
    try {
      List<R> results = all.apply(gathered.stream().map(task -> task.asked).toList());
      for (int i = 0; i < gathered.size(); i++) {
        gathered.get(i).result = results.get(i);
      }
      end = Turn.DONE;
    } catch (StoreUnavailable lost) {
      gathered.forEach(task -> task.lost = lost);
      end = Turn.UNKNOWN;
    } catch (RuntimeException failed) {
      // Whose fault it was shows when each is done by itself, and is told to that one only.
      end = Turn.ALONE;
    } finally {
      handOver();
      for (Task<A, R> task : gathered) {
        task.turns.add(end);
      }
    }
  }

  private List<Task<A, R>> gather() {
    lock.lock();
    try {
      List<Task<A, R>> gathered = new ArrayList<>();
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
