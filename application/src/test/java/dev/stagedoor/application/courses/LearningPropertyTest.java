package dev.stagedoor.application.courses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.courses.Certificate;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.CoursesError;
import dev.stagedoor.domain.courses.Enrollment;
import dev.stagedoor.domain.courses.EnrollmentId;
import dev.stagedoor.domain.courses.LectureId;
import dev.stagedoor.domain.courses.Progress;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.payments.PaymentId;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Paying, being paid back, watching and beginning again, in any order and as often as one likes.
 */
class LearningPropertyTest {
  private enum What {
    COMPLETE,
    DROP,
    LEARN,
    WATCH,
    RESET
  }

  /** What happens to whom; {@code which} picks a payment, a lecture or how far. */
  private record Step(What what, boolean isFirstStudent, int which) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.of(What.class),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(0, 3))
        .as(Step::new)
        .list()
        .ofMaxSize(30);
  }

  /** A course of two lectures, and two who want to learn. */
  private static final class Run {
    private final Classroom room = new Classroom();
    private final List<Actor> students = List.of(room.somebody(), room.somebody());
    private final List<LectureId> lectures = List.of(room.lecture("Dawn"), room.lecture("Noon"));
    private final Set<PaymentId> paid = new HashSet<>();
    private final Set<PaymentId> wentBack = new HashSet<>();

    private Run() {
      lectures.forEach(lecture -> room.video(lecture, Duration.ofSeconds(100)));
    }

    private int number(Step step) {
      return step.isFirstStudent() ? 0 : 1;
    }

    private static PaymentId payment(int student, int which) {
      return new PaymentId(new UUID(student, which));
    }

    private Optional<Enrollment> kept(int student) {
      CourseId course = room.course;
      return room.house
          .unitOfWork()
          .read(
              () ->
                  room.house.courses().enrollments().find(course, students.get(student).userId()));
    }

    private Progress progress(int student) {
      return kept(student).map(Enrollment::progress).orElse(Progress.NONE);
    }

    private void happen(Step step) {
      int student = number(step);
      Actor actor = students.get(student);
      PaymentId payment = payment(student, step.which());
      boolean wasIn = isIn(student);
      Progress before = progress(student);
      room.house.clock().advance(Duration.ofSeconds(1));
      try {
        switch (step.what()) {
          case COMPLETE -> {
            paid.add(payment);
            room.enrollments().complete(actor.userId(), room.course, payment);
          }
          case DROP -> {
            wentBack.add(payment);
            room.drop(actor, payment);
          }
          case LEARN -> room.learn(actor, step.which() * 100 / 3);
          case WATCH -> room.watch(actor, lectures.get(step.which() % 2), step.which() * 40L);
          case RESET -> room.progress().reset(actor, room.course);
        }
      } catch (DomainException refused) {
        assertThat(refused.code()).isEqualTo(CoursesError.NOT_ENROLLED);
        assertThat(wasIn).as("who is enrolled is refused nothing").isFalse();
      }
      if (wasIn && step.what() != What.RESET) {
        assertThat(progress(student)).as("never back").isGreaterThanOrEqualTo(before);
      }
      check(student);
    }

    private boolean isIn(int student) {
      for (int which = 0; which <= 3; which++) {
        PaymentId payment = payment(student, which);
        if (paid.contains(payment) && !wentBack.contains(payment)) {
          return true;
        }
      }
      return false;
    }

    private void check(int student) {
      assertThat(kept(student).filter(Enrollment::isActive).isPresent())
          .as("enrolled by what was paid and did not go back")
          .isEqualTo(isIn(student));
      assertThat(room.enrollments().mine(students.get(student), PageRequest.first()).total())
          .isLessThanOrEqualTo(1);
      assertThat(room.courses().get(Actor.visitor(), room.course).enrollmentCount())
          .isEqualTo((isIn(0) ? 1 : 0) + (isIn(1) ? 1 : 0));
      kept(student)
          .ifPresent(
              place ->
                  assertThat(standing(place.id()))
                      .as("certified while it is completed")
                      .isEqualTo(place.status() == Enrollment.Status.COMPLETED ? 1 : 0));
    }

    /** Counts the certificates of a place that are not revoked. */
    private long standing(EnrollmentId place) {
      return room.house
          .unitOfWork()
          .read(
              () ->
                  room.house
                      .courses()
                      .certificates()
                      .all()
                      .filter(one -> one.enrollment().equals(place))
                      .filter(one -> !one.isRevoked())
                      .map(Certificate::number)
                      .count());
    }
  }

  @Property(tries = 150)
  void whoPaidIsEnrolledOnceProgressNeverGoesBackAndOneCertificateStands(
      @ForAll("steps") List<Step> steps) {
    Run run = new Run();

    steps.forEach(run::happen);

    assertThat(run.room.courses().get(Actor.visitor(), run.room.course).lectureCount())
        .isEqualTo(2);
  }
}
