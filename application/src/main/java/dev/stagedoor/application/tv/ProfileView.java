package dev.stagedoor.application.tv;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A profile as its account sees it.
 *
 * @param isReadOnly whether it is one too many for the plan: it can be read and removed
 */
public record ProfileView(
    UUID id,
    String name,
    Optional<URI> avatar,
    boolean isKids,
    boolean hasPin,
    boolean isDefault,
    boolean isReadOnly,
    Optional<Instant> lockedUntil,
    Instant createdAt) {}
