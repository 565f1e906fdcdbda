package dev.stagedoor.application.courses;

import dev.stagedoor.application.payments.CheckoutService;
import dev.stagedoor.application.payments.ClaimedAmount;
import dev.stagedoor.application.payments.NewPayment;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.courses.Course;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.CoursesError;
import dev.stagedoor.domain.courses.Enrollment;
import dev.stagedoor.domain.courses.Purchase;
import dev.stagedoor.domain.courses.PurchaseId;
import dev.stagedoor.domain.courses.port.CourseRepository;
import dev.stagedoor.domain.courses.port.EnrollmentRepository;
import dev.stagedoor.domain.courses.port.PurchaseLists;
import dev.stagedoor.domain.courses.port.PurchaseRepository;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.payments.Payment;
import dev.stagedoor.domain.payments.PaymentError;
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.domain.payments.PaymentStatus;
import dev.stagedoor.domain.payments.port.PaymentLists;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Sells courses: prepares what students pay. */
public final class PurchaseService {
  private final UnitOfWork work;
  private final CourseRepository courses;
  private final EnrollmentRepository enrollments;
  private final PurchaseRepository purchases;
  private final PurchaseLists purchaseLists;
  private final PaymentLists lists;
  private final CheckoutService checkouts;
  private final EnrollmentService places;
  private final Clock clock;
  private final Ids ids;

  public PurchaseService(
      UnitOfWork work,
      CourseRepository courses,
      EnrollmentRepository enrollments,
      PurchaseRepository purchases,
      PurchaseLists purchaseLists,
      PaymentLists lists,
      CheckoutService checkouts,
      EnrollmentService places,
      Clock clock,
      Ids ids) {
    this.work = work;
    this.courses = courses;
    this.enrollments = enrollments;
    this.purchases = purchases;
    this.purchaseLists = purchaseLists;
    this.lists = lists;
    this.checkouts = checkouts;
    this.places = places;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Prepares the payment of a course. Asking again gives the same charge as long as the price and
   * the provider are the same; another is given up first. A course that costs nothing enrolls at
   * once.
   *
   * @param claimed what the client believes it costs
   * @param provider who is to take the money; else the currency decides
   * @throws DomainException {@code AMOUNT_MISMATCH}, {@code ALREADY_ENROLLED}, {@code
   *     COURSE_NOT_ON_SALE}, {@code PAYMENT_IN_PROGRESS}, {@code UNKNOWN_PROVIDER}, {@code
   *     CURRENCY_NOT_SUPPORTED} or, when another currency is claimed, {@code INVALID_VALUE}
   */
  public OpenedPurchase pay(
      Actor actor, CourseId course, Optional<Money> claimed, Optional<ProviderId> provider) {
    UserId student = actor.userId();
    work.write(() -> unfit(actor, student, course, claimed, provider)).forEach(checkouts::abandon);
    Begun begun = work.write(() -> begin(actor, student, course, claimed, provider));
    return new OpenedPurchase(
        begun.amount(), begun.payment().map(checkouts::open), begun.enrollment());
  }

  private record Begun(
      Money amount, Optional<PaymentId> payment, Optional<EnrollmentView> enrollment) {}

  /** Returns the open payments that must be given up before another can be begun. */
  private List<PaymentId> unfit(
      Actor actor,
      UserId student,
      CourseId id,
      Optional<Money> claimed,
      Optional<ProviderId> provider) {
    Course course = onSale(actor, student, id, claimed);
    // What was to be paid before it came to be free is not to be paid any more.
    Optional<Purchase> purchase =
        course.isFree() ? purchaseLists.open(id, student) : Optional.of(lockOpen(course, student));
    return purchase.stream()
        .flatMap(wanted -> open(wanted).stream())
        .filter(payment -> !fits(payment, course, provider))
        .map(Payment::id)
        .toList();
  }

  private Begun begin(
      Actor actor,
      UserId student,
      CourseId id,
      Optional<Money> claimed,
      Optional<ProviderId> provider) {
    Course course = onSale(actor, student, id, claimed);
    if (course.isFree()) {
      return new Begun(course.price(), Optional.empty(), Optional.of(places.enrollFree(actor, id)));
    }
    Purchase purchase = lockOpen(course, student);
    purchase.reprice(course.price());
    List<Payment> open = open(purchase);
    boolean isWithTheBank =
        open.stream()
            .anyMatch(
                payment ->
                    payment.status() == PaymentStatus.PROCESSING
                        || !fits(payment, course, provider));
    if (isWithTheBank) {
      throw new DomainException(PaymentError.PAYMENT_IN_PROGRESS);
    }
    PaymentId payment =
        open.stream()
            .findFirst()
            .map(Payment::id)
            .orElseGet(() -> begin(purchase, course, provider));
    purchase.awaitPayment(payment);
    purchases.save(purchase);
    return new Begun(course.price(), Optional.of(payment), Optional.empty());
  }

  private PaymentId begin(Purchase purchase, Course course, Optional<ProviderId> provider) {
    return checkouts
        .begin(
            new NewPayment(
                Purchase.subject(purchase.id()),
                purchase.student(),
                course.price(),
                course.title(),
                provider))
        .id();
  }

  /** Finds a course that the student can buy now for what they believe it costs. */
  private Course onSale(Actor actor, UserId student, CourseId id, Optional<Money> claimed) {
    Course course = courses.find(id).orElseThrow(DomainException::notFound);
    mustNotOwn(id, student);
    if (course.status() != Course.Status.PUBLISHED && !course.isTaughtBy(actor)) {
      throw DomainException.notFound();
    }
    course.mustBeOnSale();
    ClaimedAmount.mustBe(course.price(), claimed);
    return course;
  }

  private void mustNotOwn(CourseId course, UserId student) {
    boolean isEnrolled = enrollments.find(course, student).filter(Enrollment::isActive).isPresent();
    if (isEnrolled || !purchaseLists.paid(course, student).isEmpty()) {
      throw new DomainException(CoursesError.ALREADY_ENROLLED);
    }
  }

  /** Locks the open purchase; one that was paid while this waited is not begun again. */
  private Purchase lockOpen(Course course, UserId student) {
    Purchase purchase =
        purchases.lockOpen(
            Purchase.open(
                new PurchaseId(ids.next()), course.id(), student, course.price(), clock.instant()));
    mustNotOwn(course.id(), student);
    return purchase;
  }

  private List<Payment> open(Purchase purchase) {
    return lists.ofSubject(Purchase.subject(purchase.id())).stream()
        .filter(payment -> payment.status().isOpen())
        .toList();
  }

  private boolean fits(Payment payment, Course course, Optional<ProviderId> wanted) {
    Money price = course.price();
    return payment.amount().equals(price)
        && (wanted.isEmpty()
            || payment.provider().equals(checkouts.choose(price.currency(), wanted)));
  }
}
