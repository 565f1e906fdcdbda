package dev.stagedoor.web.courses;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.courses.ChangeCourse;
import dev.stagedoor.application.courses.CoursePaymentService;
import dev.stagedoor.application.courses.CourseService;
import dev.stagedoor.application.courses.CurriculumService;
import dev.stagedoor.application.courses.EnrollmentService;
import dev.stagedoor.application.courses.LectureVideoService;
import dev.stagedoor.application.courses.NewCourse;
import dev.stagedoor.application.courses.NewLecture;
import dev.stagedoor.application.courses.ProfileService;
import dev.stagedoor.application.courses.ProgressService;
import dev.stagedoor.application.courses.PurchaseService;
import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.fake.InMemoryStagedoor.Person;
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
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.web.WebServer;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A course with one of everything, made past the routes: a teacher, a student, one who was dropped,
 * one who has finished, somebody else, chapters, a lecture with a video, a preview, a draft, and a
 * video that was sent and not confirmed. Its mark stands in all that the teacher wrote.
 */
final class School {
  static final Money PRICE = new Money(9_999, Currency.getInstance("USD"));

  /** Who may ask. */
  enum Caller {
    VISITOR,
    STRANGER,
    STUDENT,
    DROPPED,
    TEACHER,
    ADMIN
  }

  private static final PageRequest ALL = new PageRequest(1, 100);

  private final WebServer server;
  private final String mark;
  private final Person teacher;
  private final Person student;
  private final Person dropped;
  private final Person stranger;
  private final CourseId course;
  private final CourseId unsold;
  private final UUID chapter;
  private final UUID lecture;
  private final UUID preview;
  private final UUID draft;
  private final UUID awaiting;
  private final UUID file;
  private final PaymentId payment;
  private final PaymentId open;
  private final String certificate;

  private School(WebServer server, String mark) {
    this.server = server;
    this.mark = mark;
    teacher = somebody();
    student = somebody();
    dropped = somebody();
    stranger = somebody();
    course = course("Course");
    unsold = course("Unsold");
    CurriculumService curricula = server.bean(CurriculumService.class);
    chapter =
        curricula.addChapter(teacher.actor(), course, "Chapter " + mark, Optional.empty()).id();
    lecture = lecture("Lecture", Optional.of(new ChapterId(chapter)), false, false);
    preview = lecture("Preview", Optional.empty(), true, false);
    draft = lecture("Draft", Optional.empty(), false, true);
    awaiting = lecture("Awaiting", Optional.empty(), false, true);
    film(lecture);
    film(preview);
    file = sent(awaiting).file().value();
    payment = buy(student);
    PaymentId returned = buy(dropped);
    var refund =
        server
            .bean(CoursePaymentService.class)
            .refund(teacher.actor(), returned, Optional.empty(), "", Optional.empty());
    assertThat(refund.amount()).isEqualTo(PRICE);
    settle();
    Person graduate = somebody();
    var paid = buy(graduate);
    assertThat(paid).isNotNull();
    certificate =
        server
            .bean(ProgressService.class)
            .learn(graduate.actor(), course, Progress.ALL, Duration.ofHours(1))
            .certificateNumber()
            .orElseThrow();
    open = begin(somebody()).payment();
  }

  /** Opens a school whose course stands so. */
  static School open(WebServer server, String mark, Course.Status status) {
    School school = new School(server, mark);
    school.turn(school.course, status);
    school.turn(school.unsold, status);
    return school;
  }

  private CourseId course(String title) {
    return new CourseId(
        server
            .bean(CourseService.class)
            .create(
                teacher.actor(),
                new NewCourse(title + " " + mark, "About " + mark, PRICE, Course.Status.PUBLISHED))
            .id());
  }

  private void turn(CourseId which, Course.Status status) {
    var turned =
        server
            .bean(CourseService.class)
            .change(
                teacher.actor(),
                which,
                new ChangeCourse(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(status)));
    assertThat(turned.status()).isEqualTo(status.code());
  }

  private InMemoryStagedoor house() {
    return server.house();
  }

  private Person somebody() {
    return house().somebody("Ada Lovelace");
  }

