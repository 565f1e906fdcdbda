package dev.stagedoor.domain.video;

import static dev.stagedoor.domain.contract.RepositoryContract.assertRefused;
import static dev.stagedoor.domain.fixture.LiveStreamBuilder.aRecordedVideo;
import static dev.stagedoor.domain.fixture.LiveStreamBuilder.aStream;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.SANDBOX;
import static dev.stagedoor.domain.fixture.Samples.aLiveInput;
import static dev.stagedoor.domain.fixture.Samples.aRef;
import static dev.stagedoor.domain.fixture.Samples.aStreamId;
import static dev.stagedoor.domain.fixture.Samples.aSubject;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.fake.FixedIds;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.ProviderRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LiveStreamTest {
  private static Instant at(long second) {
    return NOW.plusSeconds(second);
  }

  private static StreamChanged changed(LiveStream stream, StreamStatus to, boolean recorded) {
    return new StreamChanged(stream.id(), stream.subject(), to, recorded);
  }

  @Test
  void aPlannedStreamIsScheduledAndHasNoInputYet() {
    LiveStream stream = aStream().build();

    assertThat(stream.status()).isEqualTo(StreamStatus.SCHEDULED);
    assertThat(stream.input()).isEmpty();
    assertThat(stream.startedAt()).isEmpty();
    assertThat(stream.endedAt()).isEmpty();
    assertThat(stream.isStopped()).isFalse();
    assertThat(stream.isRemoved()).isFalse();
  }

  @Test
  void theProviderIsAlwaysAskedForTheSameInput() {
    LiveStream stream = aStream().build();
    NewLiveInput first = stream.newInput();
    stream.start(at(1));

    assertThat(stream.newInput()).isEqualTo(first);
    assertThat(first.key()).isNotEqualTo(aStream().build().newInput().key());
  }

  @Test
  void anInputIsSentToInSomeWay() {
    assertThatThrownBy(
            () -> new IngestCredentials(Optional.empty(), Optional.empty(), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theFirstInputStays() {
    LiveInput first = aLiveInput();
    LiveStream stream = aStream().attached(first).attached(aLiveInput()).build();

    assertThat(stream.input()).contains(first);
  }

  @Test
  void startedItIsReadyAndConnectedItIsLive() {
    LiveStream stream = aStream().build();

    assertThat(stream.start(at(1))).containsExactly(changed(stream, StreamStatus.READY, false));
    assertThat(stream.start(at(2))).isEmpty();
    assertThat(stream.encoderConnected(at(3), at(4)))
        .containsExactly(changed(stream, StreamStatus.LIVE, false));
    assertThat(stream.encoderConnected(at(3), at(5))).isEmpty();
    assertThat(stream.status()).isEqualTo(StreamStatus.LIVE);
    assertThat(stream.startedAt()).contains(at(3));
    assertThat(stream.updatedAt()).isEqualTo(at(4));
  }

  @Test
  void anEncoderMayConnectBeforeAnybodyPressedStart() {
    assertThat(aStream().connected(at(1)).build().status()).isEqualTo(StreamStatus.LIVE);
  }

  @Test
  void anEncoderThatGoesMayComeBack() {
    LiveStream stream = aStream().started(at(1)).connected(at(2)).disconnected(at(3)).build();
    assertThat(stream.status()).isEqualTo(StreamStatus.ENDING);
    assertThat(stream.endedAt()).contains(at(3));

    stream.encoderConnected(at(4), at(4));
    assertThat(stream.status()).isEqualTo(StreamStatus.LIVE);
    assertThat(stream.startedAt()).contains(at(2));
    assertThat(stream.endedAt()).isEmpty();
  }

  @Test
  void aStreamThatIsEndingCanBeMadeReadyAgain() {
    LiveStream stream =
        aStream().started(at(1)).connected(at(2)).disconnected(at(3)).started(at(4)).build();

    assertThat(stream.status()).isEqualTo(StreamStatus.READY);
  }

  @Test
  void aConnectionLearntOfLateWhoseEndCameBeforeTheStartLeavesTheStreamReady() {
    LiveStream stream = aStream().started(at(20)).connected(at(10)).build();
    assertThat(stream.status()).isEqualTo(StreamStatus.LIVE);

    stream.encoderDisconnected(at(12), at(22));
    assertThat(stream.status()).isEqualTo(StreamStatus.READY);
  }

  @Test
  void whatTheProviderCannotTakeIsAnErrorUntilTheEncoderComesBack() {
    LiveStream stream = aStream().started(at(1)).connected(at(2)).build();
    stream.ingestFailed(at(3), at(3));
    assertThat(stream.status()).isEqualTo(StreamStatus.ERROR);

    stream.encoderConnected(at(4), at(4));
    assertThat(stream.status()).isEqualTo(StreamStatus.LIVE);
  }

  @Test
  void stoppedItIsCompletedForGood() {
    LiveStream stream = aStream().started(at(1)).connected(at(2)).build();

    assertThat(stream.stop(at(5))).containsExactly(changed(stream, StreamStatus.COMPLETED, false));
    assertThat(stream.stop(at(6))).isEmpty();
    assertThat(stream.encoderConnected(at(7), at(7))).isEmpty();
    assertThat(stream.encoderDisconnected(at(8), at(8))).isEmpty();
    assertThat(stream.ingestFailed(at(9), at(9))).isEmpty();
    assertThat(stream.status()).isEqualTo(StreamStatus.COMPLETED);
    assertThat(stream.isStopped()).isTrue();
    assertRefused(VideoError.STREAM_COMPLETED, () -> stream.start(at(10)));
  }

  @Test
  void aStreamStoppedWhileLiveEndedThenAndNotAtAnEarlierInterruption() {
    LiveStream stream =
        aStream().connected(at(2)).disconnected(at(3)).connected(at(4)).stopped(at(9)).build();
    assertThat(stream.endedAt()).contains(at(9));

    stream.encoderDisconnected(at(8), at(10));
    assertThat(stream.endedAt()).contains(at(8));
  }

  @Test
  void aRecordingCompletesAnInterruptedStream() {
    LiveStream stream = aStream().started(at(1)).connected(at(2)).disconnected(at(3)).build();

    assertThat(stream.learn(aRecordedVideo(aRef(), at(9)), new FixedIds(), at(9)))
        .containsExactly(changed(stream, StreamStatus.COMPLETED, true));
    assertThat(stream.isStopped()).isFalse();
  }

  @Test
  void anInterruptedStreamThatWasRecordedGoesLiveAgainWhenTheEncoderComesBack() {
    LiveStream stream =
        aStream()
            .connected(at(2))
            .disconnected(at(3))
            .recorded(aRecordedVideo(aRef(), at(9)))
            .connected(at(10))
            .build();
    assertThat(stream.status()).isEqualTo(StreamStatus.LIVE);
    assertThat(stream.isRecordingReady()).isTrue();

    stream.encoderDisconnected(at(11), at(11));
    assertThat(stream.status()).isEqualTo(StreamStatus.COMPLETED);
  }

  @Test
  void aRecordingOfAStoppedStreamIsNewsOnce() {
    LiveStream stream = aStream().connected(at(2)).stopped(at(3)).build();
    RecordedVideo video = aRecordedVideo(aRef(), at(9));

    assertThat(stream.learn(video, new FixedIds(), at(9)))
        .containsExactly(changed(stream, StreamStatus.COMPLETED, true));
    assertThat(stream.updatedAt()).isEqualTo(at(9));
    assertThat(stream.learn(video, new FixedIds(), at(10))).isEmpty();
    assertThat(stream.updatedAt()).isEqualTo(at(9));
    assertThat(stream.recordings()).hasSize(1);
  }

  @Test
  void aRecordingThatIsBeingMadeChangesNoState() {
    LiveStream stream = aStream().connected(at(2)).disconnected(at(3)).build();
    ProviderRef ref = aRef();

    assertThat(
            stream.learn(
                aRecordedVideo(ref, RecordingStatus.PROCESSING, at(4)), new FixedIds(), at(4)))
        .isEmpty();
    assertThat(
            stream.learn(aRecordedVideo(ref, RecordingStatus.FAILED, at(5)), new FixedIds(), at(5)))
        .isEmpty();
    assertThat(stream.status()).isEqualTo(StreamStatus.ENDING);
    assertThat(stream.isRecordingReady()).isFalse();
    assertThat(stream.mainRecording()).isEmpty();
  }

  @Test
  void aReadyRecordingStaysReady() {
    ProviderRef ref = aRef();
    LiveStream stream =
        aStream()
            .recorded(aRecordedVideo(ref, at(5)))
            .recorded(aRecordedVideo(ref, RecordingStatus.PROCESSING, at(6)))
            .recorded(aRecordedVideo(ref, RecordingStatus.FAILED, at(7)))
            .build();

    assertThat(stream.recordings()).singleElement().matches(Recording::isReady);
  }

  @Test
  void newerNewsOfARecordingReplacesOlderAndKeepsItsId() {
    ProviderRef ref = aRef();
    LiveStream stream = aStream().recorded(aRecordedVideo(ref, at(5))).build();
    RecordingId id = stream.recordings().get(0).id();
    RecordedVideo moved =
        new RecordedVideo(
            ref,
            RecordingStatus.READY,
            Optional.of("https://play.example.org/moved.m3u8"),
            Optional.empty(),
            Optional.empty(),
            at(6));
    stream.learn(moved, new FixedIds(), at(6));
    stream.learn(aRecordedVideo(ref, at(5)), new FixedIds(), at(7));

    assertThat(stream.recordings()).singleElement().extracting("id").isEqualTo(id);
    assertThat(stream.recordings().get(0).playbackUrl()).isEqualTo(moved.playbackUrl());
  }

  @Test
  void theLongestRecordingIsTheMainOne() {
    RecordedVideo soundCheck =
        new RecordedVideo(
            aRef(),
            RecordingStatus.READY,
            Optional.of("https://play.example.org/check.m3u8"),
            Optional.of(Duration.ofSeconds(40)),
            Optional.empty(),
            at(20));
    RecordedVideo service = aRecordedVideo(aRef(), at(9));
    LiveStream stream = aStream().recorded(service).recorded(soundCheck).build();

    assertThat(stream.mainRecording().orElseThrow().ref()).isEqualTo(service.ref());
  }

  @Test
  void viewersAreCountedOnlyWhileLive() {
    LiveStream stream = aStream().build();
    stream.countViewers(5);
    assertThat(stream.viewers()).isZero();

    stream.encoderConnected(at(1), at(1));
    stream.countViewers(5);
    assertThat(stream.viewers()).isEqualTo(5);

    stream.encoderDisconnected(at(2), at(2));
    assertThat(stream.viewers()).isZero();
  }

  @Test
  void aLiveStreamMustBeStoppedBeforeItIsRemoved() {
    LiveStream stream = aStream().connected(at(1)).build();
    assertRefused(VideoError.STREAM_LIVE, () -> stream.remove(at(2)));
    assertThat(stream.isRemoved()).isFalse();

    stream.stop(at(3));
    stream.remove(at(4));
    assertThat(stream.isRemoved()).isTrue();
    assertThat(stream.isStopped()).isTrue();
  }

  @Test
  void visitorsSeeOnlyWhatIsVisibleAndPublic() {
    assertThat(aStream().build().isOpenToVisitors()).isTrue();
    assertThat(aStream().saying(details("Farewell", "", false, true)).build().isOpenToVisitors())
        .isFalse();
    assertThat(aStream().saying(details("Farewell", "", true, false)).build().isOpenToVisitors())
        .isFalse();
  }

  @Test
  void detailsAreTrimmedAndLimited() {
    assertThat(details("  Farewell ", "\nto Ada ", true, true).title()).isEqualTo("Farewell");
    assertThat(details("  Farewell ", "\nto Ada ", true, true).description()).isEqualTo("to Ada");
    assertThat(details("t".repeat(200), "d".repeat(2000), true, true).title()).hasSize(200);
    assertRefused(CommonError.INVALID_VALUE, () -> details(" ", "", true, true));
    assertRefused(CommonError.INVALID_VALUE, () -> details("t".repeat(201), "", true, true));
    assertRefused(CommonError.INVALID_VALUE, () -> details("t", "d".repeat(2001), true, true));
  }

  @Test
  void changedDetailsChangeNothingElse() {
    LiveStream stream = aStream().connected(at(1)).build();
    stream.change(details("Another", "", false, false), at(2));

    assertThat(stream.details().title()).isEqualTo("Another");
    assertThat(stream.status()).isEqualTo(StreamStatus.LIVE);
    assertThat(stream.updatedAt()).isEqualTo(at(2));
  }

  @Test
  void aStoredStreamIsTheSameStream() {
    LiveStream stream =
        aStream()
            .attached(aLiveInput())
            .connected(at(1))
            .recorded(aRecordedVideo(aRef(), at(2)))
            .build();

    assertThat(LiveStream.restore(stream.snapshot()).snapshot()).isEqualTo(stream.snapshot());
  }

  @Test
  void handingOutAStreamsRecordingsGivesNobodyAWayIn() {
    LiveStream stream = aStream().recorded(aRecordedVideo(aRef(), at(2))).build();

    assertThatThrownBy(() -> stream.recordings().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void isOfOneSubjectAndOneProvider() {
    var id = aStreamId();
    var subject = aSubject();
    var creator = aUserId();
    LiveStream stream = aStream().withId(id).of(subject).by(creator).createdAt(NOW).build();

    assertThat(stream.id()).isEqualTo(id);
    assertThat(stream.subject()).isEqualTo(subject);
    assertThat(stream.createdBy()).isEqualTo(creator);
    assertThat(stream.provider()).isEqualTo(SANDBOX);
    assertThat(stream.createdAt()).isEqualTo(NOW);
  }

  private static LiveStream.Details details(
      String title, String description, boolean visible, boolean open) {
    return new LiveStream.Details(title, description, Optional.empty(), visible, open);
  }
}
