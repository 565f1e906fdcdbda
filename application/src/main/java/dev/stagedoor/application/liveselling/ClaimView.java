package dev.stagedoor.application.liveselling;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A claim as operators see it.
 *
 * @param status {@code active}, {@code waiting}, {@code billed} or {@code cancelled}
 * @param granted how many of the pieces asked for the buyer has
 */
public record ClaimView(
    UUID id,
    int itemNumber,
    String itemTitle,
    int quantity,
    int granted,
    String status,
    String platformUserId,
    String handle,
    Optional<String> commentId,
    Instant postedAt,
    Instant createdAt) {}
