package dev.stagedoor.providers.razorpay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.kernel.Money;
import java.util.Optional;

/**
 * One attempt to pay an order.
 *
 * @param captured whether the money was taken, whatever has gone back since
 * @param reason why it failed, by the most exact code there is
 * @param createdAt in seconds
 */
record RazorpayPayment(
    String id,
    String status,
    boolean captured,
    Money amount,
    Money refunded,
    Optional<String> reason,
    long createdAt) {
  static RazorpayPayment read(JsonNode payment) {
    String currency = RazorpayApi.text(payment, "currency");
    String status = RazorpayApi.text(payment, "status");
    JsonNode refunded = payment.path("amount_refunded");
    return new RazorpayPayment(
        RazorpayApi.text(payment, "id"),
        status,
        status.equals(RazorpayMapping.CAPTURED) || payment.path("captured").asBoolean(),
        RazorpayAmounts.read(RazorpayApi.whole(payment, "amount"), currency),
        RazorpayAmounts.read(
            refunded.isIntegralNumber() ? RazorpayApi.whole(payment, "amount_refunded") : 0,
            currency),
        said(payment, "error_reason").or(() -> said(payment, "error_code")),
        payment.path("created_at").asLong());
  }

  private static Optional<String> said(JsonNode payment, String member) {
    return Optional.ofNullable(payment.path(member).textValue())
        .filter(word -> !word.isBlank() && !word.equals("NA"));
  }

  /** Returns what could still go back of it. */
  Money left() {
    return amount.minus(refunded).orZero();
  }
}
