package dev.stagedoor.application.courses;

import dev.stagedoor.application.Settings;
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
import dev.stagedoor.domain.courses.port.CourseRepository;
import dev.stagedoor.domain.courses.port.PurchaseRepository;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.payments.Decline;
import dev.stagedoor.domain.payments.DeclineReason;
import dev.stagedoor.domain.payments.Payment;
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.domain.payments.RefundId;
import dev.stagedoor.domain.payments.port.PaymentLists;
import dev.stagedoor.domain.payments.port.PaymentRepository;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** What became of payments for courses: looked up, verified, given back. */
public final class CoursePaymentService {
  private final UnitOfWork work;
  private final CourseRepository courses;
  private final PurchaseRepository purchases;
  private final CourseQueries queries;
  private final PaymentRepository payments;
  private final PaymentLists lists;
  private final PaymentReconciler reconciler;
  private final RefundService refunds;
  private final PurchaseSettlement settlement;
  private final Settings.Courses settings;
  private final Clock clock;

  public CoursePaymentService(
      UnitOfWork work,
      CourseRepository courses,
      PurchaseRepository purchases,
      CourseQueries queries,
      PaymentRepository payments,
      PaymentLists lists,
      PaymentReconciler reconciler,
      RefundService refunds,
      PurchaseSettlement settlement,
      Settings.Courses settings,
      Clock clock) {
    this.work = work;
    this.courses = courses;
    this.purchases = purchases;
    this.queries = queries;
    this.payments = payments;
    this.lists = lists;
    this.reconciler = reconciler;
    this.refunds = refunds;
    this.settlement = settlement;
    this.settings = settings;
    this.clock = clock;
  }

  /** Lists the caller's payments for courses, the newest first. */
  public Page<CoursePaymentView> payments(Actor actor, PageRequest page) {
    UserId payer = actor.userId();
    return work.read(
        () -> {
          Page<PaidCourse> found = queries.payments(payer, page);
          return new Page<>(views(found.items()), found.page(), found.limit(), found.total());
        });
  }

  /** Returns those of these payments that are for a course. For its teacher. */
  public List<CoursePaymentView> payments(Actor actor, CourseId id, List<PaymentId> wanted) {
    actor.mustBeSignedIn();
    return work.read(
        () -> {
          Course course =
              courses
                  .find(id)
                  .filter(found -> found.isTaughtBy(actor))
                  .orElseThrow(DomainException::notFound);
          return views(queries.payments(course.id(), wanted));
        });
  }

  private List<CoursePaymentView> views(List<PaidCourse> paid) {
    Map<PaymentId, PaidCourse> byPayment =
        paid.stream().collect(Collectors.toMap(PaidCourse::payment, one -> one));
    Map<PaymentId, CoursePaymentView> views =
        lists.all(byPayment.keySet()).stream()
            .collect(
                Collectors.toMap(
                    Payment::id,
                    payment -> view(payment, Objects.requireNonNull(byPayment.get(payment.id())))));
    return paid.stream().map(one -> Objects.requireNonNull(views.get(one.payment()))).toList();
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
    return view(sale.payment(), PaidCourse.of(sale.payment().id(), sale.course()));
  }

  private CoursePaymentView view(Payment payment, PaidCourse paid) {
    return CoursePaymentView.of(payment, paid, settings.refundWindow(), clock.instant());
  }
}
