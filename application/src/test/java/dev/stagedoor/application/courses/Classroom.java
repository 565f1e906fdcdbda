package dev.stagedoor.application.courses;

import static dev.stagedoor.domain.fixture.Samples.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.storage.NewFile;
import dev.stagedoor.application.storage.OpenedUpload;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.contract.LibraryWorld;
import dev.stagedoor.domain.contract.StorageWorld;
import dev.stagedoor.domain.courses.ChapterId;
import dev.stagedoor.domain.courses.Course;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.Lecture;
import dev.stagedoor.domain.courses.LectureId;
import dev.stagedoor.domain.courses.Progress;
import dev.stagedoor.domain.fixture.CourseSamples;
import dev.stagedoor.domain.fixture.Samples;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.library.LibraryStatus;
import dev.stagedoor.domain.library.LibraryVideo;
import dev.stagedoor.domain.library.VideoAsset;
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.domain.storage.Upload;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A course on sale with its teacher, and those who come by. */
final class Classroom {
  /** Who somebody is to a course. */
  enum Who {
    VISITOR,
    STRANGER,
    DROPPED,
    STUDENT,
    TEACHER,
    ADMIN
  }

  final InMemoryStagedoor house = new InMemoryStagedoor();
  final Actor teacher = house.aDirector().actor();
  final CourseId course = begin("Painting with light", Course.Status.PUBLISHED);

  CourseService courses() {
    return house.stagedoor().courses();
  }

  CurriculumService curricula() {
    return house.stagedoor().curricula();
  }

  EnrollmentService enrollments() {
    return house.stagedoor().enrollments();
  }

  ProgressService progress() {
    return house.stagedoor().progress();
  }

  CertificateService certificates() {
    return house.stagedoor().certificates();
  }

  CourseId begin(String title, Course.Status status) {
    return new CourseId(
        courses().create(teacher, new NewCourse(title, "", usd(4_999), status)).id());
  }

  void put(Course.Status status) {
    var unused =
        courses()
            .change(
                teacher,
                course,
                new ChangeCourse(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(status)));
  }

  Actor somebody() {
    return house.aFamily().actor();
  }

  PaymentId enroll(Actor student) {
    PaymentId payment = Samples.aPaymentId();
    enrollments().complete(student.userId(), course, payment);
    return payment;
  }

  void drop(Actor student, PaymentId payment) {
    enrollments().drop(student.userId(), course, payment);
  }

  Actor student() {
    Actor student = somebody();
    PaymentId unused = enroll(student);
    return student;
  }

  Actor dropped() {
    Actor student = somebody();
    drop(student, enroll(student));
    return student;
  }

  Actor a(Who who) {
    return switch (who) {
      case VISITOR -> Actor.visitor();
      case STRANGER -> somebody();
      case DROPPED -> dropped();
      case STUDENT -> student();
      case TEACHER -> teacher;
      case ADMIN -> house.admin().actor();
    };
  }

  ChapterId chapter(String title) {
    return new ChapterId(curricula().addChapter(teacher, course, title, Optional.empty()).id());
  }

  LectureId lecture(String title) {
    return lecture(Optional.empty(), title, false, false);
  }

  LectureId lecture(Optional<ChapterId> chapter, String title, boolean preview, boolean draft) {
    return new LectureId(
        curricula()
            .addLecture(
                teacher, new NewLecture(course, chapter, title, Optional.empty(), preview, draft))
            .id());
  }

  /** Gives a lecture a video that is ready, so long, and plays for everybody. */
  VideoAsset video(LectureId lecture, Duration length) {
    return house
        .unitOfWork()
        .write(
            () -> {
              VideoAsset video = underWay(lecture);
              ProviderRef ref = new ProviderRef(InMemoryStagedoor.FAKE, video.id().toString());
              video.handedOver(ref, house.clock().instant());
              var unused =
                  video.learn(
                      Optional.of(
                          new LibraryVideo(
                              ref,
                              LibraryStatus.READY,
                              OptionalInt.of(100),
                              Optional.of("https://video.example.org/" + video.id() + ".m3u8"),
                              Optional.of("https://video.example.org/" + video.id() + ".jpg"),
                              Optional.of(length),
                              Optional.empty())),
                      house.clock().instant());
              house.videoAssets().save(video);
              return video;
            });
  }

  /** Has the teacher send a film, and the library prepare it. */
  void film(LectureId lecture) {
    byte[] film = LibraryWorld.aFilm();
    LectureVideoService videos = house.stagedoor().lectureVideos();
    OpenedUpload upload =
        videos.open(teacher, lecture, new NewFile("dawn.mp4", film.length, "video/mp4"));
    var sent = house.storage().send(StorageWorld.Request.of(upload.request(), film));
    LectureVideoView confirmed = videos.confirm(teacher, lecture, upload.file());
    var failed = house.runJobs();
    house.library().finishProcessing();
    house.later(Duration.ofMinutes(3));
    assertThat(sent.isSuccess()).isTrue();
    assertThat(confirmed.status()).isEqualTo("processing");
    assertThat(failed).isEmpty();
    assertThat(videos.status(teacher, lecture).status()).isEqualTo("completed");
  }

  /** Gives a lecture a video that is still being prepared. */
  VideoAsset newVideo(LectureId lecture) {
    return house
        .unitOfWork()
        .write(
            () -> {
              VideoAsset video = underWay(lecture);
              house.videoAssets().save(video);
              return video;
            });
  }

  private VideoAsset underWay(LectureId lecture) {
    house.clock().advance(Duration.ofSeconds(1));
    Upload file = CourseSamples.anUpload(Lecture.subject(lecture), house.clock().instant());
    house.uploads().save(file);
    return VideoAsset.of(
        CourseSamples.aVideoId(),
        Lecture.subject(lecture),
        file.id(),
        "Light",
        InMemoryStagedoor.FAKE,
        false,
        house.clock().instant());
  }

  List<VideoAsset> videos(LectureId lecture) {
    return house
        .unitOfWork()
        .read(() -> house.videoAssets().ofSubjects(List.of(Lecture.subject(lecture))));
  }

  /** Returns the files that are kept, or awaited, for a lecture. */
  List<Upload> files(LectureId lecture) {
    return house.unitOfWork().read(() -> house.uploads().ofSubject(Lecture.subject(lecture)));
  }

  EnrollmentView learn(Actor student, int percent) {
    return progress()
        .learn(student, course, new Progress(percent * 100), Duration.ofMinutes(percent));
  }

  EnrollmentView watch(Actor student, LectureId lecture, long second) {
    return progress()
        .watch(student, lecture, Duration.ofSeconds(second), false, Duration.ofSeconds(10));
  }

  EnrollmentView enrollment(Actor student) {
    return enrollments().mine(student, course);
  }
}
