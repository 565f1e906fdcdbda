package dev.stagedoor.application.webhooks;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One delivery as an admin sees it. */
public record WebhookView(
    UUID id,
    String provider,
    String deliveryId,
    String type,
    String status,
    int attempts,
    Optional<String> error,
    Instant receivedAt,
    Optional<Instant> appliedAt) {}
