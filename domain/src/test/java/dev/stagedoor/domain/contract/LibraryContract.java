package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.LibraryWorld.aFilm;
import static dev.stagedoor.domain.contract.LibraryWorld.aLetter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.library.DirectUpload;
import dev.stagedoor.domain.library.LibraryStatus;
import dev.stagedoor.domain.library.LibraryVideo;
import dev.stagedoor.domain.library.NewVideo;
import dev.stagedoor.domain.library.VideoFailure;
import dev.stagedoor.domain.library.VideoFailure.Reason;
import dev.stagedoor.domain.library.VideoId;
import dev.stagedoor.domain.library.port.Library;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link Library} does with videos that anybody may watch. */
public interface LibraryContract {
  URI ORIGIN = URI.create("https://studio.example.org");

  Library library();

  LibraryWorld world();

  /** Asks for a video that plays for everybody, under a key of its own. */
  static NewVideo aNewVideo() {
    UUID id = UUID.randomUUID();
    return new NewVideo(
        new VideoId(id), "Lesson one", false, new IdempotencyKey("library-video-" + id));
  }

  private LibraryVideo found(ProviderRef ref) {
    return library().find(ref).orElseThrow();
  }

  private LibraryVideo aReadyVideo() {
    DirectUpload upload = library().openUpload(aNewVideo(), ORIGIN);
    world().send(upload, aFilm());
    world().finishProcessing();
    return found(upload.ref());
  }

  private ProviderRef nobody() {
    ProviderRef some = library().openUpload(aNewVideo(), ORIGIN).ref();
    return new ProviderRef(some.provider(), "nobody");
  }

  @Test
  default void anUploadWaitsForItsFile() {
    DirectUpload upload = library().openUpload(aNewVideo(), ORIGIN);

    assertThat(upload.address().isAbsolute()).isTrue();
    LibraryVideo video = found(upload.ref());
    assertThat(video.status()).isEqualTo(LibraryStatus.AWAITING_FILE);
    assertThat(video.playbackUrl()).isEmpty();
    assertThat(video.failure()).isEmpty();
  }

  @Test
  default void aFileThatCameIsPrepared() {
    DirectUpload upload = library().openUpload(aNewVideo(), ORIGIN);

    assertThat(world().send(upload, aFilm())).isTrue();

    LibraryVideo video = found(upload.ref());
    assertThat(video.status()).isEqualTo(LibraryStatus.PROCESSING);
    assertThat(video.playbackUrl()).isEmpty();
    assertThat(video.failure()).isEmpty();
    video.progress().ifPresent(percent -> assertThat(percent).isBetween(0, 100));
  }

  @Test
  default void aPreparedFilmPlaysForEverybody() {
    LibraryVideo video = aReadyVideo();

    assertThat(video.status()).isEqualTo(LibraryStatus.READY);
    assertThat(video.failure()).isEmpty();
    assertThat(video.playbackUrl())
        .hasValueSatisfying(
            url -> {
              assertThat(url).matches("https?://.+\\.(m3u8|mp4|webm)");
              assertThat(world().plays(url)).isTrue();
            });
    assertThat(video.thumbnailUrl())
        .hasValueSatisfying(url -> assertThat(world().shows(url)).isTrue());
    assertThat(video.duration())
        .hasValueSatisfying(length -> assertThat(length).isGreaterThan(Duration.ZERO));
  }

  @Test
  default void theUploadAndTheVideoItBecameAreOneThing() {
    DirectUpload upload = library().openUpload(aNewVideo(), ORIGIN);
    world().send(upload, aFilm());
    ProviderRef kept = found(upload.ref()).ref();
    world().finishProcessing();

    assertThat(found(kept)).isEqualTo(found(upload.ref()));
    assertThat(found(kept).ref()).isEqualTo(kept);
  }

  @Test
  default void aFileThatIsNoFilmFails() {
    DirectUpload upload = library().openUpload(aNewVideo(), ORIGIN);
    world().send(upload, aLetter());
    world().finishProcessing();

    LibraryVideo video = found(upload.ref());
    assertThat(video.status()).isEqualTo(LibraryStatus.FAILED);
    assertThat(video.failure()).map(VideoFailure::reason).contains(Reason.NOT_A_VIDEO);
    assertThat(video.playbackUrl()).isEmpty();
  }

