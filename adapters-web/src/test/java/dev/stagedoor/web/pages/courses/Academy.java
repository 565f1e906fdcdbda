package dev.stagedoor.web.pages.courses;

import dev.stagedoor.application.Stagedoor;
import dev.stagedoor.application.courses.ChangeCourse;
import dev.stagedoor.application.courses.CourseView;
import dev.stagedoor.application.courses.LectureView;
import dev.stagedoor.application.courses.NewCourse;
import dev.stagedoor.application.courses.NewLecture;
import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.payments.OpenedCheckout;
import dev.stagedoor.application.storage.NewFile;
import dev.stagedoor.application.storage.OpenedUpload;
import dev.stagedoor.domain.contract.LibraryWorld;
import dev.stagedoor.domain.contract.StorageWorld;
import dev.stagedoor.domain.courses.ChapterId;
import dev.stagedoor.domain.courses.Course;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.LectureId;
import dev.stagedoor.domain.courses.Progress;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.payments.Payment;
import dev.stagedoor.domain.payments.PaymentId;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Somebody who teaches, past the pages: what a test needs to have happened. */
final class Academy {
  private final InMemoryStagedoor house;
  private final InMemoryStagedoor.Person teacher;

  Academy(InMemoryStagedoor house) {
    this(house, "Emma Noether");
  }

  Academy(InMemoryStagedoor house, String name) {
    this.house = house;
    this.teacher = somebody(name);
  }

  InMemoryStagedoor.Person teacher() {
    return teacher;
  }

  private Stagedoor services() {
    return house.stagedoor();
  }

  InMemoryStagedoor.Person somebody(String name) {
    return house.somebody(name);
  }

  CourseView course(String title, long cents) {
    return course(title, cents, Course.Status.PUBLISHED);
  }

  CourseView course(String title, long cents, Course.Status status) {
    return services()
        .courses()
        .create(
            teacher.actor(),
            new NewCourse(title, "About " + title, Money.of(cents, "USD"), status));
  }

  void turn(CourseView course, Course.Status status) {
    var unused =
        services()
            .courses()
            .change(
                teacher.actor(),
                id(course),
                new ChangeCourse(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(status)));
  }

  UUID chapter(CourseView course, String title) {
    return services()
        .curricula()
        .addChapter(teacher.actor(), id(course), title, Optional.empty())
        .id();
  }

  LectureView lecture(CourseView course, String title) {
    return lecture(course, Optional.empty(), title, false, false);
  }

  LectureView lecture(
      CourseView course, Optional<UUID> chapter, String title, boolean preview, boolean draft) {
    return services()
        .curricula()
        .addLecture(
            teacher.actor(),
            new NewLecture(
                id(course), chapter.map(ChapterId::new), title, Optional.empty(), preview, draft));
  }

  /** Sends a file for a lecture; it waits for the library. */
  OpenedUpload send(LectureView lecture, byte[] file) {
    OpenedUpload opened =
        services()
            .lectureVideos()
            .open(
                teacher.actor(),
                new LectureId(lecture.id()),
                new NewFile("film.mp4", file.length, "video/mp4"));
    house.storage().send(StorageWorld.Request.of(opened.request(), file));
    var unused =
        services()
            .lectureVideos()
            .confirm(teacher.actor(), new LectureId(lecture.id()), opened.file());
    var ran = house.runJobs();
    return opened;
  }

  /** Gives a lecture a video that plays. */
  void film(LectureView lecture) {
    var unused = send(lecture, LibraryWorld.aFilm());
    prepare();
  }

  /** Gives a lecture a file that is no video. */
  void letter(LectureView lecture) {
    var unused = send(lecture, LibraryWorld.aLetter());
    prepare();
  }

  void prepare() {
    house.library().finishProcessing();
    house.later(Duration.ofMinutes(3));
  }

  void buy(InMemoryStagedoor.Person student, CourseView course) {
    OpenedCheckout checkout =
        services()
            .purchases()
            .pay(student.actor(), id(course), Optional.empty(), Optional.empty())
            .checkout()
            .orElseThrow();
    house.payments().pay(checkout.charge());
    var unused = services().coursePayments().verify(student.actor(), checkout.payment());
  }

  void watch(InMemoryStagedoor.Person student, LectureView lecture, int second, boolean done) {
    var unused =
        services()
            .progress()
            .watch(
                student.actor(),
                new LectureId(lecture.id()),
                Duration.ofSeconds(second),
                done,
                Duration.ofSeconds(second));
  }

  /** Has a student watch everything, and returns the number of their certificate. */
  String graduate(InMemoryStagedoor.Person student, CourseView course) {
    return services()
        .progress()
        .learn(student.actor(), id(course), Progress.ALL, Duration.ofHours(1))
        .certificateNumber()
        .orElseThrow();
  }

  /** Gives a student all they paid back, which ends all there was. */
  void refund(InMemoryStagedoor.Person student, CourseView course) {
    var payment =
        services().enrollments().mine(student.actor(), id(course)).paymentId().orElseThrow();
    var unused =
        services()
            .coursePayments()
            .refund(
                teacher.actor(), new PaymentId(payment), Optional.empty(), "", Optional.empty());
    var ran = house.runJobs();
  }

  /** Returns the id of the payment by which a student came in. */
  UUID paid(InMemoryStagedoor.Person student, CourseView course) {
    return services()
        .coursePayments()
        .payments(student.actor(), PageRequest.first())
        .items()
        .stream()
        .filter(payment -> payment.courseId().equals(course.id()))
        .findFirst()
        .orElseThrow()
        .id();
  }

  /** Returns what the provider calls what a student paid. */
  ProviderRef charge(InMemoryStagedoor.Person student, CourseView course) {
    PaymentId payment = new PaymentId(paid(student, course));
    return house.allPayments().stream()
        .filter(one -> one.id().equals(payment))
        .findFirst()
        .flatMap(Payment::ref)
        .orElseThrow();
  }

  static CourseId id(CourseView course) {
    return new CourseId(course.id());
  }
}
