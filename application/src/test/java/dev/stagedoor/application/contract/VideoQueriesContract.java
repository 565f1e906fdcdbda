package dev.stagedoor.application.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.LiveStreamBuilder.aRecordedVideo;
import static dev.stagedoor.domain.fixture.LiveStreamBuilder.aStream;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aLiveInput;
import static dev.stagedoor.domain.fixture.Samples.aRef;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.port.VideoQueries;
import dev.stagedoor.domain.contract.RepositoryContract;
import dev.stagedoor.domain.fixture.LiveStreamBuilder;
import dev.stagedoor.domain.video.LiveStream;
import dev.stagedoor.domain.video.LiveStreamId;
import dev.stagedoor.domain.video.port.LiveStreamRepository;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every read side of streams must do. */
public interface VideoQueriesContract extends RepositoryContract {
  VideoQueries queries();

  /** Where the streams are kept that the queries find. */
  LiveStreamRepository streams();

  @Test
  default void aLiveStreamIsWatchedHoweverLongItLasts() {
    LiveStreamId live = onFile(aStreamWithInput().connected(at(-100_000)));

    assertThat(toWatch(at(0))).contains(live);
  }

  @Test
  default void aStreamThatIsReadyOrEndingIsWatchedForATime() {
    LiveStreamId ready = onFile(aStreamWithInput().started(at(10)));
    LiveStreamId ending = onFile(aStreamWithInput().connected(at(9)).disconnected(at(10)));

    assertThat(toWatch(at(9))).contains(ready, ending);
    assertThat(toWatch(at(11))).doesNotContain(ready, ending);
  }

  @Test
  default void nobodyWatchesWhatIsNotOn() {
    LiveStreamId scheduled = onFile(aStreamWithInput());
    LiveStreamId stopped = onFile(aStreamWithInput().connected(at(9)).stopped(at(10)));
    LiveStreamId recorded =
        onFile(
            aStreamWithInput()
                .connected(at(8))
                .disconnected(at(9))
                .recorded(aRecordedVideo(aRef(), at(10))));
    LiveStreamId removed = onFile(aStreamWithInput().started(at(9)).removed(at(10)));

    assertThat(toWatch(at(-1_000_000))).doesNotContain(scheduled, stopped, recorded, removed);
  }

  @Test
  default void aStreamWithoutAnInputIsNotWatched() {
    LiveStreamId ready = onFile(aStream().by(anAccountOnFile()).started(at(10)));

    assertThat(toWatch(at(0))).doesNotContain(ready);
  }

  @Test
  default void theLongestUnchangedComeFirst() {
    LiveStreamId second = onFile(aStreamWithInput().started(at(20)));
    LiveStreamId third = onFile(aStreamWithInput().connected(at(30)));
    LiveStreamId first = onFile(aStreamWithInput().connected(at(10)));

    assertThat(toWatch(at(0))).containsSubsequence(first, second, third);
  }

  @Test
  default void noMoreAreWatchedThanAskedFor() {
    onFile(aStreamWithInput().connected(at(1)));
    onFile(aStreamWithInput().connected(at(2)));

    assertThat(write(() -> queries().toWatch(at(0), 1))).hasSize(1);
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    assertNeedsUnitOfWork(() -> queries().toWatch(at(0), 1));
  }

  private static Instant at(long second) {
    return NOW.plusSeconds(second);
  }

  private LiveStreamBuilder aStreamWithInput() {
    return aStream().by(anAccountOnFile()).createdAt(at(-200_000)).attached(aLiveInput());
  }

  private LiveStreamId onFile(LiveStreamBuilder wanted) {
    LiveStream stream = wanted.build();
    run(() -> streams().save(stream));
    return stream.id();
  }

  private List<LiveStreamId> toWatch(Instant changedSince) {
    return write(() -> queries().toWatch(changedSince, 100_000));
  }
}
