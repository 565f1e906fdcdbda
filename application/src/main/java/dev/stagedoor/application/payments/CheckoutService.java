package dev.stagedoor.application.payments;

import dev.stagedoor.application.announcements.Announcements;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.announcements.Announcement;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.ProviderException;
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
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Opens payments. An area records the wish in its own unit of work ({@link #begin}), and asks the
 * provider after that has committed ({@link #open}); a crash between the two leaves a payment that
 * the reconciler, or the next call, opens under the same key.
 */
public final class CheckoutService {
  private final UnitOfWork work;
  private final PaymentRepository payments;
  private final PaymentProviders providers;
  private final Announcements announcements;
  private final Clock clock;
  private final Ids ids;

  public CheckoutService(
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
   * Asks the provider for the payment's charge. The same payment gives the same charge, however
   * often this is called.
   *
   * @throws DomainException {@code PAYMENT_DECLINED} when the provider will not take such a charge,
   *     {@code PAYMENT_IN_PROGRESS} when the payment was given up meanwhile
   * @throws ProviderException {@code UNAVAILABLE} also when the answer was lost: calling again is
   *     safe
   */
  public OpenedCheckout open(PaymentId id) {
    Payment payment = work.read(() -> payments.find(id).orElseThrow(DomainException::notFound));
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
                change(id, locked -> locked.learn(new ChargeOutcome.Cancelled(), clock.instant()));
                throw new DomainException(
                    PaymentError.PAYMENT_DECLINED, Map.of("gatewayError", refused.code()));
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
    Payment payment = work.read(() -> payments.find(id).orElseThrow(DomainException::notFound));
    // Without a note of its charge there may be one all the same: the same key finds it.
    ProviderRef charge = payment.ref().orElseGet(() -> open(id).charge());
    PaymentProvider provider = providers.of(payment);
    provider.checkouts().cancel(charge);
    ChargeOutcome outcome = provider.lookup().find(charge);
    change(
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

  private OpenedCheckout keep(PaymentId id, CheckoutOutcome.Opened opened) {
    Payment payment =
        work.write(
            () -> {
              Payment locked = payments.lock(id).orElseThrow(DomainException::notFound);
              locked.opened(opened);
              payments.save(locked);
              return locked;
            });
    if (payment.status() == PaymentStatus.CANCELLED) {
      // Given up while the provider was being asked: nobody may pay this charge any more.
      providers.of(payment).checkouts().cancel(opened.ref());
      throw new DomainException(PaymentError.PAYMENT_IN_PROGRESS);
    }
    return new OpenedCheckout(
        id, opened.ref(), opened.clientSecret(), payment.amount(), opened.publishableKey());
  }

  private void change(PaymentId id, Function<Payment, List<Announcement>> change) {
    work.run(
        () -> {
          Payment payment = payments.lock(id).orElseThrow(DomainException::notFound);
          List<Announcement> news = change.apply(payment);
          payments.save(payment);
          announcements.announce(news);
        });
  }
}
