package dev.stagedoor.application.liveselling;

import dev.stagedoor.domain.liveselling.Buyer;
import dev.stagedoor.domain.liveselling.IgnoredWhy;
import dev.stagedoor.domain.liveselling.ShowComment;
import java.time.Instant;
import java.util.Optional;

/** A comment as operators see it, with the code of why it made no claim. */
public record CommentView(
    String id,
    Optional<String> platformUserId,
    Optional<String> handle,
    String text,
    Instant postedAt,
    Optional<String> ignored) {
  public static CommentView of(ShowComment comment) {
    return new CommentView(
        comment.id(),
        comment.author().map(Buyer::userId),
        comment.author().map(Buyer::handle),
        comment.text(),
        comment.postedAt(),
        comment.ignored().map(IgnoredWhy::code));
  }
}
