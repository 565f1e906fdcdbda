package dev.stagedoor.application.liveselling;

import dev.stagedoor.application.port.LiveUpdates;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.liveselling.Buyer;
import dev.stagedoor.domain.liveselling.Claim;
import dev.stagedoor.domain.liveselling.ClaimId;
import dev.stagedoor.domain.liveselling.ClaimReader;
import dev.stagedoor.domain.liveselling.ClaimReader.Wanted;
import dev.stagedoor.domain.liveselling.IgnoredWhy;
import dev.stagedoor.domain.liveselling.ItemId;
import dev.stagedoor.domain.liveselling.ItemLine;
import dev.stagedoor.domain.liveselling.Place;
import dev.stagedoor.domain.liveselling.Show;
import dev.stagedoor.domain.liveselling.ShowComment;
import dev.stagedoor.domain.liveselling.ShowItem;
import dev.stagedoor.domain.liveselling.port.ClaimRepository;
import dev.stagedoor.domain.liveselling.port.CommentRepository;
import dev.stagedoor.domain.liveselling.port.ShowItemRepository;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Turns comments into claims, and takes claims back when their comment is removed; in the open unit
 * of work.
 *
 * <p>Whatever the order in which comments arrive, who has what depends on when they were written:
 * see {@link ItemLine}. Somebody has one claim on an item by comments, that of the first comment
 * they wrote; a comment that says it again makes none, and where the first arrives last, it takes
 * the place of the other. Where the first is removed, the next takes its place.
 */
final class ClaimEngine {
  // As the items of one show are locked together: by the bytes of their ids.
  static final Comparator<ItemId> LOCKING_ORDER = Comparator.comparing(id -> id.value().toString());

  private final ShowItemRepository items;
  private final CommentRepository comments;
  private final ClaimRepository claims;
  private final ItemKeeper keeper;
  private final ShowNews news;
  private final Clock clock;
  private final Ids ids;

  ClaimEngine(
      ShowItemRepository items,
      CommentRepository comments,
      ClaimRepository claims,
      LiveUpdates updates,
      Clock clock,
      Ids ids) {
    this.items = items;
    this.comments = comments;
    this.claims = claims;
    this.keeper = new ItemKeeper(items, claims, updates);
    this.news = new ShowNews(updates);
    this.clock = clock;
    this.ids = ids;
  }

  /** Takes a comment under a show; it may say already why it is ignored. */
  CommentResult take(Show show, ShowComment comment) {
    Map<Integer, Integer> wanted = wanted(comment);
    Optional<IgnoredWhy> ignored = comment.ignored().or(() -> why(show, comment, wanted));
    ShowComment kept = ignored.map(comment::ignored).orElse(comment);
    if (!comments.add(kept)) {
      return ignored(known(kept));
    }
    List<ClaimView> made = new ArrayList<>();
    if (ignored.isEmpty()) {
      Buyer buyer = comment.author().orElseThrow();
      List<ShowItem> found = items.lockNumbers(show.id(), wanted.keySet());
      // After the items are locked; what is claimed of one changes nothing of the others.
      List<Claim> had = claims.ofBuyer(show.id(), buyer.userId());
      for (ShowItem item : found) {
        int quantity = Objects.requireNonNull(wanted.get(item.number()));
        claim(item, comment, had, quantity).ifPresent(made::add);
      }
      if (made.isEmpty()) {
        ignored =
            Optional.of(found.isEmpty() ? IgnoredWhy.UNKNOWN_ITEM : IgnoredWhy.ALREADY_CLAIMED);
        kept = comment.ignored(ignored.get());
        comments.save(kept);
      }
    }
    news.received(kept);
    return new CommentResult(made, ignored);
  }

  private static Map<Integer, Integer> wanted(ShowComment comment) {
    return ClaimReader.read(comment.text()).stream()
        .collect(Collectors.toMap(Wanted::number, Wanted::quantity));
  }

  private static int wanted(ShowComment comment, ShowItem item) {
    return Objects.requireNonNull(wanted(comment).get(item.number()));
  }

  private static Optional<IgnoredWhy> why(
      Show show, ShowComment comment, Map<Integer, Integer> wanted) {
    if (comment.author().isEmpty()) {
      return Optional.of(IgnoredWhy.NO_AUTHOR);
    }
    if (wanted.isEmpty()) {
      return Optional.of(IgnoredWhy.NO_CLAIM);
    }
    return show.wasLiveAt(comment.postedAt()) ? Optional.empty() : Optional.of(IgnoredWhy.NOT_LIVE);
  }

  /** Says of a comment that came before why it is not taken again. */
  private IgnoredWhy known(ShowComment comment) {
    return comments
        .find(comment.show(), comment.id())
        .flatMap(ShowComment::ignored)
        .filter(why -> why == IgnoredWhy.REMOVED)
        .orElse(IgnoredWhy.DUPLICATE);
  }

  private static CommentResult ignored(IgnoredWhy why) {
    return new CommentResult(List.of(), Optional.of(why));
  }

