package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.contract.RepositoryContract.assertStale;
import static dev.stagedoor.domain.fixture.CourseSamples.aVideo;
import static dev.stagedoor.domain.fixture.CourseSamples.aVideoId;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aRef;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.library.LibraryStatus;
import dev.stagedoor.domain.library.LibraryVideo;
import dev.stagedoor.domain.library.VideoAsset;
import dev.stagedoor.domain.library.VideoFailure;
import dev.stagedoor.domain.library.port.VideoAssetRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What every store of the library's videos must do. */
public interface VideoAssetRepositoryContract extends RepositoryContract {
  VideoAssetRepository videos();

  @Test
  default void anUnknownVideoIsAbsent() {
    onFile(aVideo());

    assertThat(write(() -> videos().find(aVideoId()))).isEmpty();
    assertThat(write(() -> videos().lock(aVideoId()))).isEmpty();
    assertThat(write(() -> videos().findByRef(aRef()))).isEmpty();
  }

  @Test
  default void aVideoComesBackAsItWasSavedInEachOfItsStates() {
    VideoAsset handingOver = aVideo();
    VideoAsset processing = handedOver(aVideo(), NOW);
    processing.notLearned(NOW);
    VideoAsset ready = handedOver(aVideo(), NOW);
    ready.learn(Optional.of(ready(ready)), NOW.plusSeconds(9));
    VideoAsset failed = handedOver(aVideo(), NOW);
    failed.learn(Optional.of(failed(failed)), NOW.plusSeconds(9));
    VideoAsset again = aVideo();
    again.notTaken(new VideoFailure(VideoFailure.Reason.NOT_FETCHED, "404"));
    var unused = again.retry(aVideoId(), NOW.plusSeconds(7));
    VideoAsset removed = handedOver(aVideo(), NOW);
    removed.remove();

    for (VideoAsset each : List.of(handingOver, processing, ready, failed, again, removed)) {
      onFile(each);
      assertSame(stored(each), each);
      assertSame(write(() -> videos().lock(each.id()).orElseThrow()), each);
      assertThat(stored(each).version()).isEqualTo(1);
    }
  }

  @Test
  default void aChangeNotSavedIsNotSeen() {
    VideoAsset video = onFile(handedOver(aVideo(), NOW));
    video.remove();
    run(
        () -> {
          videos().find(video.id()).orElseThrow().remove();
          videos().lock(video.id()).orElseThrow().remove();
          videos().findByRef(video.ref().orElseThrow()).orElseThrow().remove();
        });

    assertThat(stored(video).status()).isEqualTo(VideoAsset.Status.PROCESSING);
  }

  @Test
  default void aSavedChangeReplacesWhatWasStored() {
    VideoAsset video = onFile(aVideo());
    change(video, one -> handedOver(one, NOW));
    change(video, one -> one.learn(Optional.of(ready(one)), NOW.plusSeconds(5)));

    assertThat(stored(video).status()).isEqualTo(VideoAsset.Status.READY);
    assertThat(stored(video).duration()).contains(Duration.ofMillis(61_250));
    assertThat(stored(video).version()).isEqualTo(3);
  }

  @Test
  default void aSaveOnAStaleVersionIsRefusedAndChangesNothing() {
    VideoAsset video = onFile(aVideo());
    VideoAsset mine = stored(video);
    change(video, one -> handedOver(one, NOW));
    mine.remove();

    assertStale(() -> run(() -> videos().save(mine)));
    assertStale(() -> run(() -> videos().save(video)));

    assertThat(stored(video).status()).isEqualTo(VideoAsset.Status.PROCESSING);
  }

  @Test
  default void aFailedUnitOfWorkSavesNothing() {
    VideoAsset video = aVideo();

    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      videos().save(video);
                      throw new UnsupportedOperationException("on purpose");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(write(() -> videos().find(video.id()))).isEmpty();
  }

  @Test
  default void aVideoIsFoundByTheReferenceItsProviderKnowsItByNow() {
    VideoAsset video = onFile(handedOver(aVideo(), NOW));
    onFile(handedOver(aVideo(), NOW));
    ProviderRef first = video.ref().orElseThrow();
    ProviderRef next = aRef();
    assertThat(write(() -> videos().findByRef(first)).map(VideoAsset::id)).contains(video.id());
    assertThat(write(() -> videos().findByRef(ProviderRef.of("elsewhere", first.value()))))
        .isEmpty();

    change(video, one -> one.learn(Optional.of(processing(next)), NOW));

    assertThat(write(() -> videos().findByRef(first))).isEmpty();
    assertThat(write(() -> videos().findByRef(next)).map(VideoAsset::id)).contains(video.id());
  }

  @Test
  default void changesUnderALockAreNeverLost() {
    VideoAsset video = onFile(handedOver(aVideo(), NOW));

    Race.of(
        4,
        () -> {
          for (int i = 0; i < 5; i++) {
            change(video, one -> one.notLearned(NOW));
          }
          return true;
        });

    assertThat(stored(video).snapshot().looks()).isEqualTo(20);
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    VideoAsset video = aVideo();

    assertNeedsUnitOfWork(() -> videos().find(video.id()));
    assertNeedsUnitOfWork(() -> videos().lock(video.id()));
    assertNeedsUnitOfWork(() -> videos().findByRef(aRef()));
    assertNeedsUnitOfWork(() -> videos().save(video));
  }

  private VideoAsset onFile(VideoAsset video) {
    run(() -> videos().save(video));
    return video;
  }

  private VideoAsset stored(VideoAsset of) {
    return write(() -> videos().find(of.id()).orElseThrow());
  }

  private void change(VideoAsset of, Consumer<VideoAsset> change) {
    run(
        () -> {
          VideoAsset video = videos().lock(of.id()).orElseThrow();
          change.accept(video);
          videos().save(video);
        });
  }

  private static VideoAsset handedOver(VideoAsset video, Instant at) {
    video.handedOver(aRef(), at);
    return video;
  }

  private static LibraryVideo ready(VideoAsset video) {
    return new LibraryVideo(
        video.ref().orElseThrow(),
        LibraryStatus.READY,
        OptionalInt.of(100),
        Optional.of("https://play.example.org/" + video.id() + ".m3u8"),
        Optional.of("https://play.example.org/" + video.id() + ".png"),
        Optional.of(Duration.ofMillis(61_250)),
        Optional.empty());
  }

  private static LibraryVideo failed(VideoAsset video) {
    return new LibraryVideo(
        video.ref().orElseThrow(),
        LibraryStatus.FAILED,
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new VideoFailure(VideoFailure.Reason.NOT_A_VIDEO, "no_stream")));
  }

  private static LibraryVideo processing(ProviderRef ref) {
    return new LibraryVideo(
        ref,
        LibraryStatus.PROCESSING,
        OptionalInt.of(40),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static void assertSame(VideoAsset actual, VideoAsset expected) {
    assertThat(actual.snapshot())
        .usingRecursiveComparison()
        .ignoringFields("version")
        .isEqualTo(expected.snapshot());
  }
}
