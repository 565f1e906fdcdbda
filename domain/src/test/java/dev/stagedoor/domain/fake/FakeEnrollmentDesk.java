package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.Enrollment;
import dev.stagedoor.domain.courses.EnrollmentId;
import dev.stagedoor.domain.courses.port.CourseRepository;
import dev.stagedoor.domain.courses.port.EnrollmentDesk;
import dev.stagedoor.domain.courses.port.EnrollmentRepository;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.payments.PaymentId;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;

/** Enrolls students in a store in memory, as a service of its own would, certificates apart. */
public final class FakeEnrollmentDesk implements EnrollmentDesk {
  private final InMemoryStore store;
  private final CourseRepository courses;
  private final EnrollmentRepository enrollments;
  private final Clock clock;

  public FakeEnrollmentDesk(
      InMemoryStore store,
      CourseRepository courses,
      EnrollmentRepository enrollments,
      Clock clock) {
    this.store = store;
    this.courses = courses;
    this.enrollments = enrollments;
    this.clock = clock;
  }

  @Override
  public void complete(UserId student, CourseId course, PaymentId payment) {
    change(student, course, place -> place.grant(payment, clock.instant()));
  }

  @Override
  public void drop(UserId student, CourseId course, PaymentId payment) {
    change(student, course, place -> place.withdraw(payment, clock.instant()));
  }

  @Override
  public void reinstate(UserId student, CourseId course, PaymentId payment) {
    change(student, course, place -> place.reinstate(payment, clock.instant()));
  }

  private void change(UserId student, CourseId course, Consumer<Enrollment> change) {
    store.write(
        () -> {
          courses.find(course).orElseThrow(DomainException::notFound);
          Enrollment place =
              enrollments.lock(
                  Enrollment.place(
                      new EnrollmentId(UUID.randomUUID()), course, student, clock.instant()));
          change.accept(place);
          enrollments.save(place);
          return place;
        });
  }
}
