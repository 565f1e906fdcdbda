package dev.stagedoor.application.payments;

import dev.stagedoor.application.announcements.Announcements;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.announcements.Announcement;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.payments.Payment;
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.domain.payments.port.PaymentRepository;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads and changes single payments, each time in one unit of work, or in the open one. */
final class StoredPayments {
  private final UnitOfWork work;
  private final PaymentRepository payments;
  private final Announcements announcements;

  StoredPayments(UnitOfWork work, PaymentRepository payments, Announcements announcements) {
    this.work = work;
    this.payments = payments;
    this.announcements = announcements;
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
          List<Announcement> news = change.apply(payment);
          payments.save(payment);
          announcements.announce(news);
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
}
