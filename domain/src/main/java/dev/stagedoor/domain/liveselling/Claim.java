package dev.stagedoor.domain.liveselling;

import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.kernel.DomainException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A buyer's wish for pieces of one item.
 *
 * <p>Invariants: {@code 0 <= granted <= quantity}; what is granted is decided by {@link ItemLine}
 * alone while the claim is open; a billed claim is granted in whole and leaves the line; a
 * cancelled one has nothing and never comes back.
 */
public final class Claim {
  public static final int MAX_QUANTITY = 999;

  /** Where a claim stands. */
  public enum State {
    /** In the line, with all, some or none of what it asks for. */
    OPEN,
    /** On an invoice. */
    BILLED,
    CANCELLED;

    /**
     * Returns what a claim in this state is to those who look: {@code active} with pieces, {@code
     * waiting} without, {@code billed} or {@code cancelled}.
     */
    public String status(int granted) {
      return switch (this) {
        case OPEN -> granted > 0 ? "active" : "waiting";
        case BILLED -> "billed";
        case CANCELLED -> "cancelled";
      };
    }
  }

  private final ClaimId id;
  private final ShowId show;
  private final ItemId item;
  private final Buyer buyer;
  private final @Nullable String comment;
  private final Place place;
  private final Instant createdAt;
  private int quantity;
  private int granted;
  private State state;
  private @Nullable InvoiceId invoice;

  /**
   * The stored form of a claim; for repositories only.
   *
   * @param comment the platform's id of the comment it was read from; absent where it was made by
   *     hand
   */
  public record Snapshot(
      ClaimId id,
      ShowId show,
      ItemId item,
      Buyer buyer,
      @Nullable String comment,
      Place place,
      int quantity,
      int granted,
      State state,
      @Nullable InvoiceId invoice,
      Instant createdAt) {}

  private Claim(Snapshot from) {
    this.id = from.id();
    this.show = from.show();
    this.item = from.item();
    this.buyer = from.buyer();
    this.comment = from.comment();
    this.place = from.place();
    this.quantity = from.quantity();
    this.granted = from.granted();
    this.state = from.state();
    this.invoice = from.invoice();
    this.createdAt = from.createdAt();
  }

  /** Rebuilds a stored claim; for repositories, and for the line that makes one. */
  public static Claim restore(Snapshot snapshot) {
    return new Claim(snapshot);
  }

  public Snapshot snapshot() {
    return new Snapshot(
        id, show, item, buyer, comment, place, quantity, granted, state, invoice, createdAt);
  }

  /** Gives it that many pieces; for the line only. Returns whether that is news. */
  boolean grant(int pieces) {
    if (pieces == granted) {
      return false;
    }
    granted = pieces;
    return true;
  }

  void cancel() {
    state = State.CANCELLED;
    granted = 0;
  }

  /** Puts what is granted on an invoice; what it still waited for is given up. */
  void bill(InvoiceId on) {
    quantity = granted;
    state = State.BILLED;
    invoice = on;
  }

  void unbill() {
    state = State.OPEN;
    invoice = null;
  }

  /** Refuses with {@code CLAIM_BILLED} what is on an invoice. */
  public void mustNotBeBilled() {
    if (state == State.BILLED) {
      throw new DomainException(LiveSellingError.CLAIM_BILLED);
    }
  }

  /** Returns what it is to those who look, as {@link State#status} says. */
  public String status() {
    return state.status(granted);
  }

  public ClaimId id() {
    return id;
  }

  public ShowId show() {
    return show;
  }

  public ItemId item() {
    return item;
  }

  public Buyer buyer() {
    return buyer;
  }

  public Optional<String> comment() {
    return Optional.ofNullable(comment);
  }

  public Place place() {
    return place;
  }

  /** Returns how many pieces it asks for. */
  public int quantity() {
    return quantity;
  }

  /** Returns how many pieces it has. */
  public int granted() {
    return granted;
  }

  public State state() {
    return state;
  }

  public Optional<InvoiceId> invoice() {
    return Optional.ofNullable(invoice);
  }

  public Instant createdAt() {
    return createdAt;
  }
}
