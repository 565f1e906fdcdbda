package dev.stagedoor.web.payments;

import dev.stagedoor.application.payments.AttentionView;
import dev.stagedoor.web.json.Decimals;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A payment an admin must look at, and why. */
@Serdeable
public record AttentionResponse(
    UUID paymentId,
    List<String> reasons,
    String status,
    String subjectKind,
    UUID subjectId,
    String provider,
    @Nullable String paymentIntentId,
    BigDecimal asked,
    String currency,
    BigDecimal captured,
    BigDecimal refunded,
    String capturedCurrency,
    List<RefundLine> refunds,
    Instant createdAt,
    long version) {

  /** One refund: who wanted it (asked, surplus, provider), and how it went. */
  @Serdeable
  public record RefundLine(
      UUID refundId, String origin, String status, BigDecimal amount, @Nullable String failure) {
    static RefundLine from(AttentionView.RefundLine refund) {
      return new RefundLine(
          refund.id(),
          refund.origin(),
          refund.status(),
          Decimals.of(refund.amount()),
          refund.failure().orElse(null));
    }
  }

  static AttentionResponse from(AttentionView payment) {
    return new AttentionResponse(
        payment.payment(),
        payment.reasons(),
        payment.status(),
        payment.subjectKind(),
        payment.subject(),
        payment.provider(),
        payment.charge().orElse(null),
        Decimals.of(payment.asked()),
        payment.asked().currency().getCurrencyCode(),
        Decimals.of(payment.captured()),
        Decimals.of(payment.refunded()),
        payment.captured().currency().getCurrencyCode(),
        payment.refunds().stream().map(RefundLine::from).toList(),
        payment.createdAt(),
        payment.version());
  }
}
