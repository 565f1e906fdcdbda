package dev.stagedoor.domain.auth;

import java.time.Instant;

/**
 * A session of the local identity provider: what a cookie or a family of refresh tokens belongs to.
 * Only the hash of the current token is kept.
 */
public record LocalSession(
    SessionId id, String subject, String tokenHash, Instant createdAt, Instant expiresAt) {}
