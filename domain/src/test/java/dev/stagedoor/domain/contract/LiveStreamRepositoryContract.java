package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.contract.RepositoryContract.assertStale;
import static dev.stagedoor.domain.fixture.LiveStreamBuilder.aRecordedVideo;
import static dev.stagedoor.domain.fixture.LiveStreamBuilder.aStream;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aLiveInput;
import static dev.stagedoor.domain.fixture.Samples.aRef;
import static dev.stagedoor.domain.fixture.Samples.aStreamId;
import static dev.stagedoor.domain.fixture.Samples.aSubject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.fixture.LiveStreamBuilder;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.video.IngestCredentials;
import dev.stagedoor.domain.video.LiveInput;
import dev.stagedoor.domain.video.LiveStream;
import dev.stagedoor.domain.video.LiveStreamId;
import dev.stagedoor.domain.video.RecordingStatus;
import dev.stagedoor.domain.video.StreamStatus;
import dev.stagedoor.domain.video.port.LiveStreamRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What every store of live streams must do. */
public interface LiveStreamRepositoryContract extends RepositoryContract {
  LiveStreamRepository streams();

  @Test
  default void anUnknownStreamIsAbsent() {
    LiveStreamId unknown = aStreamId();

    assertThat(write(() -> streams().find(unknown))).isEmpty();
    assertThat(write(() -> streams().lock(unknown))).isEmpty();
    assertThat(write(() -> streams().lockByInput(aRef()))).isEmpty();
    assertThat(countOf(aSubject())).isZero();
  }

  @Test
  default void aPlannedStreamComesBackAsItWasSaved() {
    LiveStream saved = onFile(aStreamOnFile());

    assertSame(stored(saved.id()), saved);
    assertThat(stored(saved.id()).snapshot().version()).isEqualTo(1);
  }

  @Test
  default void everyDetailComesBackAsItWasSaved() {
    LiveStream saved =
        onFile(
            aStreamOnFile()
                .saying(
                    new LiveStream.Details(
                        "Abschied für José",
                        "Two lines,\nwith \"quotes\" and 'more' \\ and हिन्दी",
                        Optional.of(NOW.plusSeconds(86_400)),
                        false,
                        false)));

    assertSame(stored(saved.id()), saved);
  }

  @Test
  default void aStreamThatWasLiveComesBackWithItsRecordingsInOrder() {
    LiveStream saved =
        onFile(
            aStreamOnFile()
                .attached(aLiveInput())
                .started(NOW.plusSeconds(1))
                .connected(NOW.plusSeconds(2))
                .then(stream -> stream.countViewers(17))
                .then(stream -> stream.ingestFailed(NOW.plusSeconds(3), NOW.plusSeconds(3)))
                .disconnected(NOW.plusSeconds(4))
                .recorded(aRecordedVideo(aRef(), NOW.plusSeconds(9)))
                .recorded(aRecordedVideo(aRef(), RecordingStatus.PROCESSING, NOW.plusSeconds(8)))
                .recorded(aRecordedVideo(aRef(), RecordingStatus.FAILED, NOW.plusSeconds(7)))
                .removed(NOW.plusSeconds(10)));

    assertSame(stored(saved.id()), saved);
  }

  @Test
  default void viewersAreKeptWhileLive() {
    LiveStream saved =
        onFile(aStreamOnFile().connected(NOW).then(stream -> stream.countViewers(17)));

    assertThat(stored(saved.id()).viewers()).isEqualTo(17);
  }

  @Test
  default void anInputComesBackWithTheWaysToSendItHas() {
    Secret address = Secret.of("https://ingest.example.org/" + UUID.randomUUID());
    for (IngestCredentials ways :
        List.of(
            new IngestCredentials(
                Optional.of(new IngestCredentials.Rtmp("rtmp://localhost/live", address)),
                Optional.empty(),
                Optional.empty()),
            new IngestCredentials(Optional.empty(), Optional.of(address), Optional.empty()),
            new IngestCredentials(Optional.empty(), Optional.empty(), Optional.of(address)))) {
      ProviderRef ref = aRef();
      LiveInput input = new LiveInput(ref, ways, "/sandbox/live/" + ref.value() + ".m3u8");

      LiveStream saved = onFile(aStreamOnFile().attached(input));

      assertThat(stored(saved.id()).input()).contains(input);
    }
  }

  @Test
  default void aLockedStreamIsTheStoredOne() {
    LiveStream saved = onFile(aStreamOnFile().attached(aLiveInput()).started(NOW));

    assertSame(write(() -> streams().lock(saved.id()).orElseThrow()), saved);
  }

  @Test
  default void aChangeNotSavedIsNotSeen() {
    ProviderRef input = aRef();
    LiveStream saved = onFile(aStreamOnFile().attached(aLiveInput(input)));
    saved.stop(NOW);
    run(
        () -> {
          streams().find(saved.id()).orElseThrow().stop(NOW);
          streams().lock(saved.id()).orElseThrow().stop(NOW);
          streams().lockByInput(input).orElseThrow().stop(NOW);
        });

    assertThat(stored(saved.id()).status()).isEqualTo(StreamStatus.SCHEDULED);
  }

  @Test
  default void aSavedChangeReplacesWhatWasStored() {
    ProviderRef recording = aRef();
    LiveStream saved = onFile(aStreamOnFile());
    change(
        saved.id(),
        stream ->
            stream.learn(
                aRecordedVideo(recording, RecordingStatus.PROCESSING, NOW), UUID::randomUUID, NOW));
    change(
        saved.id(), stream -> stream.learn(aRecordedVideo(recording, NOW), UUID::randomUUID, NOW));

    LiveStream stored = stored(saved.id());
    assertThat(stored.status()).isEqualTo(StreamStatus.COMPLETED);
    assertThat(stored.recordings()).hasSize(1);
    assertThat(stored.mainRecording()).isPresent();
    assertThat(stored.snapshot().version()).isEqualTo(3);
  }

