package dev.stagedoor.application.payments;

import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.application.port.StoreUnavailable;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.application.webhooks.EventHandler;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.payments.Attention;
import dev.stagedoor.domain.payments.ChargeOutcome;
import dev.stagedoor.domain.payments.Payment;
import dev.stagedoor.domain.payments.PaymentEvent;
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.domain.payments.PaymentProvider;
import dev.stagedoor.domain.payments.Refund;
import dev.stagedoor.domain.payments.RefundOutcome;
import dev.stagedoor.domain.payments.RefundRequest;
import dev.stagedoor.domain.payments.RefundStatus;
import dev.stagedoor.domain.payments.port.PaymentRepository;
import dev.stagedoor.domain.payments.port.Refunds;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out what became of payments by asking their provider: when a webhook points at one, and
 * again and again for those nobody told us about. It repeats with the same key or only reads, so it
 * can run at any time, any number of times, on any instance; it never worsens what is known.
 */
public final class PaymentReconciler {
  private static final Logger LOG = LoggerFactory.getLogger(PaymentReconciler.class);
  private static final Duration EVERY = Duration.ofSeconds(5);
  private static final int BATCH = 100;

  private final UnitOfWork work;
  private final PaymentRepository payments;
  private final StoredPayments stored;
  private final PaymentProviders providers;
  private final CheckoutService checkouts;
  private final Clock clock;

  public PaymentReconciler(
      UnitOfWork work,
      PaymentRepository payments,
      PaymentProviders providers,
      CheckoutService checkouts,
      StoredPayments stored,
      Clock clock) {
    this.work = work;
    this.payments = payments;
    this.stored = stored;
    this.providers = providers;
    this.checkouts = checkouts;
    this.clock = clock;
  }

  public RecurringJob job() {
    return new RecurringJob("reconcile-payments", EVERY, this::reconcileDue);
  }

  /** Asks about every payment whose look at the provider is due. */
  public void reconcileDue() {
    List<PaymentId> due = work.read(() -> payments.dueForCheck(clock.instant(), BATCH));
    for (PaymentId id : due) {
      try {
        look(id);
      } catch (StoreUnavailable e) {
        throw e;
      } catch (RuntimeException e) {
        // The edge to the scheduler: one payment that cannot be settled must not hold up the
        // others.
        LOG.warn("could not reconcile {}", id, e);
        lookAgainLater(id);
      }
    }
  }

  /** Asks the provider about one payment now, and takes in the answer. */
  public Payment reconcile(PaymentId id) {
    look(id);
    return stored.find(id);
  }

  private void look(PaymentId id) {
    Payment payment = stored.find(id);
    if (payment.hasExpired(clock.instant())) {
      checkouts.abandon(id);
    } else if (payment.ref().isPresent()) {
      ChargeOutcome outcome = providers.of(payment).lookup().find(payment.ref().get());
      Payment known = stored.change(id, locked -> locked.learn(outcome, clock.instant()));
      if (!(outcome instanceof ChargeOutcome.Unknown)) {
        settleRefunds(known);
      }
    } else if (payment.status().isOpen()) {
      checkouts.open(id);
    } else {
      lookAgainLater(id);
    }
  }

  private void lookAgainLater(PaymentId id) {
    stored.note(id, payment -> payment.notLearned(clock.instant()));
  }

  /** Lets webhooks of payment providers in: each only points at a charge, which is then read. */
  public EventHandler<PaymentEvent> events() {
    return new EventHandler<>(PaymentEvent.class, this::prepare);
  }

  private Runnable prepare(PaymentEvent event) {
    ProviderRef charge = event.charge();
    Optional<Payment> ours = work.read(() -> find(event));
    if (ours.isEmpty()) {
      LOG.info("a webhook tells of {}, which is no payment of ours", charge);
      return () -> {};
    }
    PaymentId id = ours.get().id();
    if (!ours.get().ref().orElse(charge).equals(charge)) {
      LOG.warn("a webhook tells of {}, a second charge of {}", charge, id);
    }
    PaymentProvider provider = providers.of(ours.get());
    ChargeOutcome outcome = provider.lookup().find(charge);
    return () -> {
      stored.change(
          id,
          payment -> {
            if (event instanceof PaymentEvent.ChargeDisputed) {
              payment.needs(Attention.DISPUTED);
            }
            return payment.told(charge, outcome, clock.instant());
          });
    };
  }

  private Optional<Payment> find(PaymentEvent event) {
    return payments
        .findByRef(event.charge())
        .or(() -> event.payment().flatMap(payments::find))
        .filter(payment -> payment.provider().equals(event.charge().provider()));
  }

  /**
   * Asks about the refunds that are under way. The look at the charge came before: a refund whose
   * answer was lost is on its list, so only one the provider does not have is asked for again, even
   * after its key is forgotten there. Without that look nothing is asked for.
   */
  private void settleRefunds(Payment payment) {
    Optional<Refunds> refunds = providers.of(payment).refunds();
    if (refunds.isEmpty()) {
      return;
    }
    for (Refund refund : payment.refunds()) {
      if (refund.isUnderWay() && refund.origin() != Refund.Origin.PROVIDER) {
        RefundRequest request = payment.refundRequest(refund.id());
        RefundOutcome outcome =
            refund.status() == RefundStatus.REQUESTED
                ? refunds.get().refund(request)
                : refunds.get().find(request);
        stored.change(payment.id(), locked -> locked.learn(refund.id(), outcome, clock.instant()));
      }
    }
  }
}
