package dev.stagedoor.application.payments;

import dev.stagedoor.domain.announcements.Announcement;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.payments.ChargeOutcome;
import dev.stagedoor.domain.payments.CheckoutOutcome;
import dev.stagedoor.domain.payments.Payment;
import dev.stagedoor.domain.payments.PaymentError;
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.domain.payments.PaymentProvider;
import dev.stagedoor.domain.payments.PaymentStatus;
import dev.stagedoor.domain.payments.port.PaymentRepository;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens payments. An area records the wish in its own unit of work ({@link #begin}), and asks the
 * provider after that has committed ({@link #open}); a crash between the two leaves a payment that
 * the reconciler, or the next call, opens under the same key.
 */
public final class CheckoutService {
  private static final Logger LOG = LoggerFactory.getLogger(CheckoutService.class);

  private final PaymentRepository payments;
  private final StoredPayments stored;
  private final PaymentProviders providers;
  private final Clock clock;
  private final Ids ids;

  public CheckoutService(
      PaymentRepository payments,
      PaymentProviders providers,
      StoredPayments stored,
      Clock clock,
      Ids ids) {
    this.payments = payments;
    this.stored = stored;
    this.providers = providers;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Returns who would take a new payment.
   *
   * @throws DomainException {@code UNKNOWN_PROVIDER}, {@code CURRENCY_NOT_SUPPORTED}
   */
  public ProviderId choose(Currency currency, Optional<ProviderId> wanted) {
    return providers.choose(currency, wanted).id();
  }

  /** Records a payment in the open unit of work, without asking the provider yet. */
  public Payment begin(NewPayment wanted) {
    PaymentProvider provider = providers.choose(wanted.amount().currency(), wanted.provider());
    Payment payment =
        Payment.open(
            new PaymentId(ids.next()),
            wanted.subject(),
            wanted.payer(),
            wanted.amount(),
            wanted.description(),
            provider.id(),
            clock.instant());
    payments.save(payment);
    return payment;
  }

  /**
   * Asks the provider for the payment's charge, unless it is known. The same payment gives the same
   * charge, however often this is called.
   *
   * @throws DomainException {@code PAYMENT_DECLINED} when the provider will not take such a charge,
   *     {@code PAYMENT_IN_PROGRESS} when the payment was given up meanwhile
   * @throws ProviderException {@code UNAVAILABLE} also when the answer was lost: calling again is
   *     safe
   */
  public OpenedCheckout open(PaymentId id) {
    Payment payment = stored.find(id);
    if (payment.isPrepared()) {
      return checkout(payment);
    }
    return providers
        .of(payment)
        .checkouts()
        .open(payment.checkoutRequest())
        .match(
            new CheckoutOutcome.Cases<>() {
              @Override
              public OpenedCheckout opened(CheckoutOutcome.Opened opened) {
                return keep(id, opened);
              }

              @Override
              public OpenedCheckout refused(CheckoutOutcome.Refused refused) {
                return refuse(id, refused);
              }

              @Override
              public OpenedCheckout unknown(CheckoutOutcome.Unknown unknown) {
                throw new ProviderException(
                    payment.provider(), ProviderException.Kind.UNAVAILABLE, unknown.why());
              }
            });
  }

  /**
   * Gives up an unpaid payment, and takes in what the provider says of it afterwards: if it was
   * paid in the meantime, it is paid, and if the bank has it, it stays open. Where the provider
   * cannot cancel, it is given up here alone; a payment that comes all the same is found.
   */
  public void abandon(PaymentId id) {
    Payment payment = stored.find(id);
    Optional<ProviderRef> known = payment.ref().or(() -> chargeOf(id));
    if (known.isEmpty()) {
      return;
    }
    ProviderRef charge = known.get();
    PaymentProvider provider = providers.of(payment);
    provider.checkouts().cancel(charge);
    ChargeOutcome outcome = provider.lookup().find(charge);
    stored.change(
        id,
        locked -> {
          List<Announcement> news = new ArrayList<>();
          if (waitsForThePayer(outcome)) {
            news.addAll(locked.cancel());
          }
          news.addAll(locked.learn(outcome, clock.instant()));
          return news;
        });
  }

  private static boolean waitsForThePayer(ChargeOutcome outcome) {
    return outcome instanceof ChargeOutcome.Declined
        || (outcome instanceof ChargeOutcome.Pending pending && !pending.processing());
  }

  /**
   * Finds the charge there may be although none is noted: the same key finds it. Empty when the
   * payment turns out to be given up.
   */
  private Optional<ProviderRef> chargeOf(PaymentId id) {
    try {
      return Optional.of(open(id).charge());
    } catch (DomainException over) {
      return Optional.empty();
    }
  }

  private OpenedCheckout keep(PaymentId id, CheckoutOutcome.Opened opened) {
    Payment payment = stored.note(id, locked -> locked.opened(opened));
    boolean isAnother = !payment.ref().equals(Optional.of(opened.ref()));
    if (isAnother || payment.status() == PaymentStatus.CANCELLED) {
      // Somebody else's answer came first, or it was given up while the provider was being asked.
      giveUp(payment, opened.ref());
    }
    return checkout(payment);
  }

  private void giveUp(Payment payment, ProviderRef charge) {
    try {
      providers.of(payment).checkouts().cancel(charge);
    } catch (ProviderException e) {
      // Nobody was shown it, so nobody pays it.
      LOG.warn("{} of {} could not be given up", charge, payment.id(), e);
    }
  }

  /** Takes in a refusal; one that comes after the charge is known changes nothing. */
  private OpenedCheckout refuse(PaymentId id, CheckoutOutcome.Refused refused) {
    Payment payment =
        stored.change(
            id,
            locked ->
                locked.ref().isPresent()
                    ? List.of()
                    : locked.learn(new ChargeOutcome.Cancelled(), clock.instant()));
    if (payment.ref().isPresent()) {
      return checkout(payment);
    }
    throw new DomainException(
        PaymentError.PAYMENT_DECLINED, Map.of("gatewayError", refused.code()));
  }

  private OpenedCheckout checkout(Payment payment) {
    if (payment.status() == PaymentStatus.CANCELLED) {
      throw new DomainException(PaymentError.PAYMENT_IN_PROGRESS);
    }
    return new OpenedCheckout(
        payment.id(),
        payment.ref().orElseThrow(),
        payment.clientSecret(),
        payment.amount(),
        providers.of(payment).checkouts().publishableKey());
  }
}
