package dev.stagedoor.application.payments;

import dev.stagedoor.application.announcements.Announcements;
import dev.stagedoor.application.port.Monitoring;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.announcements.Announcement;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.payments.Payment;
import dev.stagedoor.domain.payments.PaymentAttemptFailed;
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.domain.payments.PaymentSucceeded;
import dev.stagedoor.domain.payments.Refund;
import dev.stagedoor.domain.payments.RefundId;
import dev.stagedoor.domain.payments.RefundStatus;
import dev.stagedoor.domain.payments.port.PaymentRepository;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads and changes single payments, each time in one unit of work, or in the open one; announces
 * what is new, and has it counted once that is committed.
 */
public final class StoredPayments {
  private final UnitOfWork work;
  private final PaymentRepository payments;
  private final Announcements announcements;
  private final Monitoring monitoring;

  public StoredPayments(
      UnitOfWork work,
      PaymentRepository payments,
      Announcements announcements,
      Monitoring monitoring) {
    this.work = work;
    this.payments = payments;
    this.announcements = announcements;
    this.monitoring = monitoring;
  }

  Payment find(PaymentId id) {
    return work.read(() -> payments.find(id).orElseThrow(DomainException::notFound));
  }

  /**
   * Locks a payment, changes and saves it, and announces what is new. Returns it as it was saved,
   * but with the version from before.
   */
  Payment change(PaymentId id, Function<Payment, List<Announcement>> change) {
    return work.write(
        () -> {
          Payment payment = payments.lock(id).orElseThrow(DomainException::notFound);
          Map<RefundId, RefundStatus> before = refunds(payment);
          List<Announcement> news = change.apply(payment);
          payments.save(payment);
          announcements.announce(news);
          news.forEach(this::count);
          refunds(payment).forEach((refund, status) -> count(before.get(refund) != status, status));
          return payment;
        });
  }

  /** Changes a payment in a way that is no news to anybody. */
  Payment note(PaymentId id, Consumer<Payment> change) {
    return change(
        id,
        payment -> {
          change.accept(payment);
          return List.of();
        });
  }

  private static Map<RefundId, RefundStatus> refunds(Payment payment) {
    return payment.refunds().stream().collect(Collectors.toMap(Refund::id, Refund::status));
  }

  private void count(Announcement fact) {
    boolean succeeded = fact instanceof PaymentSucceeded;
    if (succeeded || fact instanceof PaymentAttemptFailed) {
      work.afterCommit(() -> monitoring.paymentEnded(succeeded));
    }
  }

  private void count(boolean isNew, RefundStatus status) {
    if (isNew && status.isSettled()) {
      work.afterCommit(() -> monitoring.refundEnded(status == RefundStatus.SUCCEEDED));
    }
  }
}
