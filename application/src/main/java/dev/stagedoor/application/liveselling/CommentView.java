package dev.stagedoor.application.liveselling;

import java.time.Instant;
import java.util.Optional;

/** A comment as operators see it, with the code of why it made no claim. */
public record CommentView(
    String id,
    Optional<String> platformUserId,
    Optional<String> handle,
    String text,
    Instant postedAt,
    Optional<String> ignored) {}
