package dev.stagedoor.domain.payments;

import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderRef;
import java.time.Instant;
import java.util.Optional;

/** One refund of a payment; part of the {@link Payment} aggregate, changed only through it. */
public record Refund(
    RefundId id,
    Money amount,
    String reason,
    RefundStatus status,
    Optional<ProviderRef> ref,
    Instant requestedAt) {

  /** Tells whether this refund holds back its amount from being refunded again. */
  public boolean counts() {
    return status != RefundStatus.FAILED;
  }

  /** Takes in what the provider says; the first final answer holds. */
  Refund learned(RefundOutcome outcome) {
    if (status.isFinal()) {
      return this;
    }
    return outcome.match(
        new RefundOutcome.Cases<>() {
          @Override
          public Refund succeeded(RefundOutcome.Succeeded succeeded) {
            return with(RefundStatus.SUCCEEDED, Optional.of(succeeded.ref()));
          }

          @Override
          public Refund pending(RefundOutcome.Pending pending) {
            return with(RefundStatus.PENDING, Optional.of(pending.ref()));
          }

          @Override
          public Refund failed(RefundOutcome.Failed failed) {
            return with(RefundStatus.FAILED, ref);
          }

          @Override
          public Refund unknown(RefundOutcome.Unknown unknown) {
            return Refund.this;
          }
        });
  }

  private Refund with(RefundStatus next, Optional<ProviderRef> nextRef) {
    return new Refund(id, amount, reason, next, nextRef, requestedAt);
  }
}
