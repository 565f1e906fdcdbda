package dev.stagedoor.domain.payments.port;

import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.payments.RefundOutcome;
import dev.stagedoor.domain.payments.RefundRequest;

/** Gives money back. */
public interface Refunds {
  /**
   * Refunds part or all of a charge. The same key refunds at most once and gives the same answer. A
   * lost answer is {@code Unknown}; more than is left to refund is {@code Failed}. The request's
   * refund id is kept at the provider, for {@link PaymentLookup} to give it back.
   *
   * @throws ProviderException when surely nothing was refunded: {@code UNAUTHORISED}, {@code
   *     RATE_LIMITED}, {@code UNAVAILABLE}
   */
  RefundOutcome refund(RefundRequest request);

  /**
   * Returns what became of the refund made under the request's key, {@code Unknown} when that
   * cannot be told; this never throws for what the provider did. A refund that succeeded and failed
   * later is {@code Failed} with its reference. Reads only.
   */
  RefundOutcome find(RefundRequest request);
}
