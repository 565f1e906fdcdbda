package dev.stagedoor.domain.payments;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.kernel.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The stored form of a payment; for repositories only. */
public record PaymentSnapshot(
    PaymentId id,
    Subject subject,
    UserId payer,
    Money amount,
    String description,
    ProviderId provider,
    PaymentStatus status,
    @Nullable ProviderRef ref,
    @Nullable Secret clientSecret,
    @Nullable Decline lastDecline,
    @Nullable Money captured,
    @Nullable Instant paidAt,
    @Nullable Instant nextCheckAt,
    int checks,
    List<Refund> refunds,
    Set<Attention> attention,
    Instant createdAt,
    long version) {
  /** A payment as the wish to take an amount leaves it. */
  static PaymentSnapshot opening(
      PaymentId id,
      Subject subject,
      UserId payer,
      Money amount,
      String description,
      ProviderId provider,
      Instant now) {
    return new PaymentSnapshot(
        id,
        subject,
        payer,
        amount,
        description,
        provider,
        PaymentStatus.OPENING,
        null,
        null,
        null,
        null,
        null,
        CheckPlan.first(now),
        0,
        List.of(),
        Set.of(),
        now,
        0);
  }
}