  @Test
  default void aReasonNobodyKnowsIsKeptAsItIs() {
    DirectUpload upload = library().openUpload(aNewVideo(), ORIGIN);
    world().send(upload, aFilm());
    ProviderRef video = found(upload.ref()).ref();

    world().failProcessing(video, "not_on_a_sunday");

    assertThat(found(video).status()).isEqualTo(LibraryStatus.FAILED);
    assertThat(found(video).failure()).contains(new VideoFailure(Reason.OTHER, "not_on_a_sunday"));
  }

  @Test
  default void anAddressIsGoodForItsTimeOnly() {
    DirectUpload upload = library().openUpload(aNewVideo(), ORIGIN);
    world().letUploadsLapse();

    assertThat(world().send(upload, aFilm())).isFalse();
    Optional<LibraryVideo> video = library().find(upload.ref());
    assertThat(video.flatMap(LibraryVideo::failure).map(VideoFailure::reason))
        .isEqualTo(video.map(lapsed -> Reason.NOT_SENT));
  }

  @Test
  default void addressesForSendingAreNotPrinted() {
    DirectUpload upload = library().openUpload(aNewVideo(), ORIGIN);

    assertThat(upload.toString()).doesNotContain(upload.address().toString());
    assertThat(library().toString()).doesNotContain(upload.address().toString());
  }

  @Test
  default void aLostAddressIsMadeAnewUnderTheSameKey() {
    NewVideo wanted = aNewVideo();
    world().loseNextAnswer();
    assertThatThrownBy(() -> library().openUpload(wanted, ORIGIN))
        .isInstanceOf(ProviderException.class);

    DirectUpload upload = library().openUpload(wanted, ORIGIN);

    assertThat(world().send(upload, aFilm())).isTrue();
    assertThat(world().filesOf(wanted.video())).isEqualTo(1);
  }

  @Test
  default void whatIsFetchedIsPreparedAndPlays() {
    ProviderRef ref = library().ingest(aNewVideo(), world().sourceOf(aFilm()));
    assertThat(found(ref).status()).isEqualTo(LibraryStatus.PROCESSING);
    assertThat(found(ref).playbackUrl()).isEmpty();

    world().finishProcessing();

    assertThat(found(ref).status()).isEqualTo(LibraryStatus.READY);
    assertThat(found(ref).ref()).isEqualTo(ref);
    assertThat(world().plays(found(ref).playbackUrl().orElseThrow())).isTrue();
  }

  @Test
  default void whatIsFetchedAndNoFilmFails() {
    ProviderRef ref = library().ingest(aNewVideo(), world().sourceOf(aLetter()));
    world().finishProcessing();

    assertThat(found(ref).failure()).map(VideoFailure::reason).contains(Reason.NOT_A_VIDEO);
  }

  @Test
  default void whatCannotBeFetchedFails() {
    ProviderRef ref = library().ingest(aNewVideo(), world().sourceOfNothing());
    world().finishProcessing();

    assertThat(found(ref).status()).isEqualTo(LibraryStatus.FAILED);
    assertThat(found(ref).failure()).map(VideoFailure::reason).contains(Reason.NOT_FETCHED);
  }

  @Test
  default void anAddressNobodyFetchesFromIsRejected() {
    NewVideo wanted = aNewVideo();

    assertThatThrownBy(() -> library().ingest(wanted, world().refusedSource()))
        .isInstanceOfSatisfying(
            ProviderException.class,
            problem -> assertThat(problem.kind()).isEqualTo(ProviderException.Kind.REJECTED));
    assertThat(world().filesOf(wanted.video())).isZero();
  }

  @Test
  default void theSameKeyMakesOneVideo() {
    NewVideo wanted = aNewVideo();
    URI source = world().sourceOf(aFilm());

    assertThat(library().ingest(wanted, source)).isEqualTo(library().ingest(wanted, source));
    world().finishProcessing();
    library().ingest(wanted, source);
    assertThat(world().filesOf(wanted.video())).isEqualTo(1);
  }

