package dev.stagedoor.domain.liveselling;

import dev.stagedoor.domain.invoicing.InvoiceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The line of those who claim one item: first come, first served, by {@link Place}.
 *
 * <p>The rule is one formula. Of what there is to give, a claim has what those before it leave, and
 * no more than it asks for: {@code granted = min(quantity, max(0, toGive - wanted before it))}. So
 * nothing is ever sold twice, nobody is served before somebody who was first, and what is granted
 * depends on the claims alone, not on the order in which they arrived here. A comment that arrives
 * late may take from one that was written after it; what is on an invoice has left the line and is
 * never taken back.
 *
 * <p>The item must be locked. Only the part of the line that can change is needed: from the place
 * of the claim that comes or goes to the end.
 */
public final class ItemLine {
  private final ShowItem item;
  private final List<Claim> tail;
  private final Map<ClaimId, Claim> changed = new LinkedHashMap<>();

  /**
   * Opens the end of an item's line.
   *
   * @param tail the open claims from some place on, all of them
   */
  public ItemLine(ShowItem item, List<Claim> tail) {
    this.item = item;
    this.tail = new ArrayList<>(tail);
    this.tail.sort(Comparator.comparing(Claim::place));
  }

  /** Who asks for how much, and when it was written. */
  public record Wish(
      ClaimId id, Buyer buyer, Optional<String> comment, int quantity, Instant postedAt) {
    public Wish {
      if (quantity < 1 || quantity > Claim.MAX_QUANTITY) {
        throw new IllegalArgumentException("a claim asks for 1 to " + Claim.MAX_QUANTITY);
      }
    }
  }

  /** Adds a claim; the tail must hold all that was written after it. */
  public Claim add(Wish wish, Instant now) {
    Claim claim =
        Claim.restore(
            new Claim.Snapshot(
                wish.id(),
                item.show(),
                item.id(),
                wish.buyer(),
                wish.comment().orElse(null),
                new Place(wish.postedAt(), item.nextArrival()),
                wish.quantity(),
                0,
                Claim.State.OPEN,
                null,
                now));
    enter(claim);
    return claim;
  }

  /** Cancels an open claim of the tail; those behind move up. */
  public void cancel(ClaimId id) {
    Claim claim = leave(id);
    claim.cancel();
    serve();
  }

  /**
   * Bills what an open claim of the tail has, and gives up what it still waits for. Nobody else's
   * pieces change: all before it have theirs, and what it gives up there is not.
   */
  public void bill(ClaimId id, InvoiceId invoice) {
    Claim claim = leave(id);
    if (claim.granted() == 0) {
      throw new IllegalArgumentException(id + " has nothing to bill");
    }
    claim.bill(invoice);
    item.countBilled(claim.granted());
    item.mustAddUp();
  }

  /** Puts a billed claim back in its place. The tail must be the whole line. */
  public void unbill(Claim claim) {
    item.countBilled(-claim.granted());
    claim.unbill();
    item.count(0, claim.granted());
    enter(claim);
  }

  /** Describes the item anew. The tail must be the whole line. */
  public void describe(ShowItem.Details details) {
    item.describe(details);
    serve();
  }

  private void enter(Claim claim) {
    tail.add(claim);
    tail.sort(Comparator.comparing(Claim::place));
    item.count(claim.quantity(), 0);
    changed.put(claim.id(), claim);
    serve();
  }

  private Claim leave(ClaimId id) {
    Claim claim =
        tail.stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(id + " is not in this line"));
    tail.remove(claim);
    item.count(-claim.quantity(), -claim.granted());
    changed.put(id, claim);
    return claim;
  }

  private void serve() {
    long ahead = item.wanted() - tail.stream().mapToLong(Claim::quantity).sum();
    for (Claim claim : tail) {
      int pieces = (int) Math.max(0, Math.min(claim.quantity(), item.toGive() - ahead));
      int before = claim.granted();
      if (claim.grant(pieces)) {
        item.count(0, pieces - before);
        changed.put(claim.id(), claim);
      }
      ahead += claim.quantity();
    }
    item.mustAddUp();
  }

  /** Returns the claims that came to be or changed, in no order. */
  public List<Claim> changed() {
    return List.copyOf(changed.values());
  }
}
