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
 * paid. Until it is over there is a time at which its provider is to be asked: about the page while
 * nobody has subscribed on it, soon at first and then less often, and about the subscription from
 * then on. A page on which nobody subscribed ends with {@linkplain #expired nothing begun}; should
 * the provider know of a subscription all the same, that counts.
 */
public final class Subscription {
  private static final Duration LOOKED_AT_EVERY = Duration.ofHours(6);
  private static final Duration SOONEST = Duration.ofMinutes(1);
  private static final Duration PAGE_LOOKED_AT_EVERY = Duration.ofMinutes(15);

  /** Pages live a day, and no provider tells of anything for longer than three. */
  private static final Duration PAGE_FORGOTTEN = Duration.ofDays(4);

  private static final int MOST_DOUBLED = 10;

  private final SubscriptionId id;
  private final UserId holder;
  private final Instant createdAt;
  private final long version;
  private ProviderRef price;
  private SubscriptionStatus status;
  private @Nullable ProviderRef page;
  private @Nullable ProviderRef ref;
  private @Nullable ProviderRef customer;
  private @Nullable Instant paidUntil;
  private boolean endsAtPeriodEnd;
  private @Nullable Instant unpaidSince;
  private int reminders;
  private @Nullable Instant seenAt;
  private @Nullable Instant lookAt;
  private int unanswered;
  private @Nullable Instant endedAt;

  /**
   * The stored form of a subscription; for repositories only.
   *
   * @param page the provider's name of the page to subscribe on, once it is made
   * @param reminders how many mails were written since a payment failed
   * @param seenAt when the provider was asked for what this says
   * @param lookAt when the provider is to be asked next, null when it is over
   * @param unanswered how many questions in a row the provider had no answer to
   */
  public record Snapshot(
      SubscriptionId id,
      UserId holder,
      ProviderRef price,
      SubscriptionStatus status,
      @Nullable ProviderRef page,
      @Nullable ProviderRef ref,
      @Nullable ProviderRef customer,
      @Nullable Instant paidUntil,
      boolean endsAtPeriodEnd,
      @Nullable Instant unpaidSince,
      int reminders,
      @Nullable Instant seenAt,
      @Nullable Instant lookAt,
      int unanswered,
      @Nullable Instant endedAt,
      Instant createdAt,
      long version) {}

  private Subscription(Snapshot from) {
    this.id = from.id();
    this.holder = from.holder();
    this.price = from.price();
    this.status = from.status();
    this.page = from.page();
    this.ref = from.ref();
    this.customer = from.customer();
    this.paidUntil = from.paidUntil();
    this.endsAtPeriodEnd = from.endsAtPeriodEnd();
    this.unpaidSince = from.unpaidSince();
    this.reminders = from.reminders();
    this.seenAt = from.seenAt();
    this.lookAt = from.lookAt();
    this.unanswered = from.unanswered();
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
            null,
            false,
            null,
            0,
            null,
            now.plus(SOONEST),
            0,
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
        page,
        ref,
        customer,
        paidUntil,
        endsAtPeriodEnd,
        unpaidSince,
        reminders,
        seenAt,
        lookAt,
        unanswered,
        endedAt,
        createdAt,
        version);
  }

  /** Notes the page that the provider made; a later one takes the place of one that is gone. */
  public void opened(ProviderRef made, Instant now) {
    if (awaitsPage() && !made.equals(page)) {
      page = made;
      unanswered = 0;
      lookAt = now.plus(SOONEST);
    }
  }

  /** Notes that nobody has subscribed on the page yet. */
  public void stillOpen(Instant askedAt) {
    if (awaitsPage()) {
      unanswered = 0;
      lookAt = nextLook(askedAt);
    }
  }

  /** Ends it where nobody has subscribed on its page, and nobody can any more. */
  public void expired(Instant askedAt) {
    if (awaitsPage()) {
      status = SubscriptionStatus.ENDED;
      endedAt = askedAt;
      lookAt = null;
    }
  }

  /**
   * Notes that the provider could not be asked or had no answer: it is asked less and less often,
   * and about a page that nobody knows of not for ever.
   */
  public void unanswered(Instant askedAt) {
    if (awaitsPage() && !askedAt.isBefore(createdAt.plus(PAGE_FORGOTTEN))) {
      expired(askedAt);
    } else if (lookAt != null) {
      Duration pause = SOONEST.multipliedBy(1L << Math.min(unanswered, MOST_DOUBLED));
      lookAt = askedAt.plus(shorter(pause, LOOKED_AT_EVERY));
      unanswered++;
    }
  }

  /** Tells whether all that is known of it is its page. */
  private boolean awaitsPage() {
    return status == SubscriptionStatus.INCOMPLETE && ref == null;
  }

  private Instant nextLook(Instant askedAt) {
    if (status != SubscriptionStatus.INCOMPLETE) {
      return askedAt.plus(LOOKED_AT_EVERY);
    }
    Duration pause = Duration.between(createdAt, askedAt).dividedBy(4);
    return askedAt.plus(
        pause.compareTo(SOONEST) < 0 ? SOONEST : shorter(pause, PAGE_LOOKED_AT_EVERY));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /**
   * Takes in how it stands at the provider.
   *
   * @param askedAt when the provider was asked: an answer to an earlier question says nothing any
   *     more, unless that it was over even then
   * @return what others must hear of; nothing when this was known
   */
  public List<Announcement> seen(SubscriptionReading.Known known, Instant askedAt) {
    if (isAnother(known) || !isNews(known.status(), askedAt)) {
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
    if (isSettled()) {
      unpaidSince = null;
      reminders = 0;
    } else if (isUnpaid() && unpaidSince == null) {
      unpaidSince = askedAt;
    }
    boolean isOver = status == SubscriptionStatus.ENDED;
    endedAt = isOver ? askedAt : null;
    lookAt = isOver ? null : nextLook(askedAt);
    unanswered = 0;
    boolean isChange = before.status() != status || !before.price().equals(price);
    return isChange
        ? List.of(new SubscriptionChanged(id, holder, price, status, askedAt))
        : List.of();
  }

  /**
   * Tells whether a provider speaks of another subscription of its own, though it says that it is
   * this one: what it says counts for nothing here.
   */
  public boolean isAnother(SubscriptionReading.Known known) {
    return ref != null && !ref.equals(known.ref());
  }

  private boolean isNews(SubscriptionStatus said, Instant askedAt) {
    boolean isLate = seenAt != null && askedAt.isBefore(seenAt);
    boolean isOver = status == SubscriptionStatus.ENDED && ref != null;
    return said == SubscriptionStatus.ENDED ? !isOver || isLate : !isOver && !isLate;
  }

  /** Tells whether the provider goes on with it, paid or not. */
  public boolean isRunning() {
    return switch (status) {
      case TRIALING, ACTIVE, PAST_DUE, UNPAID, PAUSED -> true;
      case INCOMPLETE, ENDED -> false;
    };
  }

  /**
   * Tells whether its holder gets what it is for: it is paid, in its trial, or in its grace. What
   * was paid for when the provider last said so is not taken to be paid for ever: where it is
   * silent, or not on any more, there is a grace after the end of that period, too.
   */
  public boolean counts(GracePeriod grace, Instant now) {
    return countsUntil(grace).filter(now::isBefore).isPresent();
  }

  /** Returns when it stops counting unless the provider says more; empty where it does not. */
  public Optional<Instant> countsUntil(GracePeriod grace) {
    return switch (status) {
      case TRIALING, ACTIVE -> paidUntil().map(grace::end);
      case PAST_DUE, UNPAID -> graceUntil(grace);
      case INCOMPLETE, PAUSED, ENDED -> Optional.empty();
    };
  }

  /** Returns when it stops counting unless it is paid; empty where no payment failed. */
  public Optional<Instant> graceUntil(GracePeriod grace) {
    return failure().map(grace::end);
  }

  /** Returns when the payment failed that is open. What rests is not asked for. */
  private Optional<Instant> failure() {
    return Optional.ofNullable(unpaidSince).filter(since -> isUnpaid());
  }

  /** Tells whether nothing is open any more; what only rests was not paid by that. */
  private boolean isSettled() {
    return switch (status) {
      case TRIALING, ACTIVE, ENDED -> true;
      case INCOMPLETE, PAST_DUE, UNPAID, PAUSED -> false;
    };
  }

  private boolean isUnpaid() {
    return status == SubscriptionStatus.PAST_DUE || status == SubscriptionStatus.UNPAID;
  }

  /** Returns when its holder is to be reminded next, empty when not at all. */
  public Optional<Instant> nextReminderAt(GracePeriod grace) {
    return failure().flatMap(since -> grace.reminder(since, reminders));
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

  /** Returns the provider's name of the page to subscribe on. */
  public Optional<ProviderRef> page() {
    return Optional.ofNullable(page);
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
