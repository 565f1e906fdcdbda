package dev.stagedoor.application.liveselling;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.liveselling.Buyer;
import dev.stagedoor.domain.liveselling.ClaimId;
import dev.stagedoor.domain.liveselling.ShowId;
import java.util.List;
import java.util.Optional;

/** Comments and the claims they make. */
@SuppressWarnings("DoNotCallSuggester")
public final class ClaimService {
  /** Takes a comment that an operator enters, as the platform's webhook would. */
  public CommentResult comment(Actor actor, ShowId show, NewComment comment) {
    throw new UnsupportedOperationException("not built yet");
  }

  /** Lists claims in the order of items and of their lines; all or those of one status. */
  public Page<ClaimView> list(Actor actor, ShowId show, Optional<String> status, PageRequest page) {
    throw new UnsupportedOperationException("not built yet");
  }

  /** Makes a claim by hand, at the end of the line. */
  public ClaimView claim(Actor actor, ShowId show, Buyer buyer, int itemNumber, int quantity) {
    throw new UnsupportedOperationException("not built yet");
  }

  /** Cancels a claim; those behind move up. Idempotent. */
  public void cancel(Actor actor, ShowId show, ClaimId claim) {
    throw new UnsupportedOperationException("not built yet");
  }

  /** Lists what each buyer has, by name. */
  public List<BuyerView> buyers(Actor actor, ShowId show) {
    throw new UnsupportedOperationException("not built yet");
  }

  /** Lists comments, the newest first. */
  public Page<CommentView> comments(Actor actor, ShowId show, PageRequest page) {
    throw new UnsupportedOperationException("not built yet");
  }
}
