package dev.stagedoor.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.port.LiveFeed;
import dev.stagedoor.application.port.LiveUpdate;
import dev.stagedoor.domain.kernel.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SharedPastTest {
  private static final Subject CHANNEL = new Subject("memorial", UUID.randomUUID());

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final SlowFeed feed = new SlowFeed();
  private final SharedPast past = new SharedPast(feed, threads);

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void allWhoAskDuringAReadShareTheNext() {
    var first = past.since(CHANNEL, "1");
    feed.begun.acquireUninterruptibly();
    List<CompletableFuture<Optional<List<Frame>>>> others = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      others.add(past.since(CHANNEL, "1"));
    }
    feed.mayEnd.release(2);

    assertThat(places(first)).containsExactly("read 1");
    assertThat(others).allSatisfy(other -> assertThat(places(other)).containsExactly("read 2"));
    assertThat(feed.reads).hasValue(2);
  }

  @Test
  void anotherPlaceOrChannelDoesNotWait() {
    var first = past.since(CHANNEL, "1");
    var second = past.since(CHANNEL, "2");
    var third = past.since(new Subject("memorial", UUID.randomUUID()), "1");
    feed.begun.acquireUninterruptibly(3);
    feed.mayEnd.release(3);

    CompletableFuture.allOf(first, second, third).join();
    assertThat(feed.reads).hasValue(3);
  }

  @Test
  void whoAsksAfterAReadGetsANewOne() {
    feed.mayEnd.release(2);

    assertThat(places(past.since(CHANNEL, "1"))).containsExactly("read 1");
    assertThat(places(past.since(CHANNEL, "1"))).containsExactly("read 2");
  }

  @Test
  void aReadThatFailsIsToldToThoseWhoAskedAndTheNextIsRead() {
    feed.mayEnd.release(2);

    assertThatThrownBy(past.since(CHANNEL, "fails")::join)
        .isInstanceOf(CompletionException.class)
        .hasRootCauseMessage("the database is away");
    assertThat(places(past.since(CHANNEL, "1"))).containsExactly("read 2");
  }

  @Test
  void aPlaceThatNobodyKnowsIsAnAnswerToo() {
    feed.mayEnd.release();

    assertThat(past.since(CHANNEL, "unknown").join()).isEmpty();
  }

  private static List<String> places(CompletableFuture<Optional<List<Frame>>> answer) {
    return answer.join().orElseThrow().stream().map(Frame::place).toList();
  }

  /** Reads when it is let, and says which read it was. */
  private static final class SlowFeed implements LiveFeed {
    private final Semaphore begun = new Semaphore(0);
    private final Semaphore mayEnd = new Semaphore(0);
    private final AtomicInteger reads = new AtomicInteger();

    @Override
    public Subscription subscribe(Consumer<Entry> reader) {
      return () -> {};
    }

    @Override
    public Optional<List<Entry>> since(Subject channel, String place) {
      int read = reads.incrementAndGet();
      begun.release();
      mayEnd.acquireUninterruptibly();
      return switch (place) {
        case "fails" -> throw new IllegalStateException("the database is away");
        case "unknown" -> Optional.empty();
        default ->
            Optional.of(
                List.of(new Entry("read " + read, new LiveUpdate(channel, "missed", Map.of()))));
      };
    }
  }
}
