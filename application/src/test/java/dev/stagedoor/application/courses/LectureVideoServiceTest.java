package dev.stagedoor.application.courses;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static dev.stagedoor.domain.fixture.CourseBuilder.aCourse;
import static dev.stagedoor.domain.fixture.CourseSamples.aLectureId;
import static dev.stagedoor.domain.fixture.CourseSamples.aPlace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.announcements.Announcements;
import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.fake.InMemoryUnitOfWork.Crash;
import dev.stagedoor.application.library.VideoService;
import dev.stagedoor.application.storage.NewFile;
import dev.stagedoor.application.storage.OpenedUpload;
import dev.stagedoor.application.storage.UploadService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.contract.LibraryWorld;
import dev.stagedoor.domain.contract.StorageWorld;
import dev.stagedoor.domain.courses.Course;
import dev.stagedoor.domain.courses.CoursesError;
import dev.stagedoor.domain.courses.Curriculum;
import dev.stagedoor.domain.courses.Enrollment;
import dev.stagedoor.domain.courses.Lecture;
import dev.stagedoor.domain.courses.LectureId;
import dev.stagedoor.domain.fixture.CourseSamples;
import dev.stagedoor.domain.fixture.Samples;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.library.LibraryEvent;
import dev.stagedoor.domain.library.VideoAsset;
import dev.stagedoor.domain.library.VideoReady;
import dev.stagedoor.domain.storage.NewObject;
import dev.stagedoor.domain.storage.StorageError;
import dev.stagedoor.domain.storage.Upload;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the file a teacher sends to what students watch, whatever is lost or dies on the way. */
class LectureVideoServiceTest {
  private static final byte[] FILM = LibraryWorld.aFilm();

  private final InMemoryStagedoor house = new InMemoryStagedoor();
  private final Actor teacher = somebody();
  private final Actor stranger = somebody();
  private final Course course = aCourse().taughtBy(teacher.userId()).published().build();
  private final LectureId lecture = aLectureId();
  private final Announcements announcements = new Announcements();
  private final UploadService uploads =
      new UploadService(
          house.unitOfWork(),
          house.uploads(),
          house.providers().storage(),
          house.jobs(),
          house.clock(),
          UUID::randomUUID);
  private final VideoService videos =
      new VideoService(
          house.unitOfWork(),
          house.videoAssets(),
          house.videoAssets(),
          uploads,
          house.providers().library(),
          announcements,
          house.jobs(),
          house.monitoring(),
          house.clock(),
          UUID::randomUUID);
  private final LectureVideoService lectures =
      new LectureVideoService(
          house.unitOfWork(),
          new CourseAccess(
              house.courses().courses(),
              house.courses().curricula(),
              house.courses().enrollments()),
          uploads,
          videos,
          Duration.ofHours(6));

  private static Actor somebody() {
    return Actor.user(new UserId(UUID.randomUUID()), Role.USER);
  }

  @BeforeEach
  void prepare() {
    announcements.on(VideoReady.class, lectures::replace);
    house
        .unitOfWork()
        .run(
            () -> {
              house.courses().courses().add(course);
              save(course, lecture, false);
            });
  }

  private void save(Course of, LectureId id, boolean draft) {
    Curriculum curriculum = house.courses().curricula().of(of.id());
    var unused =
        curriculum.addLecture(id, Optional.empty(), "Lesson", Optional.empty(), false, draft);
    house.courses().curricula().save(curriculum);
  }

  private List<RuntimeException> runJobs() {
    return house
        .jobs()
        .runDue(Stream.concat(Stream.of(uploads.removing()), videos.jobs().stream()).toList());
  }

  private void later(Duration by) {
    house.clock().advance(by);
    uploads.expiring().work().run();
    videos.watching().work().run();
    runJobs();
  }

  private OpenedUpload open() {
    return lectures.open(teacher, lecture, film(FILM.length));
  }

  private static NewFile film(long bytes) {
    return new NewFile("lesson.mp4", bytes, "video/mp4");
  }

  private void send(OpenedUpload upload, byte[] file) {
    house.storage().send(StorageWorld.Request.of(upload.request(), file));
  }

  private OpenedUpload sent() {
    OpenedUpload upload = open();
    send(upload, FILM);
    return upload;
  }

  private LectureVideoView confirm(OpenedUpload upload) {
    return lectures.confirm(teacher, lecture, upload.file());
  }

  /** A film that students watch. */
  private OpenedUpload ready() {
    OpenedUpload upload = sent();
    confirm(upload);
    runJobs();
    prepared();
    return upload;
  }

  private void prepared() {
    house.library().finishProcessing();
    later(Duration.ofMinutes(3));
  }

  private LectureVideoView status() {
    return lectures.status(teacher, lecture);
  }

  private Optional<VideoAsset> playing() {
    return house
        .unitOfWork()
        .read(() -> new LectureVideos(house.videoAssets()).of(lecture).playing());
  }

  private boolean isStored(OpenedUpload upload) {
    return house.storage().find(upload(upload).wanted().key()).isPresent();
  }

  private Upload upload(OpenedUpload of) {
    return house.unitOfWork().read(() -> house.uploads().find(of.file()).orElseThrow());
  }

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

  private OpenedUpload announce(long bytes, String type) {
    return lectures.open(teacher, lecture, new NewFile("lesson", bytes, type));
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
