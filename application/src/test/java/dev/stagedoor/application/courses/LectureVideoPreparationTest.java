package dev.stagedoor.application.courses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.fake.InMemoryUnitOfWork.Crash;
import dev.stagedoor.application.storage.OpenedUpload;
import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.contract.LibraryWorld;
import dev.stagedoor.domain.courses.Lecture;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.library.LibraryEvent;
import dev.stagedoor.domain.library.VideoAsset;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a film is prepared, replaced and removed. */
class LectureVideoPreparationTest extends LectureVideoScene {
  @Test
  void confirmingAgainMakesNoSecondVideo() {
    OpenedUpload upload = sent();
    confirm(upload);
    confirm(upload);
    runJobs();
    confirm(upload);
    runJobs();
    prepared();
    confirm(upload);
    runJobs();

    assertThat(status().status()).isEqualTo("completed");
    assertThat(house.library().size()).isEqualTo(1);
  }

  @Test
  void anAnswerThatIsLostIsAskedForAgain() {
    confirm(sent());
    house.library().loseNextAnswer();

    assertThat(runJobs()).hasSize(1);
    later(Duration.ofMinutes(2));
    prepared();

    assertThat(status().status()).isEqualTo("completed");
    assertThat(house.library().size()).isEqualTo(1);
  }

  @Test
  void aHandOverThatDiesIsRepeated() {
    confirm(sent());
    house.wire().after("Library.ingest", house::crash);
    assertThatThrownBy(this::runJobs).isInstanceOf(Crash.class);

    house.restart();
    later(Duration.ofMinutes(2));
    prepared();

    assertThat(status().status()).isEqualTo("completed");
    assertThat(house.library().size()).isEqualTo(1);
  }

  @Test
  void aLibraryThatIsDownIsWaitedFor() {
    confirm(sent());
    house.library().fail(FarSideFailure.DOWN);
    assertThat(runJobs()).hasSize(1);
    assertThat(status().status()).isEqualTo("processing");

    house.library().recover();
    later(Duration.ofMinutes(2));
    house.library().fail(FarSideFailure.DOWN);
    later(Duration.ofMinutes(2));
    assertThat(status().status()).isEqualTo("processing");
    house.library().recover();
    prepared();

    assertThat(status().status()).isEqualTo("completed");
  }

  @Test
  void whatFailedIsTriedAgainAndLeavesNothingBehind() {
    OpenedUpload upload = sent();
    confirm(upload);
    runJobs();
    house.library().failProcessing(theVideo().ref().orElseThrow(), "not_on_a_sunday");
    later(Duration.ofMinutes(3));
    assertThat(status())
        .isEqualTo(
            new LectureVideoView(
                "failed", 0, Optional.of("OTHER"), Optional.of(upload.file().value())));

    assertThat(confirm(upload).status()).isEqualTo("processing");
    runJobs();
    prepared();

    assertThat(status().status()).isEqualTo("completed");
    assertThat(house.library().size()).isEqualTo(1);
    assertThat(isStored(upload)).isTrue();
  }

  private VideoAsset theVideo() {
    return house.unitOfWork().read(() -> videos.of(Lecture.subject(lecture)).get(0));
  }

  @Test
  void aLibraryThatRefusesIsNotAskedAgainUntilSomebodyTriesAgain() {
    OpenedUpload upload = sent();
    confirm(upload);
    house
        .wire()
        .before(
            "Library.ingest",
            () -> {
              throw new ProviderException(
                  InMemoryStagedoor.FAKE, ProviderException.Kind.REJECTED, "not from there");
            });
    assertThat(runJobs()).isEmpty();
    assertThat(status())
        .isEqualTo(
            new LectureVideoView(
                "failed", 0, Optional.of("NOT_FETCHED"), Optional.of(upload.file().value())));
    assertThat(house.monitoring().lines()).containsExactly("video failed after PT0S");

    confirm(upload);
    runJobs();
    prepared();

    assertThat(status().status()).isEqualTo("completed");
  }

