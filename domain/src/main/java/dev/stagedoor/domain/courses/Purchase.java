package dev.stagedoor.domain.courses;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.payments.PaymentError;
import dev.stagedoor.domain.payments.PaymentId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A student's wish to buy a course, from the first attempt to pay until the money went back, if it
 * ever does. What was paid is what its payments hold.
 *
 * <p>Invariants: a student has one open wish for a course at most; its price is fixed once it was
 * paid; the first payment that covers the price is the one that enrolls, others go back; it enrolls
 * while anything of the price is held, and no longer.
 */
public final class Purchase {
  private static final String SUBJECT = "course_purchase";

  /** Where a purchase stands. */
  public enum Status {
    OPEN,
    PAID,
    /** All of it went back. */
    REFUNDED
  }

  /** What the student has been granted so far. */
  public enum Grant {
    /** Nothing, or nobody knows: what was asked for was not answered yet. */
    NONE,
    ENROLLED,
    WITHDRAWN
  }

  private final PurchaseId id;
  private final CourseId course;
  private final UserId student;
  private final Instant createdAt;
  private final long version;
  private Money price;
  private Status status;
  private Grant grant;
  private @Nullable PaymentId payment;
  private @Nullable Instant paidAt;
  private Money kept;

  /** The stored form of a purchase; for repositories only. */
  public record Snapshot(
      PurchaseId id,
      CourseId course,
      UserId student,
      Money price,
      Status status,
      Grant grant,
      @Nullable PaymentId payment,
      @Nullable Instant paidAt,
      Money kept,
      Instant createdAt,
      long version) {}

  private Purchase(Snapshot from) {
    this.id = from.id();
    this.course = from.course();
    this.student = from.student();
    this.price = from.price();
    this.status = from.status();
    this.grant = from.grant();
    this.payment = from.payment();
    this.paidAt = from.paidAt();
    this.kept = from.kept();
    this.createdAt = from.createdAt();
    this.version = from.version();
  }

  public static Purchase open(
      PurchaseId id, CourseId course, UserId student, Money price, Instant now) {
    if (!price.isPositive()) {
      throw new DomainException(PaymentError.NOTHING_TO_PAY);
    }
    return new Purchase(
        new Snapshot(
            id,
            course,
            student,
            price,
            Status.OPEN,
            Grant.NONE,
            null,
            null,
            Money.zero(price.currency()),
            now,
            0));
  }

  /** Rebuilds a stored purchase; for repositories only. */
  public static Purchase restore(Snapshot snapshot) {
    return new Purchase(snapshot);
  }

  public Snapshot snapshot() {
    return new Snapshot(
        id, course, student, price, status, grant, payment, paidAt, kept, createdAt, version);
  }

  /** Names the purchase to the payments capability. */
  public static Subject subject(PurchaseId id) {
    return new Subject(SUBJECT, id.value());
  }

  /** Returns the purchase a subject names, empty when it names something else. */
  public static Optional<PurchaseId> of(Subject subject) {
    return subject.kind().equals(SUBJECT)
        ? Optional.of(new PurchaseId(subject.id()))
        : Optional.empty();
  }

  /** Takes what the course costs now; once it was paid the price stays. */
  public void reprice(Money now) {
    if (status == Status.OPEN) {
      price = now;
    }
  }

  /** Notes the payment that is to pay for it; once it was paid the one that did stays. */
  public void awaitPayment(PaymentId wanted) {
    if (status == Status.OPEN) {
      payment = wanted;
    }
  }

  /**
   * Takes in what its payments took and hold in all, in its currency.
   *
   * @param last the payment whose news this is
   * @param taken what they took, less what was sent back because it was too much
   * @param held what they took, less everything that went back
   */
  public void received(PaymentId last, Money taken, Money held, Instant now) {
    kept = held;
    if (status == Status.OPEN && taken.isAtLeast(price)) {
      payment = last;
      paidAt = now;
    }
    if (paidAt != null) {
      status = held.isPositive() ? Status.PAID : Status.REFUNDED;
    }
  }

  /** Returns what was paid too much, and is to go back. */
  public Money surplus() {
    return status == Status.PAID ? kept.minus(price).orZero() : Money.zero(price.currency());
  }

  /** Returns what the student is to be granted and has not been, if anything. */
  public Optional<Grant> due() {
    return switch (status) {
      case OPEN -> Optional.empty();
      case PAID -> grant == Grant.ENROLLED ? Optional.empty() : Optional.of(Grant.ENROLLED);
      case REFUNDED -> grant == Grant.WITHDRAWN ? Optional.empty() : Optional.of(Grant.WITHDRAWN);
    };
  }

  /**
   * Notes that what is due is about to be asked for. Until the answer is {@linkplain #granted
   * known} it may have been done or not, so whatever is due by then has to be asked for.
   */
  public void granting() {
    grant = Grant.NONE;
  }

  /** Notes what the student was granted. */
  public void granted(Grant given) {
    grant = given;
  }

  public PurchaseId id() {
    return id;
  }

  public CourseId course() {
    return course;
  }

  public UserId student() {
    return student;
  }

  public Money price() {
    return price;
  }

  public Status status() {
    return status;
  }

  public Grant grant() {
    return grant;
  }

  /** Returns the payment that paid for it, or that is to. */
  public Optional<PaymentId> payment() {
    return Optional.ofNullable(payment);
  }

  public Optional<Instant> paidAt() {
    return Optional.ofNullable(paidAt);
  }

  public Money kept() {
    return kept;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public long version() {
    return version;
  }
}
