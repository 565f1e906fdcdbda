package dev.stagedoor.application.courses;

import dev.stagedoor.application.port.CourseQueries;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.courses.Course;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.CoursesError;
import dev.stagedoor.domain.courses.Enrollment;
import dev.stagedoor.domain.courses.EnrollmentId;
import dev.stagedoor.domain.courses.Progress;
import dev.stagedoor.domain.courses.port.CourseRepository;
import dev.stagedoor.domain.courses.port.EnrollmentDesk;
import dev.stagedoor.domain.courses.port.EnrollmentRepository;
import dev.stagedoor.domain.courses.port.WatchedLectureRepository;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.payments.PaymentId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Who is enrolled in what. Enrolls for payments that were made here or at a service of its own. */
public final class EnrollmentService implements EnrollmentDesk {
  private final UnitOfWork work;
  private final CourseAccess access;
  private final CourseRepository courses;
  private final AccountRepository accounts;
  private final EnrollmentRepository enrollments;
  private final WatchedLectureRepository watchedLectures;
  private final CertificateService certificates;
  private final CourseQueries queries;
  private final Clock clock;
  private final Ids ids;

  public EnrollmentService(
      UnitOfWork work,
      CourseAccess access,
      CourseRepository courses,
      AccountRepository accounts,
      EnrollmentRepository enrollments,
      WatchedLectureRepository watchedLectures,
      CertificateService certificates,
      CourseQueries queries,
      Clock clock,
      Ids ids) {
    this.work = work;
    this.access = access;
    this.courses = courses;
    this.accounts = accounts;
    this.enrollments = enrollments;
    this.watchedLectures = watchedLectures;
    this.certificates = certificates;
    this.queries = queries;
    this.clock = clock;
    this.ids = ids;
  }

  /** Lists what the caller is or was enrolled in, the newest first. */
  public Page<EnrollmentView> mine(Actor actor, PageRequest page) {
    UserId student = actor.userId();
    return work.read(() -> queries.enrollments(student, page));
  }

  /**
   * Returns the caller's enrollment in a course, also one that was dropped.
   *
   * @throws DomainException {@code NOT_ENROLLED} when they never were and may know of the course
   */
  public EnrollmentView mine(Actor actor, CourseId course) {
    UserId student = actor.userId();
    return work.read(
        () ->
            queries
                .enrollment(course, student)
                .orElseThrow(
                    () -> {
                      var unused = access.known(actor, course);
                      return new DomainException(CoursesError.NOT_ENROLLED);
                    }));
  }

  /** Returns somebody's enrollment in a course to its teacher. */
  public EnrollmentView of(Actor actor, CourseId course, UserId student) {
    return work.read(
        () ->
            queries
                .enrollment(access.taught(actor, course).id(), student)
                .orElseThrow(DomainException::notFound));
  }

  /**
   * Returns somebody's enrollment, for a service that was let in; empty when there never was one.
   */
  public Optional<EnrollmentView> standing(UserId student, CourseId course) {
    return work.read(() -> queries.enrollment(course, student));
  }

  /** Enrolls a student who has paid. */
  @Override
  public void complete(UserId student, CourseId course, PaymentId payment) {
    change(
        student,
        course,
        (place, now) -> {
          if (place.grant(payment, now)) {
            forgetAll(place);
          }
        });
  }

  /** Ends what was granted for a payment, and revokes its certificate. */
  @Override
  public void drop(UserId student, CourseId course, PaymentId payment) {
    change(
        student,
        course,
        (place, now) -> {
          if (place.withdraw(payment, now)) {
            certificates.revoke(place.id(), now);
          }
        });
  }

  /** Puts back what was dropped, because the money did not go back after all. */
  @Override
  public void reinstate(UserId student, CourseId course, PaymentId payment) {
    change(
        student,
        course,
        (place, now) -> {
          if (place.reinstate(payment, now) && place.progress().equals(Progress.NONE)) {
            forgetAll(place);
          }
        });
  }

  /** Enrolls the caller in a course that costs nothing, in the open unit of work. */
  EnrollmentView enrollFree(Actor actor, CourseId id) {
    UserId student = actor.userId();
    Course course = access.known(actor, id);
    course.mustBeOnSale();
    if (!course.isFree()) {
      throw new IllegalStateException(id + " is not free");
    }
    change(
        student,
        id,
        (place, now) -> {
          if (place.grantFree(now)) {
            forgetAll(place);
          }
        });
    return queries.enrollment(id, student).orElseThrow(DomainException::notFound);
  }

  private void forgetAll(Enrollment place) {
    watchedLectures.forget(place.id(), Optional.empty());
  }

  /** Changes the place of a student, made where there is none, and keeps it when it did change. */
  private void change(UserId student, CourseId course, BiConsumer<Enrollment, Instant> change) {
    work.run(
        () -> {
          if (courses.find(course).isEmpty() || accounts.find(student).isEmpty()) {
            throw DomainException.notFound();
          }
          Instant now = clock.instant();
          Enrollment place =
              enrollments.lock(
                  Enrollment.place(new EnrollmentId(ids.next()), course, student, now));
          Enrollment.Snapshot before = place.snapshot();
          change.accept(place, now);
          if (!place.snapshot().equals(before)) {
            enrollments.save(place);
          }
        });
  }
}
