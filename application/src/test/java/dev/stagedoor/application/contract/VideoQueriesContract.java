package dev.stagedoor.application.contract;

import static dev.stagedoor.application.video.StreamReader.ADMIN;
import static dev.stagedoor.application.video.StreamReader.OPERATOR;
import static dev.stagedoor.application.video.StreamReader.VISITOR;
import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.LiveStreamBuilder.aRecordedVideo;
import static dev.stagedoor.domain.fixture.LiveStreamBuilder.aStream;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aLiveInput;
import static dev.stagedoor.domain.fixture.Samples.aRef;
import static dev.stagedoor.domain.fixture.Samples.aStreamId;
import static dev.stagedoor.domain.fixture.Samples.aSubject;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.port.VideoQueries;
import dev.stagedoor.application.video.StreamReader;
import dev.stagedoor.application.video.StreamStatusView;
import dev.stagedoor.application.video.StreamView;
import dev.stagedoor.domain.contract.RepositoryContract;
import dev.stagedoor.domain.fixture.LiveStreamBuilder;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.video.LiveStream;
import dev.stagedoor.domain.video.LiveStreamId;
import dev.stagedoor.domain.video.RecordingStatus;
import dev.stagedoor.domain.video.port.LiveStreamRepository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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
  default void whoWasLookedAtGoesToTheEndOfTheQueue() {
    List<LiveStreamId> live = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      live.add(onFile(aStreamWithInput().connected(at(i))));
    }
    int others = toWatch(at(0)).size() - live.size();

    List<LiveStreamId> first = next(at(1000), others + 3);
    LiveStreamId fresh = onFile(aStreamWithInput().connected(at(9)));
    List<LiveStreamId> second = next(at(1001), 3);
    List<LiveStreamId> third = next(at(1002), others + 3);

    assertThat(second).contains(fresh).doesNotContainAnyElementsOf(first);
    assertThat(third).doesNotContainAnyElementsOf(second);
    assertThat(Stream.of(first, second).flatMap(List::stream)).containsAll(live);
  }

  @Test
  default void theTurnOfAStreamIsNoChangeOfIt() {
    LiveStreamId id = onFile(aStreamWithInput().connected(at(1)));
    LiveStream before = write(() -> streams().find(id).orElseThrow());

    assertThat(toWatch(at(0))).contains(id);

    assertThat(write(() -> streams().find(id).orElseThrow()).snapshot())
        .isEqualTo(before.snapshot());
    run(() -> streams().save(before));
  }

  @Test
  default void noMoreAreWatchedThanAskedFor() {
    onFile(aStreamWithInput().connected(at(1)));
    onFile(aStreamWithInput().connected(at(2)));

    assertThat(next(at(1000), 1)).hasSize(1);
  }

  @Test
  default void whoRunsAStreamSeesAllOfItAndTheAdminItsProviderToo() {
    Subject subject = aSubject();
    for (LiveStreamBuilder history : someHistories()) {
      LiveStream stream = aggregate(onFile(history.of(subject)));

      assertThat(view(stream.id(), OPERATOR)).isEqualTo(StreamView.of(stream, OPERATOR));
      assertThat(view(stream.id(), ADMIN)).isEqualTo(StreamView.of(stream, ADMIN));
      assertThat(write(() -> queries().of(subject, ADMIN))).contains(StreamView.of(stream, ADMIN));
    }
  }

  @Test
  default void aVisitorSeesNeitherCredentialsNorProviderAndPlaysOnlyWhatIsLive() {
    Subject subject = aSubject();
    for (LiveStreamBuilder history : someHistories()) {
      LiveStream stream = aggregate(onFile(history.of(subject)));
      StreamView seen = view(stream.id(), VISITOR);

      assertThat(seen).isEqualTo(StreamView.of(stream, VISITOR));
      assertThat(seen.credentials()).isEmpty();
      assertThat(seen.providerRef()).isEmpty();
      assertThat(seen.playbackUrl().isPresent()).isEqualTo(seen.status().equals("live"));
    }
    assertThat(write(() -> queries().of(subject, VISITOR)))
        .extracting(StreamView::credentials)
        .hasSize(someHistories().size())
        .containsOnly(Optional.empty());
  }

  @Test
  default void whatIsNotOpenToVisitorsIsNotThereForThem() {
    Subject subject = aSubject();
    LiveStreamId open = onFile(aStreamWithInput().of(subject));
    LiveStreamId hidden = onFile(aStreamWithInput().of(subject).saying(shown(false, true)));
    LiveStreamId closed = onFile(aStreamWithInput().of(subject).saying(shown(true, false)));

    assertThat(idsOf(subject, VISITOR)).containsExactly(open.value());
    assertThat(write(() -> queries().find(hidden, VISITOR))).isEmpty();
    assertThat(idsOf(subject, OPERATOR))
        .containsExactlyInAnyOrder(open.value(), hidden.value(), closed.value());
    assertThat(write(() -> queries().statuses(List.of(open, hidden, closed))))
        .filteredOn(StreamStatusView::isOpenToVisitors)
        .extracting(StreamStatusView::id)
        .containsExactly(open);
  }

  @Test
  default void streamsOfASubjectComeOldestFirstAndNoOthers() {
    Subject subject = aSubject();
    LiveStreamId younger = onFile(aStreamWithInput().of(subject).createdAt(at(60)));
    LiveStreamId older = onFile(aStreamWithInput().of(subject).createdAt(at(0)));
    onFile(aStreamWithInput());

    for (StreamReader reader : StreamReader.values()) {
      assertThat(idsOf(subject, reader)).containsExactly(older.value(), younger.value());
      assertThat(idsOf(new Subject("another_kind", subject.id()), reader)).isEmpty();
    }
  }

  @Test
  default void aRemovedStreamIsNotThere() {
    Subject subject = aSubject();
    LiveStreamId removed = onFile(aStreamWithInput().of(subject).removed(at(1)));

    assertThat(idsOf(subject, ADMIN)).isEmpty();
    assertThat(write(() -> queries().find(removed, ADMIN))).isEmpty();
    assertThat(write(() -> queries().statuses(List.of(removed)))).isEmpty();
  }

  @Test
  default void whatStreamsAreDoingIsTold() {
    LiveStream live =
        aggregate(onFile(aStreamWithInput().connected(at(1)).then(one -> one.countViewers(17))));
    LiveStream ended = aggregate(onFile(aStreamWithInput().connected(at(1)).stopped(at(9))));
    onFile(aStreamWithInput());

    assertThat(write(() -> queries().statuses(List.of(live.id(), aStreamId(), ended.id()))))
        .containsExactlyInAnyOrder(
            new StreamStatusView(
                live.id(), live.subject(), "live", 17, Optional.of(at(1)), Optional.empty(), true),
            new StreamStatusView(
                ended.id(),
                ended.subject(),
                "completed",
                0,
                Optional.of(at(1)),
                Optional.of(at(9)),
                true));
    assertThat(write(() -> queries().statuses(List.of()))).isEmpty();
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    assertNeedsUnitOfWork(() -> queries().of(aSubject(), VISITOR));
    assertNeedsUnitOfWork(() -> queries().find(aStreamId(), VISITOR));
    assertNeedsUnitOfWork(() -> queries().statuses(List.of(aStreamId())));
    assertNeedsUnitOfWork(() -> queries().nextToWatch(at(0), at(0), 1));
  }

  private List<LiveStreamBuilder> someHistories() {
    return List.of(
        aStream().by(anAccountOnFile()),
        aStreamWithInput()
            .saying(new LiveStream.Details("José", "Two\nlines", Optional.of(at(99)), true, true)),
        aStreamWithInput().started(at(1)).connected(at(2)).then(one -> one.countViewers(3)),
        aStreamWithInput().connected(at(2)).disconnected(at(5)),
        aStreamWithInput()
            .connected(at(2))
            .recorded(aRecordedVideo(aRef(), at(8)))
            .recorded(aRecordedVideo(aRef(), RecordingStatus.PROCESSING, at(9)))
            .stopped(at(10)));
  }

  private static LiveStream.Details shown(boolean isVisible, boolean isPublic) {
    return new LiveStream.Details("Farewell", "", Optional.empty(), isVisible, isPublic);
  }

  private LiveStream aggregate(LiveStreamId id) {
    return write(() -> streams().find(id).orElseThrow());
  }

  private StreamView view(LiveStreamId id, StreamReader reader) {
    return write(() -> queries().find(id, reader).orElseThrow());
  }

  private List<UUID> idsOf(Subject subject, StreamReader reader) {
    return write(() -> queries().of(subject, reader).stream().map(StreamView::id).toList());
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

  private List<LiveStreamId> next(Instant now, int limit) {
    return write(() -> queries().nextToWatch(at(0), now, limit));
  }

  private List<LiveStreamId> toWatch(Instant changedSince) {
    return write(() -> queries().nextToWatch(changedSince, at(999), 100_000));
  }
}
