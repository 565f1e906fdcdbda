package dev.stagedoor.providers.razorpay;

import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.payments.ChargeOutcome;
import dev.stagedoor.domain.payments.ProviderRefund;
import dev.stagedoor.domain.payments.port.PaymentLookup;
import dev.stagedoor.providers.razorpay.RazorpayMapping.Attempt;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells what became of an order, by the attempts there were at paying it. A failed one may still
 * succeed for days, when the bank answers late.
 */
final class RazorpayPaymentLookup implements PaymentLookup {
  private final RazorpayApi api;

  RazorpayPaymentLookup(RazorpayApi api) {
    this.api = api;
  }

  @Override
  public ChargeOutcome find(ProviderRef charge) {
    if (!charge.provider().equals(Razorpay.ID)) {
      return new ChargeOutcome.Unknown("not a charge of razorpay");
    }
    try {
      return read(charge.value());
    } catch (ProviderException problem) {
      return new ChargeOutcome.Unknown("razorpay: " + problem.kind());
    }
  }

  private ChargeOutcome read(String order) {
    Optional<Boolean> payable =
        RazorpayMapping.canBePaid(RazorpayApi.text(api.order(order), "status"));
    if (payable.isEmpty()) {
      return new ChargeOutcome.Unknown("the order stands in a way not known here");
    }
    Map<Attempt, List<RazorpayPayment>> attempts = new EnumMap<>(Attempt.class);
    for (RazorpayPayment payment : api.paymentsOf(order)) {
      Optional<Attempt> attempt = RazorpayMapping.attempt(payment);
      if (attempt.isEmpty()) {
        return new ChargeOutcome.Unknown("a payment stands in a way not known here");
      }
      attempts.merge(attempt.get(), List.of(payment), RazorpayPaymentLookup::both);
    }
    if (attempts.containsKey(Attempt.TAKEN)) {
      return taken(attempts.get(Attempt.TAKEN));
    }
    if (attempts.containsKey(Attempt.UNDER_WAY)) {
      return new ChargeOutcome.Pending(true);
    }
    if (!payable.get()) {
      return new ChargeOutcome.Unknown("the order is paid, and no payment took the money");
    }
    return attempts.containsKey(Attempt.FAILED) && !attempts.containsKey(Attempt.BEGUN)
        ? declined(attempts.get(Attempt.FAILED))
        : new ChargeOutcome.Pending(false);
  }

  private static List<RazorpayPayment> both(
      List<RazorpayPayment> some, List<RazorpayPayment> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  private ChargeOutcome taken(List<RazorpayPayment> payments) {
    if (payments.stream().map(one -> one.amount().currency()).distinct().count() > 1) {
      return new ChargeOutcome.Unknown("the order was paid in several currencies");
    }
    List<ProviderRefund> refunds =
        payments.stream()
            .flatMap(payment -> api.refundsOf(payment).stream())
            .map(RazorpayRefund::listed)
            .toList();
    Money captured =
        payments.stream().map(RazorpayPayment::amount).reduce(Money::plus).orElseThrow();
    return new ChargeOutcome.Succeeded(captured, refunds);
  }

  private static ChargeOutcome declined(List<RazorpayPayment> payments) {
    return payments.stream()
        .max(
            Comparator.comparingLong(RazorpayPayment::createdAt).thenComparing(RazorpayPayment::id))
        .<ChargeOutcome>map(last -> new ChargeOutcome.Declined(RazorpayMapping.decline(last)))
        .orElseThrow();
  }
}
