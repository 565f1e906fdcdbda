package dev.stagedoor.web.courses;

import dev.stagedoor.application.courses.CoursePaymentView;
import dev.stagedoor.application.language.Translations;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.web.error.DeclineResponse;
import dev.stagedoor.web.json.Decimals;
import dev.stagedoor.web.payments.RefundResponse;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A payment for a course, as its payer sees it. */
@Serdeable
public record CoursePaymentResponse(
    UUID paymentId,
    UUID courseId,
    String courseTitle,
    BigDecimal amount,
    String currency,
    String status,
    String provider,
    @Nullable String gatewayOrderId,
    @Nullable DeclineResponse paymentError,
    BigDecimal refundedTotal,
    List<RefundResponse> refunds,
    @Nullable Instant refundableUntil,
    Instant createdAt,
    @Nullable Instant paidAt) {
  static CoursePaymentResponse from(
      CoursePaymentView view, Translations translations, Language language) {
    return new CoursePaymentResponse(
        view.id(),
        view.courseId(),
        view.courseTitle(),
        Decimals.of(view.amount()),
        view.amount().currency().getCurrencyCode(),
        view.status(),
        view.provider(),
        view.gatewayOrderId().orElse(null),
        view.decline()
            .map(reason -> DeclineResponse.of(reason, translations, language))
            .orElse(null),
        Decimals.of(view.refundedTotal()),
        view.refunds().stream().map(RefundResponse::from).toList(),
        view.refundableUntil().orElse(null),
        view.createdAt(),
        view.paidAt().orElse(null));
  }
}
