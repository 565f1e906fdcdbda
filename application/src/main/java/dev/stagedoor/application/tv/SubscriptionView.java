package dev.stagedoor.application.tv;

import dev.stagedoor.domain.subscriptions.SubscriptionStatus;
import dev.stagedoor.domain.tv.Entitlement;
import dev.stagedoor.domain.tv.Limits;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a subscriber pays, and pays next.
 *
 * @param status as the provider has it; empty where they have no subscription of their own
 * @param planName empty where there is no plan
 * @param until when what they have ends unless something is paid
 */
public record SubscriptionView(
    Entitlement.Source source,
    Optional<SubscriptionStatus> status,
    Optional<UUID> planId,
    Optional<String> planName,
    Optional<Instant> until,
    boolean endsAtPeriodEnd,
    Optional<Instant> graceUntil,
    Optional<Instant> trialEndsAt,
    Limits limits) {}
