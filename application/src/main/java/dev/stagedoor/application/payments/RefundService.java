package dev.stagedoor.application.payments;

import dev.stagedoor.application.port.StoreUnavailable;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.payments.Attention;
import dev.stagedoor.domain.payments.Payment;
import dev.stagedoor.domain.payments.PaymentError;
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.domain.payments.Refund;
import dev.stagedoor.domain.payments.RefundId;
import dev.stagedoor.domain.payments.RefundOutcome;
import dev.stagedoor.domain.payments.RefundRequest;
import dev.stagedoor.domain.payments.port.PaymentLists;
import dev.stagedoor.domain.payments.port.PaymentRepository;
import dev.stagedoor.domain.payments.port.Refunds;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives money back, in three steps: record the wish, ask the provider, record the answer. A crash
 * between them leaves a refund that the reconciler brings to its end under the same key.
 */
public final class RefundService {
  private static final Logger LOG = LoggerFactory.getLogger(RefundService.class);
  private static final int MOST_LISTED = 200;

  private final UnitOfWork work;
  private final PaymentRepository payments;
  private final StoredPayments stored;
  private final PaymentLists lists;
  private final PaymentProviders providers;
  private final Clock clock;
  private final Ids ids;

  public RefundService(
      UnitOfWork work,
      PaymentRepository payments,
      PaymentLists lists,
      PaymentProviders providers,
      StoredPayments stored,
      Clock clock,
      Ids ids) {
    this.work = work;
    this.payments = payments;
    this.stored = stored;
    this.lists = lists;
    this.providers = providers;
    this.clock = clock;
    this.ids = ids;
  }

  /** Returns what could still be given back of a payment. For admins. */
  public Money refundable(Actor actor, PaymentId id) {
    actor.mustBeAdmin();
    return stored.find(id).refundable();
  }

  /**
   * Refunds part of a payment, or without an amount all that is left. For admins; all else is as in
   * {@link #refundFor}.
   */
  public RefundView refund(
      Actor actor,
      PaymentId id,
      Optional<Money> amount,
      String reason,
      Optional<IdempotencyKey> key) {
    actor.mustBeAdmin();
    return refundFor(actor, id, amount, reason, key);
  }

  /**
   * Refunds part of a payment, or without an amount all that is left, for an area that has decided
   * that the caller may. Once the wish is recorded the refund is made, now or later: what goes
   * wrong from then on is not thrown, the refund is answered as {@code requested}.
   *
   * @param key the same key asks for the same refund, however often; without one each call asks for
   *     another
   * @throws DomainException {@code NOT_REFUNDABLE}, {@code REFUND_EXCEEDS_PAYMENT} or, when the
   *     amount is not positive or the key asked for another one before, {@code INVALID_VALUE}
   */
  public RefundView refundFor(
      Actor actor,
      PaymentId id,
      Optional<Money> amount,
      String reason,
      Optional<IdempotencyKey> key) {
    if (amount.filter(wanted -> !wanted.isPositive()).isPresent()) {
      throw DomainException.invalid("amount", "range");
    }
    RefundId refund =
        key.map(given -> RefundId.asked(id, actor.userId(), given))
            .orElseGet(() -> new RefundId(ids.next()));
    Payment payment = stored.find(id);
    Optional<Refund> known = payment.refund(refund);
    if (known.isPresent()) {
      return again(known.get(), payment, amount);
    }
    Refunds refunds =
        providers
            .of(payment)
            .refunds()
            .orElseThrow(() -> new DomainException(PaymentError.NOT_REFUNDABLE));
    Payment asked =
        stored.note(
            id,
            locked -> {
              Money wanted = amount.orElseGet(locked::refundable);
              locked.requestRefund(refund, wanted, reason, clock.instant());
            });
    RefundOutcome outcome = ask(refunds, asked.refundRequest(refund));
    try {
      return view(
          stored.change(id, locked -> locked.learn(refund, outcome, clock.instant())), refund);
    } catch (StoreUnavailable e) {
      LOG.warn("the answer to {} could not be kept and is asked for again", refund, e);
      return view(asked, refund);
    }
  }

  /** Answers how a refund stands that was asked for before; the reconciler sees to it. */
  private static RefundView again(Refund known, Payment payment, Optional<Money> amount) {
    if (amount.isPresent() && !amount.get().equals(known.amount())) {
      throw DomainException.invalid("amount", "changed");
    }
    return RefundView.of(known, payment);
  }

  private static RefundOutcome ask(Refunds refunds, RefundRequest request) {
    try {
      return refunds.refund(request);
    } catch (ProviderException e) {
      LOG.warn("{} is asked for again later", request.refund(), e);
      return new RefundOutcome.Unknown(e.kind().name());
    }
  }

  private static RefundView view(Payment payment, RefundId refund) {
    return RefundView.of(payment.refund(refund).orElseThrow(), payment);
  }

  /**
   * Records, in the open unit of work, that what was paid too much for a subject goes back: from
   * the payment that took it last, then from those before. The reconciler asks the providers. What
   * is on its way back already is not sent again, so repeating this changes nothing; what cannot go
   * back is marked for an admin.
   *
   * @param surplus tells what was paid too much; asked after the subject's payments are locked,
   *     because everybody locks a payment before what it pays for
   */
  public void returnSurplus(Subject subject, Supplier<Money> surplus) {
    List<Payment> paid =
        lists.ofSubject(subject).stream()
            .map(Payment::id)
            .sorted(Comparator.comparing(PaymentId::value))
            .map(id -> payments.lock(id).orElseThrow(DomainException::notFound))
            .filter(payment -> payment.paidAt().isPresent())
            .sorted(
                Comparator.comparing((Payment payment) -> payment.paidAt().orElseThrow())
                    .reversed())
            .toList();
    Money left = surplus.get();
    for (Payment payment : paid) {
      if (payment.goingBack().currency().equals(left.currency())) {
        left = left.minus(payment.goingBack()).orZero();
      }
    }
    for (Payment payment : paid) {
      if (left.isPositive() && providers.of(payment).refunds().isPresent()) {
        Money part = payment.returnSurplus(left, clock.instant());
        left = left.minus(part);
        payments.save(payment);
      }
    }
    if (left.isPositive() && !paid.isEmpty()) {
      Payment last = payments.lock(paid.get(0).id()).orElseThrow();
      LOG.warn("{} was paid too much for {} and cannot go back by itself", left, subject);
      last.needs(Attention.SURPLUS_KEPT);
      payments.save(last);
    }
  }

  /** Lists the payments somebody must look at, the oldest first. For admins. */
  public List<AttentionView> needingAttention(Actor actor) {
    actor.mustBeAdmin();
    return work.read(
        () -> lists.needingAttention(MOST_LISTED).stream().map(AttentionView::of).toList());
  }

  /**
   * Notes that somebody has looked at a payment, as it was in version {@code seen}. For admins.
   *
   * @throws DomainException {@code STALE_VERSION} when it changed since, and must be looked at
   *     again
   */
  public void lookedAt(Actor actor, PaymentId id, long seen) {
    actor.mustBeAdmin();
    stored.note(id, payment -> payment.lookedAt(seen));
  }
}
