package dev.stagedoor.domain.payments;

import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.Money;

/**
 * Asks a provider to prepare taking {@code amount}. The payment id travels as the merchant's own
 * reference, so that the charge can be found from the provider's side.
 */
public record CheckoutRequest(
    PaymentId payment, Money amount, String description, IdempotencyKey key) {}
