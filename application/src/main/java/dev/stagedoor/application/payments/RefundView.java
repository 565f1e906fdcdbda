package dev.stagedoor.application.payments;

import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.payments.Payment;
import dev.stagedoor.domain.payments.Refund;
import dev.stagedoor.domain.payments.RefundStatus;
import java.util.Locale;
import java.util.UUID;

/**
 * A refund as whoever asked for it sees it; the status is the name of its enum in lower case.
 *
 * @param refundedTotal what has gone back of the payment in all, refunds on their way included
 */
public record RefundView(UUID id, String status, Money amount, Money refundedTotal) {
  public static RefundView of(Refund refund, Payment payment) {
    return new RefundView(
        refund.id().value(),
        code(refund.status()),
        refund.amount(),
        payment.captured().minus(payment.refundable()));
  }

  private static String code(RefundStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  public boolean hasFailed() {
    return status.equals(code(RefundStatus.FAILED));
  }

  public boolean isUnderWay() {
    return !hasFailed() && !status.equals(code(RefundStatus.SUCCEEDED));
  }
}
