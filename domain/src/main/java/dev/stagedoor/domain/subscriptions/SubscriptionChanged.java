package dev.stagedoor.domain.subscriptions;

import dev.stagedoor.domain.announcements.Announcement;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.ProviderRef;
import java.time.Instant;

/** What a subscription is worth has changed: it began, failed to be paid, recovered or ended. */
public record SubscriptionChanged(
    SubscriptionId id, UserId holder, ProviderRef price, SubscriptionStatus status, Instant at)
    implements Announcement {}
