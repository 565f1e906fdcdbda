package dev.stagedoor.application.payments;

import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.payments.Payment;
import dev.stagedoor.domain.payments.Refund;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** A payment an admin must look at, and why; codes are names of enums in lower case. */
public record AttentionView(
    UUID payment,
    List<String> reasons,
    String status,
    String subjectKind,
    UUID subject,
    String provider,
    Optional<String> charge,
    Money asked,
    Money captured,
    Money refunded,
    List<RefundLine> refunds,
    Instant createdAt,
    long version) {

  /** One refund, who wanted it, and how it went. */
  public record RefundLine(
      UUID id, String origin, String status, Money amount, Optional<String> failure) {
    static RefundLine of(Refund refund) {
      return new RefundLine(
          refund.id().value(),
          code(refund.origin()),
          code(refund.status()),
          refund.amount(),
          refund.failure());
    }
  }

  static AttentionView of(Payment payment) {
    return new AttentionView(
        payment.id().value(),
        payment.attention().stream().sorted().map(AttentionView::code).toList(),
        code(payment.status()),
        payment.subject().kind(),
        payment.subject().id(),
        payment.provider().value(),
        payment.ref().map(ProviderRef::value),
        payment.amount(),
        payment.captured(),
        payment.refunded(),
        payment.refunds().stream().map(RefundLine::of).toList(),
        payment.createdAt(),
        payment.version());
  }

  private static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
