package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.contract.RepositoryContract.assertStale;
import static dev.stagedoor.domain.fixture.CourseSamples.aPlace;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aPaymentId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.Enrollment;
import dev.stagedoor.domain.courses.EnrollmentId;
import dev.stagedoor.domain.courses.Progress;
import dev.stagedoor.domain.courses.port.EnrollmentRepository;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.payments.PaymentId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store of enrollments must do. */
public interface EnrollmentRepositoryContract extends CoursesContract {
  private EnrollmentRepository enrollments() {
    return stores().enrollments();
  }

  @Test
  default void whoHasNoPlaceIsAbsentAndOthersPlacesAreTheirs() {
    CourseId course = aCourseOnFile();
    UserId student = anAccountOnFile();
    enroll(course, anAccountOnFile(), place -> place.grantFree(NOW));
    enroll(aCourseOnFile(), student, place -> place.grantFree(NOW));

    assertThat(write(() -> enrollments().find(course, student))).isEmpty();
  }

  @Test
  default void aPlaceIsStoredWhereThereIsNoneAndFoundWhereThereIs() {
    Enrollment wanted = aPlace(aCourseOnFile(), anAccountOnFile());

    Enrollment first = write(() -> enrollments().lock(wanted));
    Enrollment second =
        write(
            () ->
                enrollments().lock(aPlace(wanted.course(), wanted.student(), NOW.plusSeconds(9))));

    assertSame(first, wanted);
    assertSame(second, wanted);
    assertThat(stored(wanted).version()).isEqualTo(1);
  }

  @Test
  default void anEnrollmentComesBackAsItWasSaved() {
    Enrollment bought = write(() -> enrollments().lock(aPlace(aCourseOnFile(), anAccountOnFile())));
    for (int i = 0; i < 4; i++) {
      bought.grant(aPaymentId(), NOW.plusSeconds(1));
      bought.withdraw(aPaymentId(), NOW.plusSeconds(2));
    }
    bought.learn(Progress.ALL, Duration.ofMillis(90_500), NOW.plusSeconds(3));
    Enrollment dropped =
        write(() -> enrollments().lock(aPlace(aCourseOnFile(), anAccountOnFile())));
    PaymentId payment = aPaymentId();
    dropped.grant(payment, NOW.plusSeconds(1));
    dropped.learn(new Progress(3_333), Duration.ofHours(1), NOW.plusSeconds(2));
    dropped.withdraw(payment, NOW.plusSeconds(3));
    run(
        () -> {
          enrollments().save(bought);
          enrollments().save(dropped);
        });

    assertSame(stored(bought), bought);
    assertThat(stored(bought).snapshot().standing())
        .containsExactlyElementsOf(bought.snapshot().standing());
    assertThat(stored(bought).snapshot().withdrawn())
        .containsExactlyElementsOf(bought.snapshot().withdrawn());
    assertThat(stored(bought).version()).isEqualTo(2);
    assertSame(stored(dropped), dropped);
    assertSame(write(() -> enrollments().lock(dropped)), dropped);
  }

  @Test
  default void aChangeNotSavedIsNotSeen() {
    Enrollment place = aPlace(aCourseOnFile(), anAccountOnFile());
    run(() -> enrollments().lock(place).grantFree(NOW));
    place.grantFree(NOW);
    run(() -> enrollments().find(place.course(), place.student()).orElseThrow().grantFree(NOW));

    assertThat(stored(place).isActive()).isFalse();
  }

  @Test
  default void aSaveOnAStaleVersionIsRefusedAndChangesNothing() {
    Enrollment place = write(() -> enrollments().lock(aPlace(aCourseOnFile(), anAccountOnFile())));
    enroll(place.course(), place.student(), one -> one.grantFree(NOW));
    place.grant(aPaymentId(), NOW);

    assertStale(() -> run(() -> enrollments().save(place)));

    assertThat(stored(place).payment()).isEmpty();
  }

  @Test
  default void ofConcurrentCallsForOnePairExactlyOnePlaceComesToBe() {
    CourseId course = aCourseOnFile();
    UserId student = anAccountOnFile();

    List<EnrollmentId> places =
        Race.of(6, () -> write(() -> enrollments().lock(aPlace(course, student)).id()));

    assertThat(places)
        .containsOnly(write(() -> enrollments().find(course, student)).orElseThrow().id());
  }

  @Test
  default void changesUnderALockAreNeverLost() {
    CourseId course = aCourseOnFile();
    UserId student = anAccountOnFile();

    Race.of(
        4,
        () -> {
          for (int i = 0; i < 5; i++) {
            enroll(course, student, place -> place.grant(aPaymentId(), NOW));
          }
          return true;
        });

    assertThat(write(() -> enrollments().find(course, student)).orElseThrow().snapshot().standing())
        .hasSize(20);
  }

  @Test
  default void aFailedUnitOfWorkSavesNothing() {
    Enrollment place = aPlace(aCourseOnFile(), anAccountOnFile());

    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      enrollments().lock(place);
                      throw new UnsupportedOperationException("on purpose");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(write(() -> enrollments().find(place.course(), place.student()))).isEmpty();
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    CourseId course = aCourseOnFile();
    UserId student = anAccountOnFile();
    Enrollment enrollment = enroll(course, student, place -> place.grantFree(NOW));

    assertNeedsUnitOfWork(() -> enrollments().find(course, student));
    assertNeedsUnitOfWork(() -> enrollments().lock(enrollment));
    assertNeedsUnitOfWork(() -> enrollments().save(enrollment));
  }

  private Enrollment stored(Enrollment of) {
    return write(() -> enrollments().find(of.course(), of.student()).orElseThrow());
  }

  private static void assertSame(Enrollment actual, Enrollment expected) {
    assertThat(actual.snapshot())
        .usingRecursiveComparison()
        .ignoringFields("version")
        .isEqualTo(expected.snapshot());
  }
}
