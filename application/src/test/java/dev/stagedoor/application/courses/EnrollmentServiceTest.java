package dev.stagedoor.application.courses;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static dev.stagedoor.domain.fixture.Samples.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.contract.EnrollmentDeskContract;
import dev.stagedoor.domain.contract.EnrollmentWorld;
import dev.stagedoor.domain.courses.Course;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.CoursesError;
import dev.stagedoor.domain.courses.LectureId;
import dev.stagedoor.domain.courses.Progress;
import dev.stagedoor.domain.courses.port.EnrollmentDesk;
import dev.stagedoor.domain.fixture.CourseSamples;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.fixture.Samples;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.payments.PaymentId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnrollmentServiceTest implements EnrollmentDeskContract, EnrollmentWorld {
  private final Classroom room = new Classroom();
  private final EnrollmentService enrollments = room.enrollments();
  private final Actor student = room.somebody();

  @Override
  public EnrollmentDesk desk() {
    return enrollments;
  }

  @Override
  public EnrollmentWorld world() {
    return this;
  }

  @Override
  public UserId aStudent() {
    return room.somebody().userId();
  }

  @Override
  public CourseId aCourse() {
    return room.begin("Weaving", Course.Status.PUBLISHED);
  }

  @Override
  public boolean isEnrolled(UserId who, CourseId course) {
    return enrollments.mine(Actor.user(who, Role.USER), PageRequest.first()).items().stream()
        .filter(one -> one.courseId().equals(course.value()))
        .anyMatch(one -> one.status().equals("active"));
  }

  private long students() {
    return room.courses().get(Actor.visitor(), room.course).enrollmentCount();
  }

  private EnrollmentView enrollFree(Actor actor, CourseId course) {
    return room.house.unitOfWork().write(() -> enrollments.enrollFree(actor, course));
  }

  @Test
  void whoHasPaidIsEnrolledOnceHoweverOftenThatIsSaid() {
    PaymentId payment = room.enroll(student);
    EnrollmentView once = room.enrollment(student);
    room.house.clock().advance(Duration.ofDays(1));

    enrollments.complete(student.userId(), room.course, payment);

    assertThat(room.enrollment(student)).isEqualTo(once);
    assertThat(once.status()).isEqualTo("active");
    assertThat(once.paymentId()).contains(payment.value());
    assertThat(once.studentName()).isEqualTo("Ada Lovelace");
    assertThat(once.courseSlug()).isEqualTo("painting-with-light");
    assertThat(students()).isEqualTo(1);
  }

  @Test
  void ofManyWhoSayItAtOnceOneEnrolls() {
    PaymentId payment = Samples.aPaymentId();

    var unused =
        Race.of(
            4,
            () -> {
              enrollments.complete(student.userId(), room.course, payment);
              return payment;
            });

    assertThat(enrollments.mine(student, PageRequest.first()).total()).isEqualTo(1);
    assertThat(students()).isEqualTo(1);
  }

  @Test
  void aPaymentThatWentBackNeverEnrollsInWhateverOrder() {
    PaymentId payment = Samples.aPaymentId();

    room.drop(student, payment);
    enrollments.complete(student.userId(), room.course, payment);

    assertThat(students()).isZero();
    assertThat(enrollments.mine(student, PageRequest.first()).items()).isEmpty();
    assertRefused(CoursesError.NOT_ENROLLED, () -> room.enrollment(student));
  }

  @Test
  void whoIsDroppedKnowsItAndMayNotLearnOn() {
    PaymentId payment = room.enroll(student);

    room.drop(student, payment);
    Instant dropped = room.house.clock().instant();
    room.house.clock().advance(Duration.ofDays(1));
    room.drop(student, payment);

    assertThat(room.enrollment(student).status()).isEqualTo("dropped");
    assertThat(room.enrollment(student).droppedAt()).contains(dropped);
    assertThat(students()).isZero();
    assertRefused(CoursesError.NOT_ENROLLED, () -> room.learn(student, 10));
    assertRefused(CoursesError.NOT_ENROLLED, () -> room.progress().reset(student, room.course));
  }

  @Test
  void whoBuysAgainBeginsAnew() {
    LectureId lecture = room.lecture("Dawn");
    PaymentId first = room.enroll(student);
    room.watch(student, lecture, 30);
    room.learn(student, 50);
    room.drop(student, first);

    PaymentId second = room.enroll(student);

    EnrollmentView anew = room.enrollment(student);
    assertThat(anew.status()).isEqualTo("active");
    assertThat(anew.progress()).isEqualTo(Progress.NONE);
    assertThat(anew.watched()).isEqualTo(Duration.ZERO);
    assertThat(anew.paymentId()).contains(second.value());
    assertThat(anew.droppedAt()).isEmpty();
    assertThat(room.curricula().lecture(student, lecture).watched()).isEmpty();
  }

  @Test
  void whoseMoneyDidNotGoBackIsPutBackWithWhatWasWatched() {
    LectureId lecture = room.lecture("Dawn");
    PaymentId payment = room.enroll(student);
    room.watch(student, lecture, 30);
    room.learn(student, 50);
    room.drop(student, payment);

    enrollments.reinstate(student.userId(), room.course, payment);

    assertThat(room.enrollment(student).status()).isEqualTo("active");
    assertThat(room.enrollment(student).progress()).isEqualTo(new Progress(5_000));
    assertThat(room.curricula().lecture(student, lecture).watched()).isPresent();
    assertThat(students()).isEqualTo(1);
  }

  @Test
  void nobodyIsEnrolledInNothingAndNobodyElseIs() {
    PaymentId payment = Samples.aPaymentId();

    assertRefused(
        CommonError.NOT_FOUND,
        () -> enrollments.complete(student.userId(), CourseSamples.aCourseId(), payment));
    assertRefused(
        CommonError.NOT_FOUND, () -> enrollments.complete(Samples.aUserId(), room.course, payment));
    assertRefused(
        CommonError.NOT_FOUND, () -> enrollments.drop(Samples.aUserId(), room.course, payment));
    assertThat(students()).isZero();
  }

  @Test
  void somebodyListsTheirOwnTheNewestFirst() {
    PaymentId unused = room.enroll(student);
    room.house.clock().advance(Duration.ofDays(1));
    CourseId other = room.begin("Weaving", Course.Status.PUBLISHED);
    enrollments.complete(student.userId(), other, Samples.aPaymentId());
    Actor somebodyElse = room.student();

    assertThat(enrollments.mine(student, PageRequest.first()).items())
        .extracting(EnrollmentView::courseTitle)
        .containsExactly("Weaving", "Painting with light");
    assertThat(enrollments.mine(somebodyElse, PageRequest.first()).total()).isEqualTo(1);
    assertRefused(
        CommonError.NOT_SIGNED_IN, () -> enrollments.mine(Actor.visitor(), PageRequest.first()));
  }

  @Test
  void whoIsNotEnrolledIsToldSoUnlessTheyMayNotKnowOfTheCourse() {
    assertRefused(CoursesError.NOT_ENROLLED, () -> room.enrollment(student));
    assertRefused(CommonError.NOT_SIGNED_IN, () -> room.enrollment(Actor.visitor()));

    room.put(Course.Status.DRAFT);

    assertRefused(CommonError.NOT_FOUND, () -> room.enrollment(student));
    assertRefused(CommonError.NOT_FOUND, () -> room.learn(student, 10));
  }

  @Test
  void theTeacherSeesSomebodysEnrollmentAndNobodyElseDoes() {
    PaymentId unused = room.enroll(student);

    assertThat(enrollments.of(room.teacher, room.course, student.userId()))
        .isEqualTo(room.enrollment(student));
    assertThat(enrollments.of(Actor.system(), room.course, student.userId()))
        .isEqualTo(room.enrollment(student));
    assertRefused(
        CommonError.NOT_ALLOWED,
        () -> enrollments.of(room.student(), room.course, student.userId()));
    assertRefused(
        CommonError.NOT_FOUND,
        () -> enrollments.of(room.teacher, room.course, room.somebody().userId()));
  }

  @Test
  void whatCostsNothingEnrollsAtOnceAndOnce() {
    CourseId free =
        new CourseId(
            room.courses()
                .create(room.teacher, new NewCourse("Weaving", "", usd(0), Course.Status.PUBLISHED))
                .id());

    EnrollmentView enrolled = enrollFree(student, free);

    assertThat(enrolled.status()).isEqualTo("active");
    assertThat(enrolled.paymentId()).isEmpty();
    assertThat(enrollFree(student, free)).isEqualTo(enrolled);
    assertThat(room.courses().get(student, free).enrollmentCount()).isEqualTo(1);
    assertThatThrownBy(() -> enrollFree(student, room.course))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatIsNotOnSaleEnrollsNobodyForNothing() {
    CourseId free =
        new CourseId(
            room.courses()
                .create(room.teacher, new NewCourse("Weaving", "", usd(0), Course.Status.PUBLISHED))
                .id());
    EnrollmentView unused = enrollFree(student, free);
    var archived =
        room.courses()
            .change(
                room.teacher,
                free,
                new ChangeCourse(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(Course.Status.ARCHIVED)));

    assertThat(archived.status()).isEqualTo("archived");
    assertRefused(CommonError.NOT_FOUND, () -> enrollFree(room.somebody(), free));
    assertRefused(CoursesError.COURSE_NOT_ON_SALE, () -> enrollFree(room.teacher, free));
  }

  @Test
  void aTeacherMayBuyTheOwnCourse() {
    PaymentId unused = room.enroll(room.teacher);

    assertThat(room.enrollment(room.teacher).status()).isEqualTo("active");
  }
}
