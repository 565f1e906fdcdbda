package dev.stagedoor.domain.payments;

import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderRef;
import java.util.Optional;

/**
 * One refund of a charge as its provider lists it, whoever ordered it.
 *
 * @param ours the id we sent with the request, where the provider gives it back; empty for a refund
 *     that somebody made at the provider
 */
public record ProviderRefund(
    ProviderRef ref, Money amount, RefundStatus status, Optional<RefundId> ours) {
  public ProviderRefund {
    if (status == RefundStatus.REQUESTED) {
      throw new IllegalArgumentException("what a provider lists, it has");
    }
  }
}
