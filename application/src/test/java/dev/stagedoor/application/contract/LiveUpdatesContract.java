package dev.stagedoor.application.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.Samples.aSubject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.port.LiveFeed;
import dev.stagedoor.application.port.LiveFeed.Entry;
import dev.stagedoor.application.port.LiveUpdate;
import dev.stagedoor.application.port.LiveUpdates;
import dev.stagedoor.domain.contract.RepositoryContract;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.kernel.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a log of updates and its readers must do. */
public interface LiveUpdatesContract extends RepositoryContract {
  LiveUpdates updates();

  LiveFeed feed();

  /** Hands what was committed to the readers, where that does not happen by itself. */
  default void relay() {}

  /** Collects what reaches one reader. */
  final class Reader implements AutoCloseable {
    private final BlockingQueue<Entry> got = new LinkedBlockingQueue<>();
    private final LiveUpdatesContract contract;
    private final LiveFeed.Subscription subscription;

    private Reader(LiveUpdatesContract contract) {
      this.contract = contract;
      subscription = contract.feed().subscribe(got::add);
    }

    /** Waits for the next so many updates of a channel. */
    private List<Entry> next(Subject channel, int count) {
      contract.relay();
      List<Entry> entries = new ArrayList<>();
      while (entries.size() < count) {
        try {
          Entry entry = got.poll(20, TimeUnit.SECONDS);
          assertThat(entry).as("update %s of %s", entries.size() + 1, count).isNotNull();
          if (entry.update().channel().equals(channel)) {
            entries.add(entry);
          }
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
      }
      return entries;
    }

    private List<String> types(Subject channel, int count) {
      return next(channel, count).stream().map(entry -> entry.update().type()).toList();
    }

    @Override
    public void close() {
      subscription.close();
    }
  }

  @Test
  default void anUpdateReachesEveryReaderAsItWasPublished() {
    Subject channel = aSubject();
    LiveUpdate update =
        new LiveUpdate(
            channel,
            "viewers_changed",
            Map.of(
                "streamId", UUID.randomUUID().toString(), "isLive", true, "name", "José हिन्दी"));
    try (Reader one = new Reader(this);
        Reader another = new Reader(this)) {
      run(() -> updates().publish(update));

      assertThat(one.next(channel, 1)).extracting(Entry::update).containsExactly(update);
      assertThat(another.next(channel, 1)).extracting(Entry::update).containsExactly(update);
    }
  }

  @Test
  default void aNumberStaysThatNumber() {
    Subject channel = aSubject();
    try (Reader reader = new Reader(this)) {
      run(() -> updates().publish(new LiveUpdate(channel, "viewers", Map.of("viewerCount", 17L))));

      Object count = reader.next(channel, 1).get(0).update().data().get("viewerCount");
      assertThat(count)
          .isInstanceOfSatisfying(
              Number.class, number -> assertThat(number.longValue()).isEqualTo(17));
    }
  }

  @Test
  default void updatesComeInTheOrderInWhichTheyWereCommitted() {
    Subject channel = aSubject();
    try (Reader reader = new Reader(this)) {
      for (int i = 0; i < 20; i++) {
        publish(channel, "number-" + i);
      }

      assertThat(reader.types(channel, 20))
          .isEqualTo(IntStream.range(0, 20).mapToObj(i -> "number-" + i).toList());
    }
  }

  @Test
  default void updatesOfOneUnitOfWorkComeInTheirOrder() {
    Subject channel = aSubject();
    try (Reader reader = new Reader(this)) {
      run(
          () -> {
            updates().publish(new LiveUpdate(channel, "first", Map.of()));
            updates().publish(new LiveUpdate(channel, "second", Map.of()));
          });

      assertThat(reader.types(channel, 2)).containsExactly("first", "second");
    }
  }

  @Test
  default void anUpdateOfFailedWorkReachesNobody() {
    Subject channel = aSubject();
    try (Reader reader = new Reader(this)) {
      assertThatThrownBy(
              () ->
                  run(
                      () -> {
                        updates().publish(new LiveUpdate(channel, "never", Map.of()));
                        throw new UnsupportedOperationException("on purpose");
                      }))
          .isInstanceOf(UnsupportedOperationException.class);
      publish(channel, "afterwards");

      assertThat(reader.types(channel, 1)).containsExactly("afterwards");
    }
  }

  @Test
  default void noUpdateIsLostWhenManyAreCommittedAtOnce() {
    Subject channel = aSubject();
    try (Reader reader = new Reader(this)) {
      Race.of(
          4,
          () -> {
            for (int i = 0; i < 10; i++) {
              publish(channel, "one of many");
            }
            return true;
          });

      List<Entry> all = reader.next(channel, 40);
      assertThat(all).extracting(Entry::place).doesNotHaveDuplicates();
      assertThat(feed().since(channel, all.get(0).place()).orElseThrow())
          .isEqualTo(all.subList(1, 40));
    }
  }

  @Test
  default void aReaderThatComesBackGetsWhatItMissed() {
    Subject channel = aSubject();
    try (Reader reader = new Reader(this)) {
      publish(channel, "seen");
      String place = reader.next(channel, 1).get(0).place();
      publish(channel, "missed");
      publish(aSubject(), "of somebody else");
      publish(channel, "missed too");

      assertThat(feed().since(channel, place).orElseThrow())
          .extracting(entry -> entry.update().type())
          .containsExactly("missed", "missed too");
      assertThat(feed().since(channel, place).orElseThrow()).isEqualTo(reader.next(channel, 2));
    }
  }

  @Test
  default void aReaderThatMissedNothingGetsNothing() {
    Subject channel = aSubject();
    try (Reader reader = new Reader(this)) {
      publish(channel, "seen");
      String place = reader.next(channel, 1).get(0).place();

      assertThat(feed().since(channel, place).orElseThrow()).isEmpty();
    }
  }

  @Test
  default void aPlaceNobodyKnowsCannotBeResumedFrom() {
    for (String place : List.of("", "nonsense", "-1", "99999999999999999999", "1; drop table x")) {
      assertThat(feed().since(aSubject(), place)).as(place).isEmpty();
    }
  }

  @Test
  default void aReaderThatLeftGetsNothingMore() {
    Subject channel = aSubject();
    Reader gone = new Reader(this);
    gone.close();
    try (Reader reader = new Reader(this)) {
      publish(channel, "afterwards");
      reader.next(channel, 1);

      assertThat(gone.got).noneMatch(entry -> entry.update().channel().equals(channel));
    }
  }

  @Test
  default void nothingIsPublishedOutsideAUnitOfWork() {
    assertNeedsUnitOfWork(() -> updates().publish(new LiveUpdate(aSubject(), "never", Map.of())));
  }

  private void publish(Subject channel, String type) {
    run(() -> updates().publish(new LiveUpdate(channel, type, Map.of())));
  }
}
