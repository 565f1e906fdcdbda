package dev.stagedoor.domain.tv;

import dev.stagedoor.domain.auth.UserId;
import java.time.Instant;

/**
 * Lets a device act as a profile that was opened on it.
 *
 * @param sha256 the hash of the token; the token itself is told once and not kept
 */
public record ProfileToken(
    String sha256, ProfileId profile, UserId owner, Instant createdAt, Instant expiresAt) {}
