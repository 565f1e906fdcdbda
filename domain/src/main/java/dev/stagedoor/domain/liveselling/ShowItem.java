package dev.stagedoor.domain.liveselling;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.kernel.Faults;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Something a show sells, and how much of it is spoken for.
 *
 * <p>Invariants: {@code granted + billed <= quantity}, always. {@code wanted} is what its open
 * claims ask for together, {@code granted} what they have, {@code billed} what is on invoices.
 */
public final class ShowItem {
  public static final int MAX_NUMBER = 99_999;
  public static final int MAX_QUANTITY = 1_000_000;
  public static final long MAX_PRICE = 99_999_999;
  public static final int MAX_TITLE = 200;

  /**
   * What an operator says of an item.
   *
   * @param number what viewers call it by
   * @param priceMinor what a piece costs, in minor units of the show's currency; empty while it is
   *     not decided
   */
  public record Details(int number, String title, Optional<Long> priceMinor, int quantity) {
    public Details {
      title = title.strip();
      Faults faults = new Faults();
      faults.refuseIf(number < 1 || number > MAX_NUMBER, Fault.outside("number", 1, MAX_NUMBER));
      faults.refuseIf(title.isEmpty(), Fault.of("title", "blank"));
      faults.refuseIf(title.length() > MAX_TITLE, Fault.longerThan("title", MAX_TITLE));
      faults.refuseIf(
          priceMinor.filter(price -> price < 0 || price > MAX_PRICE).isPresent(),
          Fault.outside("priceCents", 0, MAX_PRICE));
      faults.refuseIf(
          quantity < 0 || quantity > MAX_QUANTITY, Fault.outside("quantity", 0, MAX_QUANTITY));
      faults.refuseAny();
    }
  }

  private final ItemId id;
  private final ShowId show;
  private final Instant createdAt;
  private Details details;
  private long wanted;
  private int granted;
  private int billed;
  private long arrivals;

  /** The stored form of an item; for repositories only. */
  public record Snapshot(
      ItemId id,
      ShowId show,
      Details details,
      long wanted,
      int granted,
      int billed,
      long arrivals,
      Instant createdAt) {}

  private ShowItem(Snapshot from) {
    this.id = from.id();
    this.show = from.show();
    this.details = from.details();
    this.wanted = from.wanted();
    this.granted = from.granted();
    this.billed = from.billed();
    this.arrivals = from.arrivals();
    this.createdAt = from.createdAt();
  }

  public static ShowItem add(ItemId id, ShowId show, Details details, Instant now) {
    return new ShowItem(new Snapshot(id, show, details, 0, 0, 0, 0, now));
  }

  /** Rebuilds a stored item; for repositories only. */
  public static ShowItem restore(Snapshot snapshot) {
    return new ShowItem(snapshot);
  }

  public Snapshot snapshot() {
    return new Snapshot(id, show, details, wanted, granted, billed, arrivals, createdAt);
  }

  /**
   * Describes it anew; where the quantity changes, its line must be served again.
   *
   * @throws DomainException {@code QUANTITY_BILLED} when less would be left than is on invoices
   */
  void describe(Details next) {
    if (next.quantity() < billed) {
      throw new DomainException(LiveSellingError.QUANTITY_BILLED, Map.of("billed", billed));
    }
    details = next;
  }

  /** Refuses with {@code ITEM_CLAIMED} to go while somebody has or waits for it. */
  public void mustBeUnclaimed() {
    if (wanted > 0 || billed > 0) {
      throw new DomainException(LiveSellingError.ITEM_CLAIMED);
    }
  }

  /** Returns how many pieces the line has to give. */
  int toGive() {
    return details.quantity() - billed;
  }

  long nextArrival() {
    arrivals = arrivals + 1;
    return arrivals;
  }

  /** Notes what open claims ask for and have, as a change of each. */
  void count(long wantedMore, int grantedMore) {
    wanted += wantedMore;
    granted += grantedMore;
  }

  void countBilled(int more) {
    billed += more;
  }

  /** Refuses to go on with counts that cannot be. */
  void mustAddUp() {
    if (granted < 0 || billed < 0 || granted > wanted || granted + billed > details.quantity()) {
      throw new IllegalStateException(id + " is miscounted: " + snapshot());
    }
  }

  public ItemId id() {
    return id;
  }

  public ShowId show() {
    return show;
  }

  public Details details() {
    return details;
  }

  public int number() {
    return details.number();
  }

  /** Returns what its open claims ask for together. */
  public long wanted() {
    return wanted;
  }

  /** Returns what its open claims have together. */
  public int granted() {
    return granted;
  }

  /** Returns what of it is on invoices. */
  public int billed() {
    return billed;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
