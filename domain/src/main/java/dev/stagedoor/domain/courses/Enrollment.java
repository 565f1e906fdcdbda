package dev.stagedoor.domain.courses;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.payments.PaymentId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One student's place in one course. There is one for each pair, whatever is repeated.
 *
 * <p>Invariants: a payment that was withdrawn enrolls again only when it is reinstated, in
 * whichever order grant and withdrawal are heard of; it ends with the last payment it rests on, and
 * through nothing else, so what was free does not end; progress never goes back unless it is reset
 * or the enrollment begins anew; completed once is completed for as long as it lasts.
 */
public final class Enrollment {
  /** Where an enrollment stands. */
  public enum Status {
    ACTIVE,
    /** Everything was watched. */
    COMPLETED,
    /** The money went back. */
    DROPPED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final EnrollmentId id;
  private final CourseId course;
  private final UserId student;
  private final Set<PaymentId> standing;
  private final Set<PaymentId> withdrawn;
  private final long version;
  private Status status;
  private @Nullable PaymentId payment;
  private Progress progress;
  private Duration watched;
  private Instant enrolledAt;
  private @Nullable Instant completedAt;
  private @Nullable Instant droppedAt;

  /**
   * The stored form of an enrollment; for repositories only.
   *
   * @param payment the payment it rests on, or rested on when it was dropped
   * @param standing the payments that were granted and not withdrawn, in the order they came
   */
  public record Snapshot(
      EnrollmentId id,
      CourseId course,
      UserId student,
      Status status,
      @Nullable PaymentId payment,
      Set<PaymentId> standing,
      Set<PaymentId> withdrawn,
      Progress progress,
      Duration watched,
      Instant enrolledAt,
      @Nullable Instant completedAt,
      @Nullable Instant droppedAt,
      long version) {
    public Snapshot {
      standing = Collections.unmodifiableSet(new LinkedHashSet<>(standing));
      withdrawn = Collections.unmodifiableSet(new LinkedHashSet<>(withdrawn));
    }
  }

  private Enrollment(Snapshot from) {
    this.id = from.id();
    this.course = from.course();
    this.student = from.student();
    this.status = from.status();
    this.payment = from.payment();
    this.standing = new LinkedHashSet<>(from.standing());
    this.withdrawn = new LinkedHashSet<>(from.withdrawn());
    this.progress = from.progress();
    this.watched = from.watched();
    this.enrolledAt = from.enrolledAt();
    this.completedAt = from.completedAt();
    this.droppedAt = from.droppedAt();
    this.version = from.version();
  }

  /** Makes the place, which nobody has taken yet: it is dropped until something is granted. */
  public static Enrollment place(EnrollmentId id, CourseId course, UserId student, Instant now) {
    return new Enrollment(
        new Snapshot(
            id,
            course,
            student,
            Status.DROPPED,
            null,
            Set.of(),
            Set.of(),
            Progress.NONE,
            Duration.ZERO,
            now,
            null,
            now,
            0));
  }

  /** Rebuilds a stored enrollment; for repositories only. */
  public static Enrollment restore(Snapshot snapshot) {
    return new Enrollment(snapshot);
  }

  public Snapshot snapshot() {
    return new Snapshot(
        id,
        course,
        student,
        status,
        payment,
        standing,
        withdrawn,
        progress,
        watched,
        enrolledAt,
        completedAt,
        droppedAt,
        version);
  }

  /**
   * Enrolls for a payment; repeating it changes nothing, nor does one that was withdrawn. A place
   * that is taken already rests on this payment too, unless it was free. One that was dropped
   * begins anew.
   *
   * @return whether the student is enrolled now who was not before
   */
  public boolean grant(PaymentId paid, Instant now) {
    if (withdrawn.contains(paid) || !standing.add(paid)) {
      return false;
    }
    if (!isFree()) {
      payment = paid;
    }
    return begin(now);
  }

  private boolean isFree() {
    return isActive() && payment == null;
  }

  /**
   * Enrolls in a course that costs nothing; repeating it changes nothing.
   *
   * @return whether the student is enrolled now who was not before
   */
  public boolean grantFree(Instant now) {
    if (!begin(now)) {
      return false;
    }
    payment = null;
    return true;
  }

  private boolean begin(Instant now) {
    if (isActive()) {
      return false;
    }
    status = Status.ACTIVE;
    progress = Progress.NONE;
    watched = Duration.ZERO;
    enrolledAt = now;
    completedAt = null;
    droppedAt = null;
    return true;
  }

  /**
   * Takes back what was granted for a payment. The enrollment ends with the last payment it rests
   * on; one that it does not rest on is only remembered.
   *
   * @return whether the student was enrolled and is not any more
   */
  public boolean withdraw(PaymentId paid, Instant now) {
    withdrawn.add(paid);
    if (!standing.remove(paid) || isFree()) {
      return false;
    }
    if (!standing.isEmpty()) {
      standing.forEach(left -> payment = left);
      return false;
    }
    status = Status.DROPPED;
    droppedAt = now;
    return true;
  }

  /**
   * Takes in how far the student came; less than is known changes nothing.
   *
   * @return whether the course is completed now and was not before
   * @throws DomainException {@code NOT_ENROLLED} when it was dropped
   */
  public boolean learn(Progress made, Duration watchedInAll, Instant now) {
    mustBeActive();
    progress = progress.or(made);
    watched = watched.compareTo(watchedInAll) >= 0 ? watched : watchedInAll;
    if (!progress.isAll() || status == Status.COMPLETED) {
      return false;
    }
    status = Status.COMPLETED;
    completedAt = now;
    return true;
  }

  /**
   * Enrolls for a payment that was withdrawn, because its money did not go back after all. What was
   * watched is kept; a completed course is completed anew, by a certificate of its own.
   *
   * @return whether the student is enrolled now who was not before
   */
  public boolean reinstate(PaymentId paid, Instant now) {
    withdrawn.remove(paid);
    if (isActive() || !paid.equals(payment)) {
      return grant(paid, now);
    }
    standing.add(paid);
    status = Status.ACTIVE;
    completedAt = null;
    droppedAt = null;
    return true;
  }

  /** Begins watching again; what was completed stays completed. */
  public void reset() {
    mustBeActive();
    progress = Progress.NONE;
  }

  /** Tells whether the student may watch. */
  public boolean isActive() {
    return status != Status.DROPPED;
  }

  /** Tells whether the student is or was enrolled, or has no more than the place. */
  public boolean wasTaken() {
    return isActive() || payment != null;
  }

  /** Refuses with {@code NOT_ENROLLED} when it was dropped. */
  public void mustBeActive() {
    if (!isActive()) {
      throw new DomainException(CoursesError.NOT_ENROLLED);
    }
  }

  public boolean isOf(Actor actor) {
    return actor.is(student);
  }

  public EnrollmentId id() {
    return id;
  }

  public CourseId course() {
    return course;
  }

  public UserId student() {
    return student;
  }

  public Status status() {
    return status;
  }

  /** Returns the payment it rests on, the newest of several; empty for what was free. */
  public Optional<PaymentId> payment() {
    return Optional.ofNullable(payment);
  }

  public Progress progress() {
    return progress;
  }

  /** Returns how long the student watched in all, as far as their player told. */
  public Duration watched() {
    return watched;
  }

  public Instant enrolledAt() {
    return enrolledAt;
  }

  public Optional<Instant> completedAt() {
    return Optional.ofNullable(completedAt);
  }

  public Optional<Instant> droppedAt() {
    return Optional.ofNullable(droppedAt);
  }

  public long version() {
    return version;
  }
}