  private Optional<ClaimView> claim(
      ShowItem item, ShowComment comment, List<Claim> ofBuyer, int quantity) {
    List<Claim> had = ofBuyer.stream().filter(claim -> claim.item().equals(item.id())).toList();
    if (!had.stream().allMatch(claim -> isOvertakenBy(comment, claim))) {
      return Optional.empty();
    }
    // Not those of the same time: they came before. A platform's times are seconds, in which many
    // may write.
    Instant behind = Place.firstAfter(comment.postedAt());
    ItemLine line = new ItemLine(item, claims.openFrom(item.id(), behind));
    had.forEach(claim -> line.cancel(claim.id()));
    Claim made = add(line, comment, quantity);
    keeper.keep(item, line, Set.of(made.id()));
    had.forEach(claim -> lostItsClaim(claim, IgnoredWhy.ALREADY_CLAIMED));
    return Optional.of(ClaimView.of(made, item));
  }

  private Claim add(ItemLine line, ShowComment comment, int quantity) {
    return line.add(
        new ItemLine.Wish(
            new ClaimId(ids.next()),
            comment.author().orElseThrow(),
            Optional.of(comment.id()),
            quantity,
            comment.postedAt()),
        clock.instant());
  }

  /** A claim by a comment gives way to one that was written before it and arrives after it. */
  private static boolean isOvertakenBy(ShowComment comment, Claim claim) {
    return claim.state() == Claim.State.OPEN
        && claim.comment().isPresent()
        && comment.postedAt().isBefore(claim.place().postedAt());
  }

  /** Notes of a comment whose claim gave way that it made none, unless it made others. */
  private void lostItsClaim(Claim claim, IgnoredWhy why) {
    String id = claim.comment().orElseThrow();
    boolean hasOthers =
        claims.ofBuyer(claim.show(), claim.buyer().userId()).stream()
            .anyMatch(other -> other.comment().equals(Optional.of(id)));
    if (!hasOthers) {
      comments
          .find(claim.show(), id)
          .filter(comment -> comment.ignored().isEmpty())
          .ifPresent(comment -> comments.save(comment.ignored(why)));
    }
  }

  /** Tells whether a comment, or its removal, came before. */
  boolean knows(ShowComment comment) {
    return comments.find(comment.show(), comment.id()).isPresent();
  }

  /**
   * Takes back what a comment claimed that is on no invoice.
   *
   * @param mark the comment as far as its removal tells it; it stays where the removal comes first,
   *     so that the comment is ignored when it comes
   */
  void remove(ShowComment mark) {
    ShowComment removed = mark.ignored(IgnoredWhy.REMOVED);
    if (comments.add(removed)) {
      return;
    }
    ShowComment known = comments.find(mark.show(), mark.id()).orElseThrow();
    if (known.ignored().equals(Optional.of(IgnoredWhy.REMOVED))) {
      return;
    }
    known.author().ifPresent(author -> cancel(known, author));
    ShowComment kept = known.ignored(IgnoredWhy.REMOVED);
    comments.save(kept);
    news.received(kept);
  }

  private void cancel(ShowComment comment, Buyer author) {
    List<ShowItem> locked =
        openBy(comment, author).stream()
            .map(Claim::item)
            .distinct()
            .sorted(LOCKING_ORDER)
            .map(items::lock)
            .flatMap(Optional::stream)
            .toList();
    locked.forEach(item -> cancel(item, comment, author));
  }

  private void cancel(ShowItem item, ShowComment comment, Buyer author) {
    // Read again: until the item was locked, they may have been cancelled or billed.
    for (Claim claim : openBy(comment, author)) {
      if (claim.item().equals(item.id())) {
        ItemLine line = new ItemLine(item, claims.openFrom(item.id(), claim.place().postedAt()));
        line.cancel(claim.id());
        Optional<ShowComment> again = repeated(item, claim);
        Set<ClaimId> fresh =
            again.map(said -> Set.of(add(line, said, wanted(said, item)).id())).orElse(Set.of());
        keeper.keep(item, line, fresh);
        again.ifPresent(this::claimsAfterAll);
      }
    }
  }

  /**
   * Returns where else the buyer said what the removed comment said, if they have no more claim.
   */
  private Optional<ShowComment> repeated(ShowItem item, Claim removed) {
    boolean hasMore =
        claims.ofBuyer(item.show(), removed.buyer().userId()).stream()
            .filter(claim -> claim.item().equals(item.id()))
            .anyMatch(claim -> !claim.id().equals(removed.id()));
    if (hasMore) {
      return Optional.empty();
    }
    return comments.standingOf(item.show(), removed.buyer().userId()).stream()
        .filter(said -> !removed.comment().equals(Optional.of(said.id())))
        // What was said before did not lose its claim to this one, but to the operator.
        .filter(said -> !said.postedAt().isBefore(removed.place().postedAt()))
        .filter(said -> wanted(said).containsKey(item.number()))
        .findFirst();
  }

  private void claimsAfterAll(ShowComment said) {
    ShowComment kept = said.claiming();
    comments.save(kept);
    news.received(kept);
  }

  private List<Claim> openBy(ShowComment comment, Buyer author) {
    return claims.ofBuyer(comment.show(), author.userId()).stream()
        .filter(claim -> claim.state() == Claim.State.OPEN)
        .filter(claim -> claim.comment().equals(Optional.of(comment.id())))
        .toList();
  }
}
