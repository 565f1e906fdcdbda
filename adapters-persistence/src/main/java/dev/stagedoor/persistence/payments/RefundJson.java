package dev.stagedoor.persistence.payments;

import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.payments.Refund;
import dev.stagedoor.domain.payments.RefundId;
import dev.stagedoor.domain.payments.RefundStatus;
import dev.stagedoor.persistence.sql.Codes;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A refund inside the row of its payment. */
@Serdeable
record RefundJson(
    UUID id,
    String origin,
    long amountMinor,
    String currency,
    String reason,
    String status,
    @Nullable String provider,
    @Nullable String ref,
    @Nullable String failure,
    Instant requestedAt) {

  static RefundJson from(Refund refund) {
    return new RefundJson(
        refund.id().value(),
        Codes.of(refund.origin()),
        refund.amount().minor(),
        refund.amount().currency().getCurrencyCode(),
        refund.reason(),
        Codes.of(refund.status()),
        refund.ref().map(ref -> ref.provider().value()).orElse(null),
        refund.ref().map(ProviderRef::value).orElse(null),
        refund.failure().orElse(null),
        refund.requestedAt());
  }

  Refund toDomain() {
    return new Refund(
        new RefundId(id),
        Codes.parse(Refund.Origin.class, origin),
        Money.of(amountMinor, currency),
        reason,
        Codes.parse(RefundStatus.class, status),
        provider == null || ref == null
            ? Optional.empty()
            : Optional.of(ProviderRef.of(provider, ref)),
        Optional.ofNullable(failure),
        requestedAt);
  }
}
