package dev.stagedoor.domain.memorials;

import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.payments.PaymentId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The schedule of a memorial and the booking of its livestream: which services, what was chosen,
 * what it costs and what was paid. A memorial has exactly one, under the memorial's own id.
 *
 * <p>Invariants: the total is the price book's for this schedule at the moment it was last
 * repriced; what was paid is what its payments hold, and never more or less; saving never makes the
 * total less than what was paid; it is {@code PAID} exactly when nothing is owed of something that
 * was ordered, and what was paid too much is its {@link #surplus}; what somebody gave back of a
 * price is not asked for again, unless all of it went back, but what was given back of a surplus
 * pays for nothing; a failed attempt never undoes a payment; a save that was begun on another
 * version changes nothing.
 */
public final class Booking {
  private static final String SUBJECT = "memorial_booking";

  private final MemorialId memorial;
  private final long version;
  private ServicePlan services;
  private Selection selection;
  private Quote quote;
  private BookingStatus status;
  private Money taken;
  private Money paid;
  private Money owedAgain;
  private @Nullable PaymentId payment;
  private Instant savedAt;

  /** The stored form of a booking; for repositories only. */
  public record Snapshot(
      MemorialId memorial,
      ServicePlan services,
      Selection selection,
      Quote quote,
      BookingStatus status,
      Money taken,
      Money paid,
      Money owedAgain,
      @Nullable PaymentId payment,
      Instant savedAt,
      long version) {}

  private Booking(Snapshot from) {
    this.memorial = from.memorial();
    this.services = from.services();
    this.selection = from.selection();
    this.quote = from.quote();
    this.status = from.status();
    this.taken = from.taken();
    this.paid = from.paid();
    this.owedAgain = from.owedAgain();
    this.payment = from.payment();
    this.savedAt = from.savedAt();
    this.version = from.version();
  }

  /** Opens an empty draft. */
  public static Booking draft(
      MemorialId memorial, ServicePlan services, PriceBook prices, Instant now) {
    Selection nothing = Selection.nothing();
    return new Booking(
        new Snapshot(
            memorial,
            services,
            nothing,
            prices.quote(services, nothing),
            BookingStatus.DRAFT,
            Money.zero(prices.currency()),
            Money.zero(prices.currency()),
            Money.zero(prices.currency()),
            null,
            now,
            0));
  }

  /** Rebuilds a stored booking; for repositories only. */
  public static Booking restore(Snapshot snapshot) {
    return new Booking(snapshot);
  }

  public Snapshot snapshot() {
    return new Snapshot(
        memorial, services, selection, quote, status, taken, paid, owedAgain, payment, savedAt,
        version);
  }

  /** Names the booking of a memorial to the payments capability. */
  public static Subject subject(MemorialId memorial) {
    return new Subject(SUBJECT, memorial.value());
  }

  /** Returns the memorial whose booking a subject names, empty when it names something else. */
  public static Optional<MemorialId> of(Subject subject) {
    return subject.kind().equals(SUBJECT)
        ? Optional.of(new MemorialId(subject.id()))
        : Optional.empty();
  }

  /**
   * Saves what the family edited, begun on version {@code expected}.
   *
   * @throws DomainException {@code STALE_VERSION} when another tab saved meanwhile, {@code
   *     BOOKING_TOTAL_LOWERED} when the total would fall below what was paid
   */
  public void save(
      ServicePlan nextServices,
      Selection nextSelection,
      long expected,
      PriceBook prices,
      Instant now) {
    if (version != expected) {
      throw new DomainException(CommonError.STALE_VERSION, Map.of("version", version));
    }
    quote = requote(prices.quote(nextServices, nextSelection), prices.quote(services, selection));
    services = nextServices;
    selection = nextSelection;
    savedAt = now;
    if (paid.isPositive()) {
      status = covered();
    } else if (status == BookingStatus.PAID && balance().isPositive()) {
      // It had cost nothing.
      status = BookingStatus.DRAFT;
    }
  }

  /**
   * Chooses what the booking costs from now on. Once money was taken, only the family's own changes
   * count: a price book that changed meanwhile makes nothing dearer or cheaper by itself.
   */
  private Quote requote(Quote next, Quote unchanged) {
    if (!paid.isPositive()) {
      return next;
    }
    Quote chosen = next.total().equals(unchanged.total()) ? quote : next;
    boolean falls = chosen.total().compareTo(quote.total()) < 0;
    if (falls && !chosen.total().isAtLeast(paid)) {
      throw new DomainException(
          MemorialError.BOOKING_TOTAL_LOWERED,
          Map.of(
              "paidMinor", paid.minor(),
              "wantedMinor", chosen.total().minor(),
              "currency", paid.currency().getCurrencyCode()));
    }
    return chosen;
  }

  /**
   * Returns what is to be paid now.
   *
   * @throws DomainException {@code BOOKING_INCOMPLETE} when no tier was chosen
   */
  public Money due() {
    if (selection.tier().isEmpty()) {
      throw new DomainException(MemorialError.BOOKING_INCOMPLETE);
    }
    return balance();
  }

  /** Notes the payment that is to settle the balance. */
  public void awaitPayment(PaymentId wanted) {
    payment = wanted;
    if (status != BookingStatus.PAID) {
      status = BookingStatus.PENDING_PAYMENT;
    }
  }

  /** Settles a booking that costs nothing, without any provider. */
  public void settleFree() {
    if (balance().isZero()) {
      status = BookingStatus.PAID;
    }
  }

  /**
   * Takes in what the booking's payments took and hold in all. What somebody gave back counts first
   * against what was held too much at that moment, and only the rest as given back of the price;
   * once everything went back, nothing of it does.
   *
   * @param all what they took, less what we sent back by ourselves because it was too much
   * @param kept what they took, less everything that went back
   * @return whether that is news
   */
  public boolean received(Money all, Money kept) {
    if (kept.equals(paid) && all.equals(taken)) {
      return false;
    }
    Money before = taken.minus(paid);
    Money givenBack = all.minus(kept);
    if (kept.isZero()) {
      owedAgain = givenBack;
    } else if (givenBack.isAtLeast(before)) {
      Money tooMuch = all.minus(before).minus(quote.total()).orZero();
      owedAgain = owedAgain.plus(less(givenBack.minus(before), tooMuch));
    } else {
      // It failed after all.
      owedAgain = less(owedAgain, givenBack);
    }
    taken = all;
    paid = kept;
    status = paid.isPositive() ? covered() : BookingStatus.REFUNDED;
    return true;
  }

  private static Money less(Money one, Money other) {
    return one.isAtLeast(other) ? other : one;
  }

  private BookingStatus covered() {
    return balance().isZero() ? BookingStatus.PAID : BookingStatus.PENDING_PAYMENT;
  }

  /**
   * Notes a failed attempt; changes nothing once money was taken.
   *
   * @return whether that is news
   */
  public boolean paymentFailed(PaymentId failed) {
    if (paid.isPositive() || status == BookingStatus.FAILED || !failed.equals(payment)) {
      return false;
    }
    status = BookingStatus.FAILED;
    return true;
  }

  /** Notes that the payment it waited for was given up or ran out: it waits for none now. */
  public boolean paymentCancelled(PaymentId cancelled) {
    if (!cancelled.equals(payment)) {
      return false;
    }
    payment = null;
    if (!paid.isPositive() && status != BookingStatus.PAID) {
      status = BookingStatus.DRAFT;
    }
    return true;
  }

  /** Returns what is still owed: all of it again once everything went back. */
  public Money balance() {
    return quote.total().minus(taken.minus(owedAgain)).orZero();
  }

  /** Returns what was paid too much, and is to go back. */
  public Money surplus() {
    return paid.minus(quote.total()).orZero();
  }

  public MemorialId memorial() {
    return memorial;
  }

  public ServicePlan services() {
    return services;
  }

  public Selection selection() {
    return selection;
  }

  public Quote quote() {
    return quote;
  }

  public BookingStatus status() {
    return status;
  }

  public Money paid() {
    return paid;
  }

  public Optional<PaymentId> payment() {
    return Optional.ofNullable(payment);
  }

  public Instant savedAt() {
    return savedAt;
  }

  public long version() {
    return version;
  }
}
