package dev.stagedoor.providers.stripe;

import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeError;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.payments.ChargeOutcome;
import dev.stagedoor.domain.payments.port.PaymentLookup;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells what became of a PaymentIntent, and of all that was refunded of it. */
final class StripePaymentLookup implements PaymentLookup {
  private final StripeCalls calls;
  private final RefundList refunds;

  StripePaymentLookup(StripeCalls calls) {
    this.calls = calls;
    this.refunds = new RefundList(calls);
  }

  @Override
  public ChargeOutcome find(ProviderRef charge) {
    try {
      String id = StripeCalls.id(charge);
      return outcome(calls.call("charge.read", stripe -> stripe.paymentIntents().retrieve(id)));
    } catch (ProviderException problem) {
      return new ChargeOutcome.Unknown("Stripe does not know it, or did not answer");
    }
  }

  private ChargeOutcome outcome(PaymentIntent intent) {
    String status = StripeCalls.needed(intent.getStatus(), "status");
    return switch (status) {
      case "requires_payment_method" ->
          code(intent.getLastPaymentError())
              .<ChargeOutcome>map(code -> new ChargeOutcome.Declined(StripeMapping.decline(code)))
              .orElseGet(() -> new ChargeOutcome.Pending(false));
      case "requires_confirmation", "requires_action" -> new ChargeOutcome.Pending(false);
      case "processing", "requires_capture" -> new ChargeOutcome.Pending(true);
      case "canceled" -> new ChargeOutcome.Cancelled();
      case "succeeded" -> succeeded(intent);
      default -> new ChargeOutcome.Unknown("it stands in a way that Stripe did not have before");
    };
  }

  private ChargeOutcome succeeded(PaymentIntent intent) {
    return new ChargeOutcome.Succeeded(
        StripeAmounts.read(
            StripeCalls.needed(intent.getAmountReceived(), "amount_received"),
            StripeCalls.needed(intent.getCurrency(), "currency")),
        refunds.of(StripeCalls.needed(intent.getId(), "id")).stream()
            .map(StripeMapping::refund)
            .toList());
  }

  /** The bank's own code says more than Stripe's, where there is one. */
  private static Optional<String> code(@Nullable StripeError error) {
    return Optional.ofNullable(error)
        .map(
            one ->
                Optional.ofNullable(one.getDeclineCode())
                    .or(() -> Optional.ofNullable(one.getCode()))
                    .orElse("unspecified"));
  }

  @Override
  public String toString() {
    return "charges of " + calls;
  }
}