  @Test
  default void aSaveOnAStaleVersionIsRefusedAndChangesNothing() {
    LiveStream saved = onFile(aStreamOnFile());
    LiveStream mine = stored(saved.id());
    change(saved.id(), stream -> stream.start(NOW));
    mine.stop(NOW);

    assertStale(() -> run(() -> streams().save(mine)));

    assertThat(stored(saved.id()).status()).isEqualTo(StreamStatus.READY);
  }

  @Test
  default void aSecondNewStreamUnderOneIdIsRefused() {
    LiveStream saved = onFile(aStreamOnFile());

    assertStale(
        () -> run(() -> streams().save(aStreamOnFile().withId(saved.id()).stopped(NOW).build())));

    assertThat(stored(saved.id()).status()).isEqualTo(StreamStatus.SCHEDULED);
  }

  @Test
  default void aFailedUnitOfWorkSavesNothing() {
    LiveStream changed = onFile(aStreamOnFile());
    LiveStream added = aStreamOnFile().build();

    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      streams().save(added);
                      LiveStream stream = streams().lock(changed.id()).orElseThrow();
                      stream.stop(NOW);
                      streams().save(stream);
                      throw new UnsupportedOperationException("on purpose");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(write(() -> streams().find(added.id()))).isEmpty();
    assertThat(stored(changed.id()).status()).isEqualTo(StreamStatus.SCHEDULED);
  }

  @Test
  default void aStreamIsFoundByItsInputAndByNoOther() {
    ProviderRef input = aRef();
    LiveStream saved = onFile(aStreamOnFile().attached(aLiveInput(input)));
    onFile(aStreamOnFile().attached(aLiveInput()));

    assertSame(write(() -> streams().lockByInput(input).orElseThrow()), saved);
  }

  @Test
  default void theSameReferenceAtAnotherProviderIsAnotherInput() {
    ProviderRef input = aRef();
    onFile(aStreamOnFile().attached(aLiveInput(input)));

    ProviderRef elsewhere = ProviderRef.of("elsewhere", input.value());
    assertThat(write(() -> streams().lockByInput(elsewhere))).isEmpty();
  }

  @Test
  default void theStreamsOfASubjectAreCounted() {
    Subject subject = aSubject();
    onFile(aStreamOnFile().of(subject));
    onFile(aStreamOnFile().of(subject).stopped(NOW));
    onFile(aStreamOnFile());

    assertThat(countOf(subject)).isEqualTo(2);
    assertThat(countOf(new Subject("another_kind", subject.id()))).isZero();
  }

  @Test
  default void aRemovedStreamIsNoLongerCountedButStillFound() {
    Subject subject = aSubject();
    ProviderRef input = aRef();
    LiveStream saved = onFile(aStreamOnFile().of(subject).attached(aLiveInput(input)));
    change(saved.id(), stream -> stream.remove(NOW));

    assertThat(countOf(subject)).isZero();
    assertThat(stored(saved.id()).isRemoved()).isTrue();
    assertThat(write(() -> streams().lockByInput(input))).isPresent();
  }

  @Test
  default void changesUnderALockAreNeverLost() {
    LiveStream saved = onFile(aStreamOnFile().connected(NOW));

    Race.of(
        4,
        () -> {
          for (int i = 0; i < 5; i++) {
            change(saved.id(), stream -> stream.countViewers(stream.viewers() + 1));
          }
          return true;
        });

    assertThat(stored(saved.id()).viewers()).isEqualTo(20);
  }

  @Test
  default void changesUnderALockByInputAreNeverLost() {
    ProviderRef input = aRef();
    LiveStream saved = onFile(aStreamOnFile().attached(aLiveInput(input)).connected(NOW));

    Race.of(
        4,
        () -> {
          for (int i = 0; i < 5; i++) {
            run(
                () -> {
                  LiveStream stream = streams().lockByInput(input).orElseThrow();
                  stream.countViewers(stream.viewers() + 1);
                  streams().save(stream);
                });
          }
          return true;
        });

    assertThat(stored(saved.id()).viewers()).isEqualTo(20);
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    LiveStream stream = aStreamOnFile().build();

    assertNeedsUnitOfWork(() -> streams().find(stream.id()));
    assertNeedsUnitOfWork(() -> streams().lock(stream.id()));
    assertNeedsUnitOfWork(() -> streams().lockByInput(aRef()));
    assertNeedsUnitOfWork(() -> streams().countOf(stream.subject()));
    assertNeedsUnitOfWork(() -> streams().save(stream));
  }

  private LiveStreamBuilder aStreamOnFile() {
    return aStream().by(anAccountOnFile());
  }

  private LiveStream onFile(LiveStreamBuilder wanted) {
    LiveStream stream = wanted.build();
    run(() -> streams().save(stream));
    return stream;
  }

  private LiveStream stored(LiveStreamId id) {
    return write(() -> streams().find(id).orElseThrow());
  }

  private int countOf(Subject subject) {
    return write(() -> streams().countOf(subject));
  }

  private void change(LiveStreamId id, Consumer<LiveStream> change) {
    run(
        () -> {
          LiveStream stream = streams().lock(id).orElseThrow();
          change.accept(stream);
          streams().save(stream);
        });
  }

  private static void assertSame(LiveStream actual, LiveStream expected) {
    assertThat(actual.snapshot())
        .usingRecursiveComparison()
        .ignoringFields("version")
        .isEqualTo(expected.snapshot());
  }
}
