package dev.stagedoor.application.courses;

import dev.stagedoor.application.payments.RefundView;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.payments.DeclineReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A payment for a course, as its payer sees it.
 *
 * @param status where it stands: pending, completed, failed, cancelled, partially refunded (with an
 *     underscore) or refunded
 * @param gatewayOrderId the provider's charge, once there is one
 * @param decline why the last attempt failed
 * @param refundableUntil until when the payer may take the money back; empty before it was paid
 */
public record CoursePaymentView(
    UUID id,
    UUID courseId,
    String courseTitle,
    Money amount,
    String status,
    String provider,
    Optional<String> gatewayOrderId,
    Optional<DeclineReason> decline,
    Money refundedTotal,
    List<RefundView> refunds,
    Optional<Instant> refundableUntil,
    Instant createdAt,
    Optional<Instant> paidAt) {}