  private UUID lecture(String title, Optional<ChapterId> in, boolean isPreview, boolean isDraft) {
    return server
        .bean(CurriculumService.class)
        .addLecture(
            teacher.actor(),
            new NewLecture(course, in, title + " " + mark, Optional.empty(), isPreview, isDraft))
        .id();
  }

  private OpenedUpload sent(UUID to) {
    byte[] film = LibraryWorld.aFilm();
    OpenedUpload opened =
        server
            .bean(LectureVideoService.class)
            .open(
                teacher.actor(),
                new LectureId(to),
                new NewFile("film.mp4", film.length, "video/mp4"));
    assertThat(house().storage().send(StorageWorld.Request.of(opened.request(), film)).isSuccess())
        .isTrue();
    return opened;
  }

  private void film(UUID of) {
    OpenedUpload opened = sent(of);
    var taken =
        server
            .bean(LectureVideoService.class)
            .confirm(teacher.actor(), new LectureId(of), opened.file());
    assertThat(taken.status()).isEqualTo("processing");
    settle();
    house().library().finishProcessing();
    house().later(Duration.ofSeconds(5));
    assertThat(
            server
                .bean(LectureVideoService.class)
                .status(teacher.actor(), new LectureId(of))
                .status())
        .isEqualTo("completed");
  }

  private void settle() {
    assertThat(house().runJobs()).isEmpty();
  }

  private OpenedCheckout begin(Person who) {
    return server
        .bean(PurchaseService.class)
        .pay(who.actor(), course, Optional.of(PRICE), Optional.empty())
        .checkout()
        .orElseThrow();
  }

  /** Has somebody pay, and returns what they paid by. */
  private PaymentId buy(Person who) {
    OpenedCheckout checkout = begin(who);
    house().payments().pay(checkout.charge());
    assertThat(
            server
                .bean(CoursePaymentService.class)
                .verify(who.actor(), checkout.payment())
                .status())
        .isEqualTo("active");
    return checkout.payment();
  }

  /** Has the bank take the money for a charge. */
  void pay(String charge) {
    house().payments().pay(new ProviderRef(InMemoryStagedoor.FAKE, charge));
  }

  /** Returns all there is, to see whether it has changed. */
  List<Object> everything() {
    var actor = teacher.actor();
    return List.of(
        server.bean(CourseService.class).get(actor, course),
        server.bean(CourseService.class).teaching(actor, ALL).items(),
        server.bean(CurriculumService.class).of(actor, course),
        server.bean(CourseService.class).students(actor, course, ALL).items(),
        server.bean(LectureVideoService.class).status(actor, new LectureId(awaiting)),
        server.bean(CoursePaymentService.class).payment(actor, payment),
        server.bean(CoursePaymentService.class).payment(actor, open),
        server.bean(ProfileService.class).get(actor, actor.userId()),
        server.bean(EnrollmentService.class).mine(stranger.actor(), ALL).items(),
        server.bean(CoursePaymentService.class).payments(stranger.actor(), ALL).items());
  }

  /** Returns who asks; nobody for a visitor. */
  @Nullable Person person(Caller caller) {
    return switch (caller) {
      case VISITOR -> null;
      case STRANGER -> house().signIn(stranger.email());
      case STUDENT -> house().signIn(student.email());
      case DROPPED -> house().signIn(dropped.email());
      case TEACHER -> house().signIn(teacher.email());
      case ADMIN -> house().admin();
    };
  }

  /** Returns what stands for an id in a path. */
  Map<String, String> ids() {
    return Map.ofEntries(
        entry("course", "" + course.value()),
        entry("unsold", "" + unsold.value()),
        entry("chapter", "" + chapter),
        entry("lecture", "" + lecture),
        entry("preview", "" + preview),
        entry("draft", "" + draft),
        entry("awaiting", "" + awaiting),
        entry("payment", "" + payment.value()),
        entry("open", "" + open.value()),
        entry("certificate", certificate),
        entry("teacher", "" + teacher.actor().userId().value()));
  }

  String mark() {
    return mark;
  }

  UUID course() {
    return course.value();
  }

  UUID lecture() {
    return lecture;
  }

  UUID awaiting() {
    return awaiting;
  }

  UUID file() {
    return file;
  }

  UUID payment() {
    return payment.value();
  }

  Person teacher() {
    return teacher;
  }

  Person student() {
    return student;
  }

  Person stranger() {
    return stranger;
  }
}
