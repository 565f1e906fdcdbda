package dev.stagedoor.application.courses;

import dev.stagedoor.application.payments.RefundView;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.payments.Decline;
import dev.stagedoor.domain.payments.DeclineReason;
import dev.stagedoor.domain.payments.Payment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A payment for a course, as its payer sees it.
 *
 * @param status where it stands: pending, completed, failed, cancelled, partially refunded (with an
 *     underscore) or refunded
 * @param gatewayOrderId the provider's charge, once there is one
 * @param decline why the last attempt failed
 * @param refunds the oldest first
 * @param refundable what can still be given back
 * @param refundableUntil until when the payer may take the money back; empty before it was paid
 * @param mayBeTakenBack whether there is something that the payer may take back now
 */
public record CoursePaymentView(
    UUID id,
    UUID courseId,
    String courseSlug,
    String courseTitle,
    Money amount,
    String status,
    String provider,
    Optional<String> gatewayOrderId,
    Optional<DeclineReason> decline,
    Money refundedTotal,
    List<RefundView> refunds,
    Money refundable,
    Optional<Instant> refundableUntil,
    boolean mayBeTakenBack,
    Instant createdAt,
    Optional<Instant> paidAt) {
  static CoursePaymentView of(
      Payment payment, PaidCourse paid, Duration refundWindow, Instant now) {
    Optional<Instant> until = payment.paidAt().map(at -> at.plus(refundWindow));
    return new CoursePaymentView(
        payment.id().value(),
        paid.courseId(),
        paid.courseSlug(),
        paid.courseTitle(),
        payment.amount(),
        status(payment),
        payment.provider().value(),
        payment.ref().map(ProviderRef::value),
        payment.lastDecline().map(Decline::reason),
        payment.refunded().plus(payment.goingBack()),
        payment.refunds().stream().map(refund -> RefundView.of(refund, payment)).toList(),
        payment.refundable(),
        until,
        payment.refundable().isPositive() && until.filter(end -> !end.isBefore(now)).isPresent(),
        payment.createdAt(),
        payment.paidAt());
  }

  /** Returns the refund that was tried last, if it failed and can be tried again. */
  public Optional<RefundView> failedRefund() {
    return refunds.isEmpty() || !refundable.isPositive()
        ? Optional.empty()
        : Optional.of(refunds.get(refunds.size() - 1)).filter(RefundView::hasFailed);
  }

  /** Returns the refunds that the provider has not brought to an end. */
  public List<RefundView> refundsUnderWay() {
    return refunds.stream().filter(RefundView::isUnderWay).toList();
  }

  private static String status(Payment payment) {
    return switch (payment.status()) {
      case OPENING, AWAITING_PAYER, PROCESSING -> "pending";
      case DECLINED -> "failed";
      case CANCELLED -> "cancelled";
      case SUCCEEDED -> "completed";
      case PARTIALLY_REFUNDED -> "partially_refunded";
      case REFUNDED -> "refunded";
    };
  }
}
