package dev.stagedoor.web.liveselling;

import dev.stagedoor.application.liveselling.ClaimView;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A claim, wrapped as clients expect it. */
@Serdeable
public record ClaimResponse(Claim claim) {

  /** A claim: active, waiting, billed or cancelled; {@code granted} pieces are the buyer's. */
  @Serdeable
  public record Claim(
      UUID id,
      int itemNumber,
      String itemTitle,
      int quantity,
      int granted,
      String status,
      String platformUserId,
      String handle,
      @Nullable String commentId,
      Instant postedAt,
      Instant createdAt) {
    static Claim from(ClaimView view) {
      return new Claim(
          view.id(),
          view.itemNumber(),
          view.itemTitle(),
          view.quantity(),
          view.granted(),
          view.status(),
          view.platformUserId(),
          view.handle(),
          view.commentId().orElse(null),
          view.postedAt(),
          view.createdAt());
    }
  }

  static ClaimResponse from(ClaimView view) {
    return new ClaimResponse(Claim.from(view));
  }
}
