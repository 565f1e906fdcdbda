package dev.stagedoor.application.courses;

import static dev.stagedoor.domain.fixture.CourseBuilder.aCourse;
import static dev.stagedoor.domain.fixture.CourseSamples.aLectureId;

import dev.stagedoor.application.announcements.Announcements;
import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.library.VideoService;
import dev.stagedoor.application.storage.NewFile;
import dev.stagedoor.application.storage.OpenedUpload;
import dev.stagedoor.application.storage.UploadService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.contract.LibraryWorld;
import dev.stagedoor.domain.contract.StorageWorld;
import dev.stagedoor.domain.courses.Course;
import dev.stagedoor.domain.courses.Curriculum;
import dev.stagedoor.domain.courses.LectureId;
import dev.stagedoor.domain.library.VideoAsset;
import dev.stagedoor.domain.library.VideoReady;
import dev.stagedoor.domain.storage.Upload;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;

/** A teacher who sends the film of a lecture. */
abstract class LectureVideoScene {
  static final byte[] FILM = LibraryWorld.aFilm();
  final InMemoryStagedoor house = new InMemoryStagedoor();
  final Actor teacher = somebody();
  final Course course = aCourse().taughtBy(teacher.userId()).published().build();
  final LectureId lecture = aLectureId();
  final Announcements announcements = new Announcements();

  final UploadService uploads =
      new UploadService(
          house.unitOfWork(),
          house.uploads(),
          house.providers().storage(),
          house.jobs(),
          house.clock(),
          UUID::randomUUID);

  final VideoService videos =
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

  final LectureVideoService lectures =
      new LectureVideoService(
          house.unitOfWork(),
          new CourseAccess(
              house.courses().courses(),
              house.courses().curricula(),
              house.courses().enrollments()),
          uploads,
          videos,
          Duration.ofHours(6));

  static Actor somebody() {
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

  void save(Course of, LectureId id, boolean draft) {
    Curriculum curriculum = house.courses().curricula().of(of.id());
    var unused =
        curriculum.addLecture(id, Optional.empty(), "Lesson", Optional.empty(), false, draft);
    house.courses().curricula().save(curriculum);
  }

  List<RuntimeException> runJobs() {
    return house
        .jobs()
        .runDue(Stream.concat(Stream.of(uploads.removing()), videos.jobs().stream()).toList());
  }

  void later(Duration by) {
    house.clock().advance(by);
    uploads.expiring().work().run();
    videos.watching().work().run();
    runJobs();
  }

  OpenedUpload open() {
    return lectures.open(teacher, lecture, film(FILM.length));
  }

  static NewFile film(long bytes) {
    return new NewFile("lesson.mp4", bytes, "video/mp4");
  }

  void send(OpenedUpload upload, byte[] file) {
    house.storage().send(StorageWorld.Request.of(upload.request(), file));
  }

  OpenedUpload sent() {
    OpenedUpload upload = open();
    send(upload, FILM);
    return upload;
  }

  LectureVideoView confirm(OpenedUpload upload) {
    return lectures.confirm(teacher, lecture, upload.file());
  }

  /** A film that students watch. */
  OpenedUpload ready() {
    OpenedUpload upload = sent();
    confirm(upload);
    runJobs();
    prepared();
    return upload;
  }

  void prepared() {
    house.library().finishProcessing();
    later(Duration.ofMinutes(3));
  }

  LectureVideoView status() {
    return lectures.status(teacher, lecture);
  }

  Optional<VideoAsset> playing() {
    return house
        .unitOfWork()
        .read(() -> new LectureVideos(house.videoAssets()).of(lecture).playing());
  }

  boolean isStored(OpenedUpload upload) {
    return house.storage().find(upload(upload).wanted().key()).isPresent();
  }

  Upload upload(OpenedUpload of) {
    return house.unitOfWork().read(() -> house.uploads().find(of.file()).orElseThrow());
  }

  OpenedUpload announce(long bytes, String type) {
    return lectures.open(teacher, lecture, new NewFile("lesson", bytes, type));
  }
}
