package dev.stagedoor.application.liveselling;

import dev.stagedoor.domain.liveselling.Buyer;
import java.time.Instant;
import java.util.Optional;

/**
 * A comment that an operator enters.
 *
 * @param commentId the platform's id, so that the same comment counts once; empty: one is made up
 * @param postedAt when it was written; empty: now
 */
public record NewComment(
    Buyer author, String text, Optional<String> commentId, Optional<Instant> postedAt) {}
