package dev.stagedoor.providers.stripe;

import com.stripe.model.PaymentIntent;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentCreateParams;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.payments.CheckoutOutcome;
import dev.stagedoor.domain.payments.CheckoutRequest;
import dev.stagedoor.domain.payments.port.Checkouts;
import dev.stagedoor.providers.support.Cut;
import java.util.Optional;

/** Prepares charges as PaymentIntents, which payers complete by Stripe's own form. */
final class StripeCheckouts implements Checkouts {
  private static final int LONGEST_DESCRIPTION = 1000;

  private final StripeCalls calls;

  StripeCheckouts(StripeCalls calls) {
    this.calls = calls;
  }

  @Override
  public CheckoutOutcome open(CheckoutRequest request) {
    Optional<Long> amount = StripeAmounts.write(request.amount());
    if (amount.isEmpty()) {
      return new CheckoutOutcome.Refused("currency_not_supported");
    }
    try {
      return opened(intent(request, amount.get()));
    } catch (ProviderException problem) {
      return switch (problem.kind()) {
        case REJECTED -> new CheckoutOutcome.Refused(StripeCalls.code(problem));
        case UNREADABLE -> new CheckoutOutcome.Unknown("Stripe's answer was lost or made no sense");
        case UNAUTHORISED, RATE_LIMITED, UNAVAILABLE -> throw problem;
      };
    }
  }

  private PaymentIntent intent(CheckoutRequest request, long amount) {
    PaymentIntentCreateParams.Builder intent =
        PaymentIntentCreateParams.builder()
            .setAmount(amount)
            .setCurrency(StripeAmounts.code(request.amount().currency()))
            .setAutomaticPaymentMethods(
                PaymentIntentCreateParams.AutomaticPaymentMethods.builder()
                    .setEnabled(true)
                    .build())
            .putMetadata(StripeMapping.OUR_PAYMENT, request.payment().value().toString());
    if (!request.description().isBlank()) {
      intent.setDescription(Cut.to(LONGEST_DESCRIPTION, request.description()));
    }
    RequestOptions as =
        StripeCalls.as(new Merchant.Operator(), StripeCalls.step(request.key().value(), "charge"));
    return calls.call("charge.open", stripe -> stripe.paymentIntents().create(intent.build(), as));
  }

  private CheckoutOutcome opened(PaymentIntent intent) {
    return new CheckoutOutcome.Opened(
        StripeCalls.ref(StripeCalls.needed(intent.getId(), "id")),
        Optional.of(Secret.of(StripeCalls.needed(intent.getClientSecret(), "client_secret"))));
  }

  @Override
  public Optional<String> publishableKey() {
    return Optional.of(calls.config().publishableKey());
  }

  @Override
  public void cancel(ProviderRef charge) {
    String id = StripeCalls.id(charge);
    // Refused is what is paid, being paid or over; looking it up tells which.
    Optional<PaymentIntent> ignored =
        StripeCalls.orElse(
            () ->
                Optional.of(
                    calls.call(
                        "charge.cancel",
                        stripe ->
                            stripe
                                .paymentIntents()
                                .cancel(
                                    id,
                                    PaymentIntentCancelParams.builder()
                                        .setCancellationReason(
                                            PaymentIntentCancelParams.CancellationReason.ABANDONED)
                                        .build()))),
            Kind.REJECTED,
            refusal -> Optional.empty());
  }

  @Override
  public String toString() {
    return "checkouts of " + calls;
  }
}
