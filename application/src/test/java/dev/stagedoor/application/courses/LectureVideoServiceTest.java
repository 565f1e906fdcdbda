package dev.stagedoor.application.courses;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static dev.stagedoor.domain.fixture.CourseSamples.aLectureId;
import static dev.stagedoor.domain.fixture.CourseSamples.aPlace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.storage.NewFile;
import dev.stagedoor.application.storage.OpenedUpload;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.contract.StorageWorld;
import dev.stagedoor.domain.courses.CoursesError;
import dev.stagedoor.domain.courses.Enrollment;
import dev.stagedoor.domain.courses.LectureId;
import dev.stagedoor.domain.fixture.CourseSamples;
import dev.stagedoor.domain.fixture.Samples;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.library.VideoAsset;
import dev.stagedoor.domain.storage.NewObject;
import dev.stagedoor.domain.storage.StorageError;
import dev.stagedoor.domain.storage.Upload;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a film is sent, and by whom. */
class LectureVideoServiceTest extends LectureVideoScene {
  private final Actor stranger = somebody();

  private void enroll(Actor student) {
    house
        .unitOfWork()
        .run(
            () -> {
              Enrollment place =
                  house.courses().enrollments().lock(aPlace(course.id(), student.userId()));
              place.grant(Samples.aPaymentId(), house.clock().instant());
              house.courses().enrollments().save(place);
            });
  }

  @Test
  void aFilmIsSentPreparedAndPlays() {
    OpenedUpload upload = open();
    assertThat(upload.request().method()).isEqualTo("PUT");
    assertThat(status().status()).isEqualTo("waiting");

    send(upload, FILM);
    assertThat(confirm(upload))
        .isEqualTo(
            new LectureVideoView(
                "processing", 0, Optional.empty(), Optional.of(upload.file().value())));
    runJobs();
    assertThat(status().status()).isEqualTo("processing");
    prepared();

    assertThat(status())
        .isEqualTo(
            new LectureVideoView(
                "completed", 100, Optional.empty(), Optional.of(upload.file().value())));
    VideoAsset video = playing().orElseThrow();
    assertThat(house.library().plays(video.playbackUrl().orElseThrow())).isFalse();
    assertThat(
            house
                .library()
                .plays(videos.playback(video, Duration.ofHours(1)).orElseThrow().playlist()))
        .isTrue();
  }

  @Test
  void onlyTheTeacherSends() {
    assertRefused(
        CommonError.NOT_ALLOWED, () -> lectures.open(stranger, lecture, film(FILM.length)));
    assertRefused(
        CommonError.NOT_SIGNED_IN,
        () -> lectures.open(Actor.visitor(), lecture, film(FILM.length)));
    OpenedUpload upload = sent();
    assertRefused(
        CommonError.NOT_ALLOWED, () -> lectures.confirm(stranger, lecture, upload.file()));
    assertThat(house.library().size()).isZero();
  }

  @Test
  void aServiceNamesTheCourseOfTheLecture() {
    NewFile file = film(FILM.length);

    send(lectures.open(Actor.system(), course.id(), lecture, file), FILM);
    assertThat(status().status()).isEqualTo("waiting");
    assertRefused(
        CommonError.NOT_FOUND,
        () -> lectures.open(Actor.system(), CourseSamples.aCourseId(), lecture, file));
  }

  @Test
  void whatIsNoFilmOrTooLargeIsNotTaken() {
    assertRefused(StorageError.FILE_TYPE_NOT_TAKEN, () -> announce(5, "application/pdf"));
    assertRefused(StorageError.FILE_TYPE_NOT_TAKEN, () -> announce(5, "video/"));
    assertRefused(StorageError.FILE_TOO_LARGE, () -> announce((5L << 30) + 1, "video/mp4"));
    assertRefused(CommonError.INVALID_VALUE, () -> announce(0, "video/mp4"));
    assertThat(announce(5L << 30, " Video/MP4 ").request().headers()).containsValue("video/mp4");
  }

  @Test
  void whatHasNotComeIsNotConfirmedYet() {
    OpenedUpload upload = open();

    assertRefused(StorageError.FILE_NOT_RECEIVED, () -> confirm(upload));

    send(upload, FILM);
    assertThat(confirm(upload).status()).isEqualTo("processing");
  }

  @Test
  void whatIsNotWhatWasAnnouncedIsRefusedForGoodAndRemovedThoughItComesLateAgain() {
    OpenedUpload upload = open();
    NewObject other = new NewObject(upload(upload).wanted().key(), 3, "video/mp4");
    house
        .storage()
        .send(
            StorageWorld.Request.of(
                house.storage().upload(other, upload.request().until()), new byte[] {1, 2, 3}));

    assertRefused(StorageError.FILE_DIFFERS, () -> confirm(upload));
    assertRefused(StorageError.UPLOAD_EXPIRED, () -> confirm(upload));
    runJobs();
    assertThat(isStored(upload)).isFalse();

    send(upload, FILM);
    assertThat(isStored(upload)).isTrue();
    later(Duration.ofHours(7));
    assertThat(isStored(upload)).isFalse();
    assertThat(runJobs()).isEmpty();
  }

  @Test
  void aFileOfAnotherLectureIsNotFound() {
    LectureId other = aLectureId();
    house.unitOfWork().run(() -> save(course, other, false));
    OpenedUpload upload = sent();

    assertRefused(CommonError.NOT_FOUND, () -> lectures.confirm(teacher, other, upload.file()));
  }

  @Test
  void whatIsNotSentInTimeIsGivenUp() {
    OpenedUpload upload = sent();

    later(Duration.ofHours(6));

    assertThat(upload(upload).status()).isEqualTo(Upload.Status.EXPIRED);
    assertThat(isStored(upload)).isFalse();
    assertRefused(StorageError.UPLOAD_EXPIRED, () -> confirm(upload));
  }

  @Test
  void aNewUploadGivesUpWhatWasNotConfirmedBefore() {
    OpenedUpload first = sent();
    later(Duration.ofSeconds(1));
    OpenedUpload second = sent();
    runJobs();

    assertThat(isStored(first)).isFalse();
    assertRefused(StorageError.UPLOAD_EXPIRED, () -> confirm(first));
    assertThat(confirm(second).status()).isEqualTo("processing");
  }

  @Test
  void statusIsForTheTeacherAndWhoIsEnrolled() {
    ready();
    Actor student = somebody();
    enroll(student);

    assertThat(lectures.status(student, lecture).status()).isEqualTo("completed");
    assertRefused(CoursesError.NOT_ENROLLED, () -> lectures.status(stranger, lecture));
    assertRefused(CommonError.NOT_SIGNED_IN, () -> lectures.status(Actor.visitor(), lecture));
    LectureId draft = aLectureId();
    house.unitOfWork().run(() -> save(course, draft, true));
    assertRefused(CommonError.NOT_FOUND, () -> lectures.status(student, draft));
    assertRefused(CommonError.NOT_FOUND, () -> lectures.status(teacher, draft));
  }
}