  @Test
  void aFileThatIsNoFilmFails() {
    byte[] letter = LibraryWorld.aLetter();
    OpenedUpload upload = announce(letter.length, "video/mp4");
    send(upload, letter);
    confirm(upload);
    runJobs();
    prepared();

    assertThat(status())
        .isEqualTo(
            new LectureVideoView(
                "failed", 0, Optional.of("NOT_A_VIDEO"), Optional.of(upload.file().value())));
    assertThat(playing()).isEmpty();
  }

  @Test
  void theOldFilmPlaysUntilTheNewOneIsReady() {
    OpenedUpload old = ready();
    ProviderRef oldRef = playing().orElseThrow().ref().orElseThrow();

    OpenedUpload fresh = sent();
    confirm(fresh);
    runJobs();
    assertThat(status().status()).isEqualTo("processing");
    assertThat(playing()).map(VideoAsset::file).contains(old.file());
    assertThat(isStored(old)).isTrue();
    prepared();

    assertThat(playing()).map(VideoAsset::file).contains(fresh.file());
    assertThat(house.library().find(oldRef)).isEmpty();
    assertThat(house.library().size()).isEqualTo(1);
    assertThat(isStored(old)).isFalse();
    assertThat(isStored(fresh)).isTrue();
  }

  @Test
  void aNewFilmThatFailsLeavesTheOldOnePlaying() {
    OpenedUpload old = ready();
    OpenedUpload fresh = sent();
    confirm(fresh);
    runJobs();
    house.library().failProcessing(theVideo().ref().orElseThrow(), "no");
    later(Duration.ofMinutes(3));

    assertThat(status().status()).isEqualTo("failed");
    assertThat(playing()).map(VideoAsset::file).contains(old.file());
  }

  @Test
  void aLectureThatGoesLeavesNothing() {
    OpenedUpload film = ready();
    OpenedUpload awaited = sent();

    house.unitOfWork().run(() -> lectures.remove(lecture));
    runJobs();

    assertThat(house.library().size()).isZero();
    assertThat(isStored(film)).isFalse();
    assertThat(isStored(awaited)).isFalse();
  }

  @Test
  void aLectureThatGoesWhileItsFilmIsHandedOverLeavesNothing() {
    confirm(sent());
    house
        .wire()
        .before(
            "Library.ingest",
            () -> {
              house.unitOfWork().run(() -> lectures.remove(lecture));
              runJobs();
              house.wire().after("Library.ingest", house::crash);
            });
    assertThatThrownBy(this::runJobs).isInstanceOf(Crash.class);
    assertThat(house.library().size()).isEqualTo(1);

    house.restart();
    later(Duration.ofMinutes(2));

    assertThat(house.library().size()).isZero();
  }

  @Test
  void aRemovalOfWhatWasTakenInWithoutAnAnswerLeavesNothing() {
    confirm(sent());
    house.library().loseNextAnswer();
    assertThat(runJobs()).hasSize(1);
    assertThat(house.library().size()).isEqualTo(1);

    house.unitOfWork().run(() -> lectures.remove(lecture));
    later(Duration.ofMinutes(2));

    assertThat(house.library().size()).isZero();
  }

  @Test
  void aWebhookMakesItAskAtOnce() {
    confirm(sent());
    runJobs();
    ProviderRef ref = theVideo().ref().orElseThrow();
    house.library().finishProcessing();
    assertThat(status().status()).isEqualTo("processing");

    tell(new LibraryEvent.VideoChanged(ref, Optional.empty()));
    tell(new LibraryEvent.VideoChanged(new ProviderRef(ref.provider(), "x"), Optional.empty()));
    runJobs();

    assertThat(status().status()).isEqualTo("completed");
  }

  private void tell(LibraryEvent event) {
    house.unitOfWork().run(() -> videos.events().prepare().apply(event).run());
  }

  @Test
  void howItEndsIsCountedOnce() {
    ready();
    later(Duration.ofMinutes(3));

    assertThat(house.monitoring().lines()).containsExactly("video ok after PT3M");
  }
}
