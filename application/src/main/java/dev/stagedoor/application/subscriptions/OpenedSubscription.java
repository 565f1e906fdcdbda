package dev.stagedoor.application.subscriptions;

import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.subscriptions.SubscriptionId;
import java.net.URI;

/**
 * Where somebody goes to subscribe.
 *
 * @param session the provider's name of the page
 */
public record OpenedSubscription(
    SubscriptionId id, ProviderId provider, URI page, String session) {}
