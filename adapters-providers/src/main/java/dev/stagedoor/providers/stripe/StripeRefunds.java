package dev.stagedoor.providers.stripe;

import com.stripe.model.Refund;
import com.stripe.net.RequestOptions;
import com.stripe.param.RefundCreateParams;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.payments.RefundOutcome;
import dev.stagedoor.domain.payments.RefundRequest;
import dev.stagedoor.domain.payments.RefundStatus;
import dev.stagedoor.domain.payments.port.Refunds;
import dev.stagedoor.providers.support.Cut;
import java.util.Optional;

/** Gives money back of PaymentIntents. */
final class StripeRefunds implements Refunds {
  private static final int LONGEST_METADATA = 500;

  private final StripeCalls calls;
  private final RefundList refunds;

  StripeRefunds(StripeCalls calls) {
    this.calls = calls;
    this.refunds = new RefundList(calls);
  }

  @Override
  public RefundOutcome refund(RefundRequest request) {
    Optional<Long> amount = StripeAmounts.write(request.amount());
    if (amount.isEmpty()) {
      return new RefundOutcome.Failed("currency_not_supported");
    }
    try {
      return outcome(made(request, amount.get()));
    } catch (ProviderException problem) {
      return switch (problem.kind()) {
        case REJECTED -> new RefundOutcome.Failed(StripeCalls.code(problem));
        case UNREADABLE -> new RefundOutcome.Unknown("Stripe's answer was lost or made no sense");
        case UNAUTHORISED, RATE_LIMITED, UNAVAILABLE -> throw problem;
      };
    }
  }

  private Refund made(RefundRequest request, long amount) {
    RefundCreateParams.Builder refund =
        RefundCreateParams.builder()
            .setPaymentIntent(StripeCalls.id(request.charge()))
            .setAmount(amount)
            .putMetadata(StripeMapping.OUR_REFUND, request.refund().value().toString());
    if (!request.reason().isBlank()) {
      refund.putMetadata("reason", Cut.to(LONGEST_METADATA, request.reason()));
    }
    RequestOptions as =
        StripeCalls.as(new Merchant.Operator(), StripeCalls.step(request.key().value(), "refund"));
    return calls.call("refund.make", stripe -> stripe.refunds().create(refund.build(), as));
  }

  @Override
  public RefundOutcome find(RefundRequest request) {
    try {
      return refunds.of(StripeCalls.id(request.charge())).stream()
          .filter(one -> StripeMapping.ours(one).equals(Optional.of(request.refund())))
          .findFirst()
          .map(StripeRefunds::outcome)
          .orElseGet(() -> new RefundOutcome.Unknown("Stripe lists no such refund"));
    } catch (ProviderException problem) {
      return new RefundOutcome.Unknown("Stripe did not answer");
    }
  }

  private static RefundOutcome outcome(Refund refund) {
    ProviderRef ref = StripeCalls.ref(StripeCalls.needed(refund.getId(), "id"));
    RefundStatus status =
        StripeMapping.refund(refund.getStatus())
            .orElseThrow(() -> StripeCalls.unreadable("a refund that stands in a new way"));
    return switch (status) {
      case SUCCEEDED -> new RefundOutcome.Succeeded(ref);
      case PENDING, REQUESTED -> new RefundOutcome.Pending(ref);
      case FAILED ->
          new RefundOutcome.Failed(
              Optional.ofNullable(refund.getFailureReason()).orElse("unspecified"),
              Optional.of(ref));
    };
  }

  @Override
  public String toString() {
    return "refunds of " + calls;
  }
}
