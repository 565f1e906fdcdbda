package dev.stagedoor.web.liveselling;

import dev.stagedoor.application.liveselling.CommentResult;
import dev.stagedoor.domain.liveselling.IgnoredWhy;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of a comment: claims, or why there are none. */
@Serdeable
public record CommentResponse(List<ClaimResponse.Claim> claims, @Nullable String ignored) {

  static CommentResponse from(CommentResult result) {
    return new CommentResponse(
        result.claims().stream().map(ClaimResponse.Claim::from).toList(),
        result.ignored().map(IgnoredWhy::code).orElse(null));
  }
}
