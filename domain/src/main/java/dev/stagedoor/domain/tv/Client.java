package dev.stagedoor.domain.tv;

import static java.time.temporal.ChronoUnit.SECONDS;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Somebody a reseller serves and pays for, month by month.
 *
 * <p>Invariants: one reseller serves an account; each month that is paid follows the one before
 * without a gap where it is renewed in time, and keeps the day of the month it began on until a
 * dearer plan is taken; suspending stops the service, not the time.
 */
public final class Client {
  private final ClientId id;
  private final UserId reseller;
  private final UserId user;
  private final Instant createdAt;
  private final long version;
  private PlanId plan;
  private Instant begunAt;
  private int months;
  private boolean isSuspended;

  /**
   * The stored form of a client; for repositories only.
   *
   * @param begunAt from when on its months are counted; later than now where what was left of a
   *     cheaper plan is used up first
   * @param months so many months since then
   */
  public record Snapshot(
      ClientId id,
      UserId reseller,
      UserId user,
      PlanId plan,
      Instant begunAt,
      int months,
      boolean isSuspended,
      Instant createdAt,
      long version) {}

  private Client(Snapshot from) {
    this.id = from.id();
    this.reseller = from.reseller();
    this.user = from.user();
    this.plan = from.plan();
    this.begunAt = from.begunAt();
    this.months = from.months();
    this.isSuspended = from.isSuspended();
    this.createdAt = from.createdAt();
    this.version = from.version();
  }

  /** Begins to serve somebody, with a first month. */
  public static Client begin(ClientId id, UserId reseller, UserId user, PlanId plan, Instant now) {
    return new Client(new Snapshot(id, reseller, user, plan, now, 1, false, now, 0));
  }

  /** Rebuilds a stored client; for repositories only. */
  public static Client restore(Snapshot snapshot) {
    return new Client(snapshot);
  }

  public Snapshot snapshot() {
    return new Snapshot(id, reseller, user, plan, begunAt, months, isSuspended, createdAt, version);
  }

  /**
   * Adds a month of a plan: after what is paid, or from now on where that is over. What is left of
   * a cheaper plan lasts so much shorter on a dearer one, so that nobody has this for what that
   * costs; what is left of a dearer one lasts no longer.
   *
   * @param had the plan that what is left was paid for
   */
  public void renew(Plan next, Plan had, Instant now) {
    if (!isPaid(now)) {
      begin(now);
    } else if (next.credits() > had.credits()) {
      Duration left = Duration.between(now, paidUntil());
      begin(
          now.plus(
              left.multipliedBy(had.credits()).dividedBy(next.credits()).truncatedTo(SECONDS)));
    } else {
      months++;
    }
    plan = next.id();
  }

  private void begin(Instant at) {
    begunAt = at;
    months = 1;
  }

  /** Stops serving. Repeatable. */
  public void suspend() {
    isSuspended = true;
  }

  /** Serves again. Repeatable. */
  public void resume() {
    isSuspended = false;
  }

  /**
   * Refuses anybody but the reseller, for whom alone this client is there.
   *
   * @throws DomainException {@code NOT_FOUND}
   */
  public void mustBeOf(UserId other) {
    if (!reseller.equals(other)) {
      throw DomainException.notFound();
    }
  }

  public Instant paidUntil() {
    return begunAt.atZone(ZoneOffset.UTC).plusMonths(months).toInstant();
  }

  public boolean isPaid(Instant now) {
    return now.isBefore(paidUntil());
  }

  /** Tells whether it is served: paid and not suspended. */
  public boolean isActive(Instant now) {
    return !isSuspended && isPaid(now);
  }

  /** Returns until when it is served unless that changes; empty where it is not. */
  public Optional<Instant> servedUntil(Instant now) {
    return isActive(now) ? Optional.of(paidUntil()) : Optional.empty();
  }

  public ClientId id() {
    return id;
  }

  public UserId reseller() {
    return reseller;
  }

  public UserId user() {
    return user;
  }

  public PlanId plan() {
    return plan;
  }

  public boolean isSuspended() {
    return isSuspended;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public long version() {
    return version;
  }
}
