package dev.stagedoor.application.liveselling;

import dev.stagedoor.domain.liveselling.Claim;
import dev.stagedoor.domain.liveselling.ShowItem;
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
    Instant createdAt) {
  public static ClaimView of(Claim claim, ShowItem item) {
    return new ClaimView(
        claim.id().value(),
        item.number(),
        item.details().title(),
        claim.quantity(),
        claim.granted(),
        claim.status(),
        claim.buyer().userId(),
        claim.buyer().handle(),
        claim.comment(),
        claim.place().postedAt(),
        claim.createdAt());
  }
}
