package dev.stagedoor.application.tv;

import dev.stagedoor.domain.tv.Entitlement;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who watches, and what they may.
 *
 * @param trialEndsAt empty where they have had no trial under this account
 * @param profiles how many they have
 */
public record SubscriberView(
    UUID id,
    Entitlement entitlement,
    Optional<Instant> trialEndsAt,
    int profiles,
    int playlists,
    int favorites) {}
