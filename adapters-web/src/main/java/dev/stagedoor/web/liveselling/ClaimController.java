package dev.stagedoor.web.liveselling;

import dev.stagedoor.application.liveselling.ClaimService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.Faults;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.liveselling.ClaimId;
import dev.stagedoor.domain.liveselling.ShowId;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What viewers write, and what they claim by it. */
@Controller("/api/shows/{id}")
@Tag(name = "Live selling")
class ClaimController {

  private final ClaimService claims;

  ClaimController(ClaimService claims) {
    this.claims = claims;
  }

  /** Takes a comment, as the platform's webhook would. */
  @Post("/comments")
  @Status(HttpStatus.CREATED)
  CommentResponse comment(Actor actor, UUID id, @Body NewCommentRequest request) {
    actor.mustBeSignedIn();
    return CommentResponse.from(claims.comment(actor, new ShowId(id), request.toCommand()));
  }

  /** Lists comments, the newest first, with why they made no claim. */
  @Get("/comments")
  CommentsResponse comments(Actor actor, UUID id, PageRequest page) {
    return CommentsResponse.from(claims.comments(actor, new ShowId(id), page));
  }

  /** Lists claims by item and place in the line; all or those of one status. */
  @Get("/claims")
  ClaimsResponse list(Actor actor, UUID id, @QueryValue @Nullable String status, PageRequest page) {
    return ClaimsResponse.from(
        claims.list(actor, new ShowId(id), Optional.ofNullable(status), page));
  }

  /** Makes a claim by hand, at the end of the line. */
  @Post("/claims")
  @Status(HttpStatus.CREATED)
  ClaimResponse claim(Actor actor, UUID id, @Body ManualClaimRequest request) {
    actor.mustBeSignedIn();
    Faults faults = new Faults();
    var item = faults.read(request::item);
    var buyer = faults.read(request::buyer);
    faults.refuseAny();
    return ClaimResponse.from(
        claims.claim(
            actor, new ShowId(id), buyer.orElseThrow(), item.orElseThrow(), request.pieces()));
  }

  /** Cancels a claim; those behind move up. */
  @Delete("/claims/{claimId}")
  @Status(HttpStatus.NO_CONTENT)
  void cancel(Actor actor, UUID id, UUID claimId) {
    claims.cancel(actor, new ShowId(id), new ClaimId(claimId));
  }

  /** Lists what each buyer has, billed or not. */
  @Get("/buyers")
  BuyersResponse buyers(
      Actor actor,
      UUID id,
      @QueryValue(defaultValue = "1") int page,
      @QueryValue(defaultValue = ShowInvoiceController.WHOLE) int limit) {
    return BuyersResponse.from(claims.buyers(actor, new ShowId(id), new PageRequest(page, limit)));
  }
}
