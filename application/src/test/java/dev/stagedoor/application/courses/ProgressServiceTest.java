package dev.stagedoor.application.courses;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.courses.CoursesError;
import dev.stagedoor.domain.courses.LectureId;
import dev.stagedoor.domain.courses.Progress;
import dev.stagedoor.domain.fixture.CourseSamples;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.payments.PaymentId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressServiceTest {
  private final Classroom room = new Classroom();
  private final ProgressService progress = room.progress();
  private final Actor student = room.somebody();
  private final PaymentId payment = room.enroll(student);

  private static Progress percent(int percent) {
    return new Progress(percent * 100);
  }

  private CertificateView certificate() {
    return certificate(room.enrollment(student).certificateNumber().orElseThrow());
  }

  private CertificateView certificate(String number) {
    return room.certificates().get(number);
  }

  @Test
  void lessThanIsKnownChangesNothing() {
    room.learn(student, 75);

    EnrollmentView after = room.learn(student, 50);

    assertThat(after.progress()).isEqualTo(percent(75));
    assertThat(after.watched()).isEqualTo(Duration.ofMinutes(75));
    assertThat(after.status()).isEqualTo("active");
    assertThat(after.certificateNumber()).isEmpty();
  }

  @Test
  void atTheEndTheCourseIsCompletedAndCertifiedOnce() {
    EnrollmentView done = room.learn(student, 100);
    Instant then = room.house.clock().instant();
    room.house.clock().advance(Duration.ofDays(1));
    EnrollmentView again = room.learn(student, 100);

    assertThat(done.status()).isEqualTo("completed");
    assertThat(done.completedAt()).contains(then);
    assertThat(again).isEqualTo(done);
    assertThat(certificate())
        .isEqualTo(
            new CertificateView(
                done.certificateNumber().orElseThrow(),
                room.course.value(),
                "Painting with light",
                "Ada Lovelace",
                "Charles Babbage",
                then,
                Optional.empty()));
  }

  @Test
  void ofManyWhoCompleteItAtOnceOneIsCertified() {
    List<Optional<String>> numbers = Race.of(4, () -> room.learn(student, 100).certificateNumber());

    assertThat(numbers).doesNotContain(Optional.empty());
    assertThat(numbers.stream().distinct()).hasSize(1);
  }

  @Test
  void aCertificateKeepsTheWordsOfItsDay() {
    room.learn(student, 100);
    room.courses()
        .change(
            room.teacher,
            room.course,
            new ChangeCourse(
                Optional.of("Another"), Optional.empty(), Optional.empty(), Optional.empty()));

    assertThat(certificate().courseTitle()).isEqualTo("Painting with light");
  }

  @Test
  void aCertificateIsRevokedWithTheEnrollmentAndANewOneIsEarnedAnew() {
    String first = room.learn(student, 100).certificateNumber().orElseThrow();
    room.drop(student, payment);
    Instant revoked = room.house.clock().instant();
    room.house.clock().advance(Duration.ofDays(1));
    room.drop(student, payment);

    assertThat(certificate(first).revokedAt()).contains(revoked);
    assertThat(room.enrollment(student).certificateNumber()).isEmpty();

    PaymentId unused = room.enroll(student);
    assertThat(room.enrollment(student).certificateNumber()).isEmpty();
    String second = room.learn(student, 100).certificateNumber().orElseThrow();

    assertThat(second).isNotEqualTo(first);
    assertThat(certificate(second).revokedAt()).isEmpty();
    assertThat(certificate(first).revokedAt()).contains(revoked);
  }

  @Test
  void thereIsNoCertificateOfANumberThatWasNeverGiven() {
    String never = CourseSamples.aCertificateNumber().value();

    assertRefused(CoursesError.CERTIFICATE_UNKNOWN, () -> room.certificates().get(never));
    assertRefused(CoursesError.CERTIFICATE_UNKNOWN, () -> room.certificates().get("nonsense"));
  }

  @Test
  void eachLectureCountsTheSameHoweverLong() {
    LectureId dawn = room.lecture("Dawn");
    LectureId noon = room.lecture("Noon");
    room.video(dawn, Duration.ofSeconds(100));
    room.video(noon, Duration.ofSeconds(1000));

    assertThat(room.watch(student, dawn, 50).progress()).isEqualTo(percent(25));
    assertThat(room.watch(student, dawn, 94).progress()).isEqualTo(percent(47));
    assertThat(room.watch(student, dawn, 95).progress()).as("credits").isEqualTo(percent(50));
    assertThat(room.watch(student, noon, 100).progress()).isEqualTo(percent(55));
    assertThat(room.watch(student, noon, 950).status()).isEqualTo("completed");
    assertThat(room.enrollment(student).certificateNumber()).isPresent();
    assertThat(room.enrollment(student).watched()).isEqualTo(Duration.ofSeconds(50));
  }

  @Test
  void whereAStudentGoesOnFollowsThePlayerAndTheRestNeverGoesBack() {
    LectureId dawn = room.lecture("Dawn");
    room.video(dawn, Duration.ofSeconds(100));
    room.watch(student, dawn, 60);

    EnrollmentView after = room.watch(student, dawn, 20);

    assertThat(after.progress()).isEqualTo(percent(60));
    assertThat(room.curricula().lecture(student, dawn).watched())
        .contains(new LectureView.Watched(Duration.ofSeconds(20), Duration.ofSeconds(60), false));
  }

  @Test
  void aLectureOfUnknownLengthIsDoneWhenTheStudentSaysSo() {
    LectureId reading = room.lecture("Reading");

    assertThat(room.watch(student, reading, 5000).progress()).isEqualTo(Progress.NONE);
    EnrollmentView done = progress.watch(student, reading, Duration.ZERO, true, Duration.ZERO);

    assertThat(done.status()).isEqualTo("completed");
    assertThat(room.curricula().lecture(student, reading).watched())
        .hasValueSatisfying(watched -> assertThat(watched.isCompleted()).isTrue());
  }

  @Test
  void draftsDoNotCountAndStudentsDoNotWatchThem() {
    LectureId dawn = room.lecture("Dawn");
    LectureId secret = room.lecture(Optional.empty(), "Secret", false, true);
    room.video(dawn, Duration.ofSeconds(100));
    PaymentId unused = room.enroll(room.teacher);

    assertThat(room.watch(student, dawn, 50).progress()).isEqualTo(percent(50));
    assertRefused(CommonError.NOT_FOUND, () -> room.watch(student, secret, 50));
    assertThat(progress.watch(room.teacher, secret, Duration.ZERO, true, Duration.ZERO).progress())
        .isEqualTo(Progress.NONE);
  }

  @Test
  void aCourseThatHasOnlyDraftsIsNotCompletedByThem() {
    LectureId secret = room.lecture(Optional.empty(), "Secret", false, true);
    PaymentId unused = room.enroll(room.teacher);

    assertThat(progress.watch(room.teacher, secret, Duration.ZERO, true, Duration.ZERO).status())
        .isEqualTo("active");
  }

  @Test
  void onlyWhoIsEnrolledLearns() {
    LectureId dawn = room.lecture(Optional.empty(), "Dawn", true, false);
    for (Actor other : List.of(room.somebody(), room.dropped(), room.teacher)) {
      assertRefused(CoursesError.NOT_ENROLLED, () -> room.learn(other, 10));
      assertRefused(CoursesError.NOT_ENROLLED, () -> room.watch(other, dawn, 10));
      assertRefused(CoursesError.NOT_ENROLLED, () -> progress.reset(other, room.course));
    }
    assertRefused(CommonError.NOT_SIGNED_IN, () -> room.learn(Actor.visitor(), 10));
    assertRefused(CommonError.NOT_SIGNED_IN, () -> room.watch(Actor.visitor(), dawn, 10));
    assertRefused(CommonError.NOT_SIGNED_IN, () -> progress.reset(Actor.visitor(), room.course));
  }

  @Test
  void timesThatCannotBeAreRefused() {
    LectureId dawn = room.lecture("Dawn");
    Duration back = Duration.ofSeconds(-1);
    Duration forever = Duration.ofDays(100_000);

    assertRefused(
        CommonError.INVALID_VALUE, () -> progress.learn(student, room.course, percent(1), back));
    assertRefused(
        CommonError.INVALID_VALUE, () -> progress.learn(student, room.course, percent(1), forever));
    assertRefused(
        CommonError.INVALID_VALUE, () -> progress.watch(student, dawn, Duration.ZERO, false, back));
    assertRefused(
        CommonError.INVALID_VALUE,
        () -> progress.watch(student, dawn, Duration.ZERO, false, forever));
    assertRefused(
        CommonError.INVALID_VALUE, () -> progress.watch(student, dawn, back, false, Duration.ZERO));
    assertThat(room.enrollment(student).watched()).isEqualTo(Duration.ZERO);
  }

  @Test
  void whoBeginsAgainKeepsWhatWasCompleted() {
    LectureId dawn = room.lecture("Dawn");
    room.video(dawn, Duration.ofSeconds(100));
    EnrollmentView done = room.watch(student, dawn, 100);

    EnrollmentView reset = progress.reset(student, room.course);

    assertThat(reset.progress()).isEqualTo(Progress.NONE);
    assertThat(reset.status()).isEqualTo("completed");
    assertThat(reset.certificateNumber()).isEqualTo(done.certificateNumber());
    assertThat(room.curricula().lecture(student, dawn).watched()).isEmpty();
    EnrollmentView again = room.watch(student, dawn, 100);
    assertThat(again.progress()).isEqualTo(Progress.ALL);
    assertThat(again.certificateNumber()).isEqualTo(done.certificateNumber());
    assertThat(again.completedAt()).isEqualTo(done.completedAt());
  }
}
