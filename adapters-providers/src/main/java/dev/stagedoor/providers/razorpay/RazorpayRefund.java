package dev.stagedoor.providers.razorpay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.payments.ProviderRefund;
import dev.stagedoor.domain.payments.RefundId;
import dev.stagedoor.domain.payments.RefundOutcome;
import java.util.Optional;

/**
 * One refund of a payment.
 *
 * @param ours the id we sent as its receipt
 */
record RazorpayRefund(String id, String status, Money amount, Optional<RefundId> ours) {
  static RazorpayRefund read(JsonNode refund) {
    return new RazorpayRefund(
        RazorpayApi.text(refund, "id"),
        RazorpayApi.text(refund, "status"),
        RazorpayAmounts.read(
            RazorpayApi.whole(refund, "amount"), RazorpayApi.text(refund, "currency")),
        RazorpayReceipts.id(refund.path("receipt").textValue()).map(RefundId::new));
  }

  boolean isFor(RefundId refund) {
    return ours.filter(refund::equals).isPresent();
  }

  /**
   * Returns it as the charge lists it.
   *
   * @throws dev.stagedoor.domain.kernel.ProviderException {@code UNREADABLE} when it stands in a
   *     way that is not known
   */
  ProviderRefund listed() {
    return new ProviderRefund(
        RazorpayApi.ref(id),
        amount,
        RazorpayMapping.refundStatus(status)
            .orElseThrow(() -> RazorpayApi.unreadable("a refund that stands strangely")),
        ours);
  }

  RefundOutcome outcome() {
    return RazorpayMapping.refundStatus(status)
        .<RefundOutcome>map(
            known ->
                switch (known) {
                  case SUCCEEDED -> new RefundOutcome.Succeeded(RazorpayApi.ref(id));
                  case REQUESTED, PENDING -> new RefundOutcome.Pending(RazorpayApi.ref(id));
                  case FAILED ->
                      new RefundOutcome.Failed("refund_failed", Optional.of(RazorpayApi.ref(id)));
                })
        .orElseGet(() -> new RefundOutcome.Unknown("the refund stands in a way not known here"));
  }
}
