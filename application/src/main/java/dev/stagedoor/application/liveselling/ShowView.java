package dev.stagedoor.application.liveselling;

import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;

/** A show as its operators see it; the status is the code of its enum. */
public record ShowView(
    UUID id,
    UUID workspaceId,
    String name,
    String status,
    Currency currency,
    Optional<String> platformPostId,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    Instant createdAt) {}
