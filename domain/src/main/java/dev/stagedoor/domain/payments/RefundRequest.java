package dev.stagedoor.domain.payments;

import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderRef;

/**
 * Asks to give back {@code amount} of a charge. The refund's id travels as the merchant's own
 * reference and comes back in {@link ProviderRefund#ours}, so that a refund whose answer was lost
 * is known again and not counted twice.
 */
public record RefundRequest(
    ProviderRef charge, RefundId refund, Money amount, String reason, IdempotencyKey key) {}
