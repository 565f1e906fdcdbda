package dev.stagedoor.application.liveselling;

import dev.stagedoor.domain.liveselling.IgnoredWhy;
import java.util.List;
import java.util.Optional;

/** What came of a comment: claims, or why there are none. */
public record CommentResult(List<ClaimView> claims, Optional<IgnoredWhy> ignored) {}
