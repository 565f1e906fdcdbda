package dev.stagedoor.domain.subscriptions;

import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.subscriptions.port.SubscribePages;
import dev.stagedoor.domain.subscriptions.port.Subscriptions;

/** Who keeps subscriptions. */
public record SubscriptionProvider(
    ProviderId id, Subscriptions subscriptions, SubscribePages pages) {}
