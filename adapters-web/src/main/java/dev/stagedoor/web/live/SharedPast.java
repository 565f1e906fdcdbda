package dev.stagedoor.web.live;

import dev.stagedoor.application.port.LiveFeed;
import dev.stagedoor.domain.kernel.Subject;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * Reads what readers missed, once for all who ask for the same while it is being read for others:
 * thousands come back in the same second when an instance goes down, most of them from one place,
 * and each would take a thread, and a connection to the database, for itself.
 */
@Singleton
final class SharedPast {
  private final LiveFeed feed;
  private final ExecutorService blocking;
  private final Map<Question, Reading> readings = new HashMap<>();

  SharedPast(LiveFeed feed, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
    this.feed = feed;
    this.blocking = blocking;
  }

  private record Question(Subject channel, String place) {}

  /** A thread that answers one question until nobody asks it any more. */
  private static final class Reading {
    private @Nullable CompletableFuture<Optional<List<Frame>>> next;
  }

  /**
   * Reads the updates of a channel after a place, empty where they are not known any more. What is
   * read is never older than the question: who asks during a read gets the next.
   */
  CompletableFuture<Optional<List<Frame>>> since(Subject channel, String place) {
    Question question = new Question(channel, place);
    synchronized (readings) {
      Reading reading = readings.get(question);
      if (reading == null) {
        Reading begun = new Reading();
        blocking.execute(() -> answer(question, begun));
        readings.put(question, begun);
        reading = begun;
      }
      if (reading.next == null) {
        reading.next = new CompletableFuture<>();
      }
      return reading.next;
    }
  }

  private void answer(Question question, Reading reading) {
    for (var asked = take(question, reading); asked != null; asked = take(question, reading)) {
      try {
        asked.complete(
            feed.since(question.channel(), question.place())
                .map(entries -> entries.stream().map(Frame::new).toList()));
      } catch (RuntimeException e) {
        // The edge of a thread: those who asked are told, and the next are answered all the same.
        asked.completeExceptionally(e);
      }
    }
  }

  /** Returns whom to answer; null, and then the thread is done, where nobody asks. */
  private @Nullable CompletableFuture<Optional<List<Frame>>> take(
      Question question, Reading reading) {
    synchronized (readings) {
      CompletableFuture<Optional<List<Frame>>> asked = reading.next;
      reading.next = null;
      if (asked == null) {
        readings.remove(question);
      }
      return asked;
    }
  }
}
