package dev.stagedoor.providers.razorpay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.payments.RefundOutcome;
import dev.stagedoor.domain.payments.RefundRequest;
import dev.stagedoor.domain.payments.port.Refunds;
import dev.stagedoor.providers.razorpay.RazorpayMapping.Attempt;
import dev.stagedoor.providers.support.HttpRefusal;
import dev.stagedoor.providers.support.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Gives money back. What is asked for stands at one payment of the order, so the payments are read
 * first, and with them whether the refund is there already.
 */
final class RazorpayRefunds implements Refunds {
  private static final int HTTP_CONFLICT = 409;

  private final RazorpayApi api;

  RazorpayRefunds(RazorpayApi api) {
    this.api = api;
  }

  @Override
  public RefundOutcome refund(RefundRequest request) {
    Optional<Long> amount = RazorpayAmounts.write(request.amount());
    if (amount.isEmpty()) {
      return new RefundOutcome.Failed("amount_not_expressible");
    }
    try {
      List<RazorpayPayment> taken = taken(request);
      Optional<RazorpayRefund> made = made(taken, request);
      if (made.isPresent()) {
        return made.get().outcome();
      }
      return paying(taken, request)
          .map(payment -> api.refund(payment.id(), key(request), body(request, amount.get())))
          .map(RazorpayRefund::outcome)
          .orElseGet(() -> new RefundOutcome.Failed("nothing_captured"));
    } catch (ProviderException e) {
      return outcome(e);
    }
  }

  private static RefundOutcome outcome(ProviderException e) {
    return switch (e.kind()) {
      case UNREADABLE -> new RefundOutcome.Unknown("the answer was lost");
      case REJECTED ->
          HttpRefusal.is(e, HTTP_CONFLICT)
              ? new RefundOutcome.Unknown("razorpay is still busy with it")
              : new RefundOutcome.Failed(
                  HttpRefusal.behind(e).flatMap(HttpRefusal::code).orElse("refused"));
      case UNAUTHORISED, RATE_LIMITED, UNAVAILABLE -> throw e;
    };
  }

  @Override
  public RefundOutcome find(RefundRequest request) {
    try {
      return made(taken(request), request)
          .map(RazorpayRefund::outcome)
          .orElseGet(() -> new RefundOutcome.Unknown("razorpay has no such refund"));
    } catch (ProviderException problem) {
      return new RefundOutcome.Unknown("razorpay: " + problem.kind());
    }
  }

  private List<RazorpayPayment> taken(RefundRequest request) {
    return api.paymentsOf(request.charge().value()).stream()
        .filter(one -> RazorpayMapping.attempt(one).filter(Attempt.TAKEN::equals).isPresent())
        .toList();
  }

  private Optional<RazorpayRefund> made(List<RazorpayPayment> taken, RefundRequest request) {
    return taken.stream()
        .flatMap(payment -> api.refundsOf(payment).stream())
        .filter(one -> one.isFor(request.refund()))
        .findFirst();
  }

  /** An order is paid once, but a late yes of a bank may come to a payment that came first. */
  private static Optional<RazorpayPayment> paying(
      List<RazorpayPayment> taken, RefundRequest request) {
    return taken.stream()
        .filter(one -> one.amount().currency().equals(request.amount().currency()))
        .max(
            Comparator.comparingLong((RazorpayPayment one) -> one.left().minor())
                .thenComparing(RazorpayPayment::id));
  }

  private static String key(RefundRequest request) {
    return RazorpayReceipts.receipt(request.refund().value());
  }

  private static ObjectNode body(RefundRequest request, long amount) {
    ObjectNode refund =
        Json.object()
            .put("amount", amount)
            .put("speed", "normal")
            .put("receipt", RazorpayReceipts.receipt(request.refund().value()));
    refund.putObject("notes").put("reason", RazorpayReceipts.note(request.reason()));
    return refund;
  }
}
