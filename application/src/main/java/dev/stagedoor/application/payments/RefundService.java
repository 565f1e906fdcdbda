package dev.stagedoor.application.payments;

import dev.stagedoor.application.announcements.Announcements;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.payments.Payment;
import dev.stagedoor.domain.payments.PaymentError;
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.domain.payments.RefundId;
import dev.stagedoor.domain.payments.RefundOutcome;
import dev.stagedoor.domain.payments.RefundRequest;
import dev.stagedoor.domain.payments.port.PaymentRepository;
import dev.stagedoor.domain.payments.port.Refunds;
import java.time.Clock;
import java.util.Optional;

/** Gives money back, in three steps: record the wish, ask the provider, record the answer. */
public final class RefundService {
  private final UnitOfWork work;
  private final PaymentRepository payments;
  private final PaymentProviders providers;
  private final Announcements announcements;
  private final Clock clock;
  private final Ids ids;

  public RefundService(
      UnitOfWork work,
      PaymentRepository payments,
      PaymentProviders providers,
      Announcements announcements,
      Clock clock,
      Ids ids) {
    this.work = work;
    this.payments = payments;
    this.providers = providers;
    this.announcements = announcements;
    this.clock = clock;
    this.ids = ids;
  }

  /** Returns what could still be given back of a payment. For admins. */
  public Money refundable(Actor actor, PaymentId id) {
    actor.mustBeAdmin();
    return work.read(() -> payments.find(id).orElseThrow(DomainException::notFound).refundable());
  }

  /**
   * Refunds part of a payment, or without an amount all that is left. For admins.
   *
   * @throws DomainException {@code NOT_REFUNDABLE} or {@code REFUND_EXCEEDS_PAYMENT}
   */
  public RefundView refund(Actor actor, PaymentId id, Optional<Money> amount, String reason) {
    actor.mustBeAdmin();
    RefundId refund = new RefundId(ids.next());
    Payment payment = work.read(() -> payments.find(id).orElseThrow(DomainException::notFound));
    Refunds refunds =
        providers
            .of(payment)
            .refunds()
            .orElseThrow(() -> new DomainException(PaymentError.NOT_REFUNDABLE));
    RefundRequest request =
        work.write(
            () -> {
              Payment locked = payments.lock(id).orElseThrow(DomainException::notFound);
              Money wanted = amount.orElseGet(locked::refundable);
              RefundRequest asked = locked.requestRefund(refund, wanted, reason, clock.instant());
              payments.save(locked);
              return asked;
            });
    RefundOutcome outcome = refunds.refund(request);
    return work.write(
        () -> {
          Payment locked = payments.lock(id).orElseThrow(DomainException::notFound);
          announcements.announce(locked.learn(refund, outcome, clock.instant()));
          payments.save(locked);
          return locked.refunds().stream()
              .filter(one -> one.id().equals(refund))
              .findFirst()
              .map(one -> RefundView.of(one, locked))
              .orElseThrow();
        });
  }
}