  @Test
  default void anotherKeyMakesAnotherVideo() {
    URI source = world().sourceOf(aFilm());
    ProviderRef one = library().ingest(aNewVideo(), source);
    ProviderRef other = library().ingest(aNewVideo(), source);
    world().finishProcessing();

    assertThat(one).isNotEqualTo(other);
    assertThat(found(one).playbackUrl()).isNotEqualTo(found(other).playbackUrl());
  }

  @Test
  default void aLostAnswerIsRepeatedUnderTheSameKeyAndMakesOneVideo() {
    NewVideo wanted = aNewVideo();
    URI source = world().sourceOf(aFilm());
    world().loseNextAnswer();
    assertThatThrownBy(() -> library().ingest(wanted, source))
        .isInstanceOf(ProviderException.class);

    assertThatCode(() -> library().ingest(wanted, source)).doesNotThrowAnyException();
    assertThat(world().filesOf(wanted.video())).isEqualTo(1);
  }

  @Test
  default void whatNobodyMadeIsAbsent() {
    ProviderRef nobody = nobody();

    assertThat(library().find(nobody)).isEmpty();
    assertThatCode(() -> library().delete(nobody)).doesNotThrowAnyException();
  }

  @Test
  default void aRemovedVideoIsGoneAndPlaysNoMore() {
    LibraryVideo video = aReadyVideo();

    library().delete(video.ref());
    library().delete(video.ref());

    assertThat(library().find(video.ref())).isEmpty();
    assertThat(world().plays(video.playbackUrl().orElseThrow())).isFalse();
  }

  @Test
  default void aVideoIsRemovedByItsUploadToo() {
    NewVideo wanted = aNewVideo();
    DirectUpload upload = library().openUpload(wanted, ORIGIN);
    world().send(upload, aFilm());
    ProviderRef video = found(upload.ref()).ref();

    library().delete(upload.ref());

    assertThat(library().find(upload.ref())).isEmpty();
    assertThat(library().find(video)).isEmpty();
    assertThat(world().filesOf(wanted.video())).isZero();
  }

  @Test
  default void aRemovedAddressTakesNoFile() {
    DirectUpload upload = library().openUpload(aNewVideo(), ORIGIN);

    library().delete(upload.ref());
    library().delete(upload.ref());

    assertThat(library().find(upload.ref())).isEmpty();
    assertThat(world().send(upload, aFilm())).isFalse();
  }

  @Test
  default void removingOneVideoLeavesTheOthers() {
    LibraryVideo one = aReadyVideo();
    LibraryVideo other = aReadyVideo();

    library().delete(one.ref());

    assertThat(library().find(other.ref())).contains(other);
    assertThat(world().plays(other.playbackUrl().orElseThrow())).isTrue();
  }

  @Test
  default void everyFailureOfOpeningIsTold() {
    NewVideo wanted = aNewVideo();

    FailureClauses.eachIsThrown(world(), () -> library().openUpload(wanted, ORIGIN));
  }

  @Test
  default void everyFailureOfFetchingIsTold() {
    NewVideo wanted = aNewVideo();
    URI source = world().sourceOf(aFilm());

    FailureClauses.eachIsThrown(world(), () -> library().ingest(wanted, source));

    assertThat(world().filesOf(wanted.video())).isEqualTo(1);
  }

  @Test
  default void everyFailureOfLookingIsTold() {
    LibraryVideo video = aReadyVideo();

    FailureClauses.eachIsThrown(world(), () -> library().find(video.ref()));
  }

  @Test
  default void everyFailureOfRemovingIsTold() {
    for (ProviderRef ref :
        List.of(aReadyVideo().ref(), library().openUpload(aNewVideo(), ORIGIN).ref())) {
      FailureClauses.eachIsThrown(world(), () -> library().delete(ref));

      assertThat(library().find(ref)).isEmpty();
    }
  }
}
