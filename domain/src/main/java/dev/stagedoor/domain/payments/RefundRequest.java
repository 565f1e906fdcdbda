package dev.stagedoor.domain.payments;

import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderRef;

/** Asks to give back {@code amount} of a charge. */
public record RefundRequest(ProviderRef charge, Money amount, String reason, IdempotencyKey key) {}
