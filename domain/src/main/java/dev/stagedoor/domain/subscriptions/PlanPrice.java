package dev.stagedoor.domain.subscriptions;

import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderRef;

/**
 * A price that a provider keeps, charged each month.
 *
 * @param monthly what people are told that it costs; the provider's own price is what is charged
 */
public record PlanPrice(ProviderRef ref, Money monthly) {}
