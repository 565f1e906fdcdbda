package dev.stagedoor.application.courses;

import dev.stagedoor.application.Settings;
import dev.stagedoor.application.payments.CheckoutService;
import dev.stagedoor.application.payments.ClaimedAmount;
import dev.stagedoor.application.payments.NewPayment;
import dev.stagedoor.application.payments.PaymentReconciler;
import dev.stagedoor.application.payments.RefundService;
import dev.stagedoor.application.payments.RefundView;
import dev.stagedoor.application.port.CourseQueries;
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
import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.payments.Decline;
import dev.stagedoor.domain.payments.DeclineReason;
import dev.stagedoor.domain.payments.Payment;
import dev.stagedoor.domain.payments.PaymentError;
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.domain.payments.PaymentStatus;
import dev.stagedoor.domain.payments.RefundId;
import dev.stagedoor.domain.payments.port.PaymentLists;
import dev.stagedoor.domain.payments.port.PaymentRepository;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sells courses: prepares payments, and finds out what became of them. */
public final class PurchaseService {
  private final UnitOfWork work;
  private final CourseRepository courses;
  private final EnrollmentRepository enrollments;
  private final PurchaseRepository purchases;
  private final PurchaseLists purchaseLists;
  private final CourseQueries queries;
  private final PaymentRepository payments;
  private final PaymentLists lists;
  private final CheckoutService checkouts;
  private final PaymentReconciler reconciler;
  private final RefundService refunds;
  private final EnrollmentService places;
  private final PurchaseSettlement settlement;
  private final Settings.Courses settings;
  private final Clock clock;
  private final Ids ids;

  public PurchaseService(
      UnitOfWork work,
      CourseRepository courses,
      EnrollmentRepository enrollments,
      PurchaseRepository purchases,
      PurchaseLists purchaseLists,
      CourseQueries queries,
      PaymentRepository payments,
      PaymentLists lists,
      CheckoutService checkouts,
      PaymentReconciler reconciler,
      RefundService refunds,
      EnrollmentService places,
      PurchaseSettlement settlement,
      Settings.Courses settings,
      Clock clock,
      Ids ids) {
    this.work = work;
    this.courses = courses;
    this.enrollments = enrollments;
    this.purchases = purchases;
    this.purchaseLists = purchaseLists;
    this.queries = queries;
    this.payments = payments;
    this.lists = lists;
    this.checkouts = checkouts;
    this.reconciler = reconciler;
    this.refunds = refunds;
    this.places = places;
    this.settlement = settlement;
    this.settings = settings;
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

  /** Lists the caller's payments for courses, the newest first. */
  public Page<CoursePaymentView> payments(Actor actor, PageRequest page) {
    UserId payer = actor.userId();
    return work.read(
        () ->
            queries
                .payments(payer, page)
                .map(id -> view(sale(payments.find(id).orElseThrow()).orElseThrow())));
  }

  /** Returns a payment to its payer, the teacher and admins. */
  public CoursePaymentView payment(Actor actor, PaymentId id) {
    actor.mustBeSignedIn();
    return work.read(() -> view(sale(actor, id)));
  }

  /**
   * Asks the provider what became of a payment, and enrolls when it was paid. Repeating it changes
   * nothing. For the payer.
   *
   * @throws DomainException {@code PAYMENT_NOT_VERIFIED}
   */
  public EnrollmentView verify(Actor actor, PaymentId id) {
    UserId payer = actor.userId();
    Sale sale = work.read(() -> sale(actor, id));
    if (!sale.payment().payer().equals(payer)) {
      throw DomainException.notAllowed();
    }
    Payment known = sale.payment().status().isPaid() ? sale.payment() : reconciler.reconcile(id);
    if (!known.status().isPaid()) {
      throw notVerified(known);
    }
    settlement.settle(sale.purchase().id());
    return work.read(
        () ->
            queries
                .enrollment(sale.course().id(), payer)
                .filter(place -> !place.status().equals(Enrollment.Status.DROPPED.code()))
                .orElseThrow(() -> notVerified(known)));
  }

  private static DomainException notVerified(Payment payment) {
    String status =
        switch (payment.status()) {
          case OPENING, AWAITING_PAYER, PROCESSING -> "pending";
          case DECLINED, CANCELLED -> "failed";
          case REFUNDED -> "refunded";
          case SUCCEEDED, PARTIALLY_REFUNDED -> "incomplete";
        };
    String why =
        switch (payment.status()) {
          case OPENING, AWAITING_PAYER -> "NOT_PAID_YET";
          case PROCESSING -> "WITH_THE_BANK";
          case DECLINED ->
              payment.lastDecline().map(Decline::reason).orElse(DeclineReason.OTHER).name();
          case CANCELLED -> "CANCELLED";
          case REFUNDED -> "REFUNDED";
          case SUCCEEDED, PARTIALLY_REFUNDED -> "PAID_LESS";
        };
    return new DomainException(
        CoursesError.PAYMENT_NOT_VERIFIED, Map.of("paymentStatus", status, "gatewayError", why));
  }

  /**
   * Gives money back: part of it, or without an amount all that is left. All of it ends the
   * enrollment. For the payer within the refund window, the teacher and admins.
   *
   * @param key the same key asks for the same refund
   * @throws DomainException {@code REFUND_WINDOW_OVER}, {@code NOT_REFUNDABLE}, {@code
   *     REFUND_EXCEEDS_PAYMENT}, {@code INVALID_VALUE}
   */
  public RefundView refund(
      Actor actor,
      PaymentId id,
      Optional<Money> amount,
      String reason,
      Optional<IdempotencyKey> key) {
    actor.mustBeSignedIn();
    Sale sale = work.read(() -> sale(actor, id));
    boolean isKnown =
        key.map(given -> RefundId.asked(id, actor.userId(), given))
            .flatMap(sale.payment()::refund)
            .isPresent();
    if (!sale.course().isTaughtBy(actor) && !isKnown) {
      sale.payment().paidAt().ifPresent(this::mustBeWithinTheWindow);
    }
    RefundView refund = refunds.refundFor(actor, id, amount, reason, key);
    settlement.settleSoon(sale.purchase().id());
    return refund;
  }

  private void mustBeWithinTheWindow(Instant paidAt) {
    Instant until = paidAt.plus(settings.refundWindow());
    if (until.isBefore(clock.instant())) {
      throw new DomainException(CoursesError.REFUND_WINDOW_OVER, Map.of("until", until.toString()));
    }
  }

  /** A payment, what it is for, and what was to be bought by it. */
  private record Sale(Payment payment, Purchase purchase, Course course) {}

  /** Finds a payment for whoever may know of it: its payer, the teacher and admins. */
  private Sale sale(Actor actor, PaymentId id) {
    return payments
        .find(id)
        .flatMap(this::sale)
        .filter(sale -> actor.is(sale.payment().payer()) || sale.course().isTaughtBy(actor))
        .orElseThrow(DomainException::notFound);
  }

  private Optional<Sale> sale(Payment payment) {
    return Purchase.of(payment.subject())
        .flatMap(purchases::find)
        .map(
            purchase -> new Sale(payment, purchase, courses.find(purchase.course()).orElseThrow()));
  }

  private CoursePaymentView view(Sale sale) {
    return CoursePaymentView.of(sale.payment(), sale.course(), settings.refundWindow());
  }
}
