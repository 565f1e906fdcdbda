package dev.stagedoor.web.payments;

import dev.stagedoor.application.payments.RefundView;
import dev.stagedoor.web.json.Decimals;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.UUID;

/** A refund, and what has gone back of its payment in all. */
@Serdeable
public record RefundResponse(
    UUID refundId, String status, BigDecimal amount, BigDecimal refundedTotal, String currency) {
  public static RefundResponse from(RefundView refund) {
    return new RefundResponse(
        refund.id(),
        refund.status(),
        Decimals.of(refund.amount()),
        Decimals.of(refund.refundedTotal()),
        refund.amount().currency().getCurrencyCode());
  }
}
