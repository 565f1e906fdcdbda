package dev.stagedoor.application.liveselling;

import dev.stagedoor.application.port.LiveUpdates;
import dev.stagedoor.application.port.ShowQueries;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.liveselling.Buyer;
import dev.stagedoor.domain.liveselling.Claim;
import dev.stagedoor.domain.liveselling.ClaimId;
import dev.stagedoor.domain.liveselling.ItemLine;
import dev.stagedoor.domain.liveselling.LiveSellingError;
import dev.stagedoor.domain.liveselling.Show;
import dev.stagedoor.domain.liveselling.ShowComment;
import dev.stagedoor.domain.liveselling.ShowId;
import dev.stagedoor.domain.liveselling.ShowItem;
import dev.stagedoor.domain.liveselling.port.ClaimRepository;
import dev.stagedoor.domain.liveselling.port.CommentRepository;
import dev.stagedoor.domain.liveselling.port.ShowItemRepository;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Comments and the claims they make. */
public final class ClaimService {
  private static final Set<String> STATUSES = Set.of("active", "waiting", "billed", "cancelled");

  private final UnitOfWork work;
  private final ShowService shows;
  private final ShowItemRepository items;
  private final ClaimRepository claims;
  private final ShowQueries queries;
  private final ClaimEngine engine;
  private final ItemKeeper keeper;
  private final Clock clock;
  private final Ids ids;

  public ClaimService(
      UnitOfWork work,
      ShowService shows,
      ShowItemRepository items,
      CommentRepository comments,
      ClaimRepository claims,
      ShowQueries queries,
      LiveUpdates updates,
      Clock clock,
      Ids ids) {
    this.work = work;
    this.shows = shows;
    this.items = items;
    this.claims = claims;
    this.queries = queries;
    this.engine = new ClaimEngine(items, comments, claims, updates, clock, ids);
    this.keeper = new ItemKeeper(items, claims, updates);
    this.clock = clock;
    this.ids = ids;
  }

  /** Returns what reads comments, for those that come from platforms. */
  ClaimEngine engine() {
    return engine;
  }

  /** Takes a comment that an operator enters, as the platform's webhook would. */
  public CommentResult comment(Actor actor, ShowId show, NewComment comment) {
    return work.write(
        () -> {
          Show under = shows.operated(actor, show);
          Instant now = clock.instant();
          return engine.take(
              under,
              new ShowComment(
                  under.id(),
                  comment.commentId().orElseGet(() -> "entered-" + ids.next()),
                  Optional.of(comment.author()),
                  comment.text(),
                  // Nothing was written later than now, whatever the clock it was read from says.
                  comment.postedAt().filter(at -> at.isBefore(now)).orElse(now),
                  now,
                  Optional.empty(),
                  Optional.empty()));
        });
  }

  /** Lists claims in the order of items and of their lines; all or those of one status. */
  public Page<ClaimView> list(Actor actor, ShowId show, Optional<String> status, PageRequest page) {
    return work.read(
        () -> {
          ShowId of = shows.operated(actor, show).id();
          if (status.filter(code -> !STATUSES.contains(code)).isPresent()) {
            throw DomainException.invalid("status", "choice");
          }
          return queries.claims(of, status, page);
        });
  }

  /**
   * Makes a claim by hand, at the end of the line.
   *
   * @throws DomainException {@code SHOW_STATUS} before the show has begun, {@code UNKNOWN_ITEM}
   */
  public ClaimView claim(Actor actor, ShowId show, Buyer buyer, int itemNumber, int quantity) {
    return work.write(
        () -> {
          Show of = shows.operated(actor, show);
          of.mustHaveBegun();
          if (quantity < 1 || quantity > Claim.MAX_QUANTITY) {
            throw DomainException.invalid(Fault.outside("quantity", 1, Claim.MAX_QUANTITY));
          }
          ShowItem item =
              items.lockNumbers(of.id(), List.of(itemNumber)).stream()
                  .findFirst()
                  .orElseThrow(
                      () ->
                          new DomainException(
                              LiveSellingError.UNKNOWN_ITEM, Map.of("itemNumber", itemNumber)));
          return ClaimView.of(append(item, buyer, quantity), item);
        });
  }

  private Claim append(ShowItem item, Buyer buyer, int quantity) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<Claim> ahead = claims.openFrom(item.id(), now);
    // A platform's clock may be ahead of ours.
    Instant end = ahead.isEmpty() ? now : ahead.get(ahead.size() - 1).place().postedAt();
    ItemLine line = new ItemLine(item, ahead);
    ClaimId id = new ClaimId(ids.next());
    Claim made =
        line.add(new ItemLine.Wish(id, buyer, Optional.empty(), quantity, end), clock.instant());
    keeper.keep(item, line, Set.of(id));
    return made;
  }

  /**
   * Cancels a claim; those behind move up. Idempotent.
   *
   * @throws DomainException {@code CLAIM_BILLED}
   */
  public void cancel(Actor actor, ShowId show, ClaimId claim) {
    work.run(
        () -> {
          ShowId of = shows.operated(actor, show).id();
          ShowItem item = items.lock(find(of, claim).item()).orElseThrow(DomainException::notFound);
          // Read again: until the item was locked, it may have been cancelled or billed.
          Claim found = find(of, claim);
          found.mustNotBeBilled();
          if (found.state() == Claim.State.OPEN) {
            ItemLine line =
                new ItemLine(item, claims.openFrom(item.id(), found.place().postedAt()));
            line.cancel(claim);
            keeper.keep(item, line, Set.of());
          }
        });
  }

  private Claim find(ShowId show, ClaimId claim) {
    return claims
        .find(claim)
        .filter(found -> found.show().equals(show))
        .orElseThrow(DomainException::notFound);
  }

  /** Lists what each buyer has, by name. */
  public List<BuyerView> buyers(Actor actor, ShowId show) {
    return work.read(() -> queries.buyers(shows.operated(actor, show).id()));
  }

  /** Lists one page of them. */
  public Page<BuyerView> buyers(Actor actor, ShowId show, PageRequest page) {
    return work.read(() -> queries.buyers(shows.operated(actor, show).id(), page));
  }

  /** Lists comments, the newest first. */
  public Page<CommentView> comments(Actor actor, ShowId show, PageRequest page) {
    return work.read(() -> queries.comments(shows.operated(actor, show).id(), page));
  }
}
