package dev.stagedoor.domain.subscriptions;

import dev.stagedoor.domain.announcements.Announcement;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.ProviderRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one person pays for again and again, as the provider last said that it stands.
 *
 * <p>Invariants: it says what the provider was last {@linkplain #seen seen} to say, in whatever
 * order news of it came, and what was seen earlier never takes the place of what was seen later,
 * but for the end: what is over stays over, since it was first seen to be; from the moment a
 * payment is seen to have failed it counts for a {@link GracePeriod}, and not again before it was
 * paid.
 */
public final class Subscription {
  private final SubscriptionId id;
  private final UserId holder;
  private final Instant createdAt;
  private final long version;
  private ProviderRef price;
  private SubscriptionStatus status;
  private @Nullable ProviderRef ref;
  private @Nullable ProviderRef customer;
  private @Nullable Instant paidUntil;
  private boolean endsAtPeriodEnd;
  private @Nullable Instant unpaidSince;
  private int reminders;
  private @Nullable Instant seenAt;
  private @Nullable Instant endedAt;

  /**
   * The stored form of a subscription; for repositories only.
   *
   * @param reminders how many mails were written since a payment failed
   * @param seenAt when the provider was asked for what this says
   */
  public record Snapshot(
      SubscriptionId id,
      UserId holder,
      ProviderRef price,
      SubscriptionStatus status,
      @Nullable ProviderRef ref,
      @Nullable ProviderRef customer,
      @Nullable Instant paidUntil,
      boolean endsAtPeriodEnd,
      @Nullable Instant unpaidSince,
      int reminders,
      @Nullable Instant seenAt,
      @Nullable Instant endedAt,
      Instant createdAt,
      long version) {}

  private Subscription(Snapshot from) {
    this.id = from.id();
    this.holder = from.holder();
    this.price = from.price();
    this.status = from.status();
    this.ref = from.ref();
    this.customer = from.customer();
    this.paidUntil = from.paidUntil();
    this.endsAtPeriodEnd = from.endsAtPeriodEnd();
    this.unpaidSince = from.unpaidSince();
    this.reminders = from.reminders();
    this.seenAt = from.seenAt();
    this.endedAt = from.endedAt();
    this.createdAt = from.createdAt();
    this.version = from.version();
  }

  /** Notes that somebody is about to be sent to the provider's page; nothing is paid yet. */
  public static Subscription open(
      SubscriptionId id, UserId holder, ProviderRef price, Instant now) {
    return new Subscription(
        new Snapshot(
            id,
            holder,
            price,
            SubscriptionStatus.INCOMPLETE,
            null,
            null,
            null,
            false,
            null,
            0,
            null,
            null,
            now,
            0));
  }

  /** Rebuilds a stored subscription; for repositories only. */
  public static Subscription restore(Snapshot snapshot) {
    return new Subscription(snapshot);
  }

  public Snapshot snapshot() {
    return new Snapshot(
        id,
        holder,
        price,
        status,
        ref,
        customer,
        paidUntil,
        endsAtPeriodEnd,
        unpaidSince,
        reminders,
        seenAt,
        endedAt,
        createdAt,
        version);
  }

  /**
   * Takes in how it stands at the provider.
   *
   * @param askedAt when the provider was asked: an answer to an earlier question says nothing any
   *     more, unless that it was over even then
   * @return what others must hear of; nothing when this was known
   */
  public List<Announcement> seen(SubscriptionReading.Known known, Instant askedAt) {
    boolean isAnother = ref != null && !ref.equals(known.ref());
    if (isAnother || !isNews(known.status(), askedAt)) {
      return List.of();
    }
    Snapshot before = snapshot();
    ref = known.ref();
    customer = known.customer();
    price = known.price();
    status = known.status();
    paidUntil = known.paidUntil();
    endsAtPeriodEnd = known.endsAtPeriodEnd();
    seenAt = askedAt;
    if (!isUnpaid()) {
      unpaidSince = null;
      reminders = 0;
    } else if (unpaidSince == null) {
      unpaidSince = askedAt;
    }
    if (status == SubscriptionStatus.ENDED) {
      endedAt = askedAt;
    }
    boolean isChange = before.status() != status || !before.price().equals(price);
    return isChange
        ? List.of(new SubscriptionChanged(id, holder, price, status, askedAt))
        : List.of();
  }

  private boolean isNews(SubscriptionStatus said, Instant askedAt) {
    boolean isLate = seenAt != null && askedAt.isBefore(seenAt);
    boolean isOver = status == SubscriptionStatus.ENDED;
    return said == SubscriptionStatus.ENDED ? !isOver || isLate : !isOver && !isLate;
  }

  /** Tells whether the provider goes on with it, paid or not. */
  public boolean isRunning() {
    return switch (status) {
      case TRIALING, ACTIVE, PAST_DUE, UNPAID, PAUSED -> true;
      case INCOMPLETE, ENDED -> false;
    };
  }

  /** Tells whether its holder gets what it is for: it is paid, in its trial, or in its grace. */
  public boolean counts(GracePeriod grace, Instant now) {
    return switch (status) {
      case TRIALING, ACTIVE -> true;
      case PAST_DUE, UNPAID -> graceUntil(grace).filter(now::isBefore).isPresent();
      case INCOMPLETE, PAUSED, ENDED -> false;
    };
  }

  /** Returns when it stops counting unless it is paid; empty where no payment failed. */
  public Optional<Instant> graceUntil(GracePeriod grace) {
    return Optional.ofNullable(unpaidSince).map(grace::end);
  }

  private boolean isUnpaid() {
    return status == SubscriptionStatus.PAST_DUE || status == SubscriptionStatus.UNPAID;
  }

  /** Returns when its holder is to be reminded next, empty when not at all. */
  public Optional<Instant> nextReminderAt(GracePeriod grace) {
    return Optional.ofNullable(unpaidSince).flatMap(failure -> grace.reminder(failure, reminders));
  }

  /**
   * Returns how long ago the payment failed where a reminder is due, and counts it as written. Of
   * several that were missed only the last is written.
   */
  public Optional<Duration> remind(GracePeriod grace, Instant now) {
    if (nextReminderAt(grace).filter(due -> !due.isAfter(now)).isEmpty() || unpaidSince == null) {
      return Optional.empty();
    }
    reminders = grace.dueBy(unpaidSince, now);
    return Optional.of(Duration.between(unpaidSince, now));
  }

  public SubscriptionId id() {
    return id;
  }

  public UserId holder() {
    return holder;
  }

  public ProviderRef price() {
    return price;
  }

  public SubscriptionStatus status() {
    return status;
  }

  public Optional<ProviderRef> ref() {
    return Optional.ofNullable(ref);
  }

  public Optional<ProviderRef> customer() {
    return Optional.ofNullable(customer);
  }

  public Optional<Instant> paidUntil() {
    return Optional.ofNullable(paidUntil);
  }

  public boolean endsAtPeriodEnd() {
    return endsAtPeriodEnd;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public long version() {
    return version;
  }
}
