package dev.stagedoor.application.auth;

import java.time.Instant;
import java.util.UUID;

/** An account as admins list it. */
public record ListedAccount(
    UUID id, String email, String displayName, String role, String status, Instant createdAt) {}
