package dev.stagedoor.domain.payments;

import dev.stagedoor.domain.announcements.Announcement;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.kernel.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One amount that one payer owes for one subject, at one provider.
 *
 * <p>Invariants: the amount asked for never changes; the provider is asked with one idempotency key
 * for the payment's whole life, so there is at most one charge; what was captured is what the
 * provider says, and never becomes less; each refund, ours or one made at the provider, is here
 * once and only moves forward ({@link RefundStatus}), so any order and repetition of news ends
 * alike; the state moves only as {@link PaymentStatus#canBecome} allows; what we ask to refund
 * never adds up to more than was captured.
 */
public final class Payment {
  private final PaymentId id;
  private final Subject subject;
  private final UserId payer;
  private final Money amount;
  private final String description;
  private final ProviderId provider;
  private final Instant createdAt;
  private final long version;
  private PaymentStatus status;
  private @Nullable ProviderRef ref;
  private @Nullable Secret clientSecret;
  private @Nullable Decline lastDecline;
  private @Nullable Money captured;
  private @Nullable Instant paidAt;
  private final CheckPlan checks;
  private final RefundLedger refunds;
  private final Set<Attention> attention = EnumSet.noneOf(Attention.class);

  private Payment(PaymentSnapshot from) {
    this.id = from.id();
    this.subject = from.subject();
    this.payer = from.payer();
    this.amount = from.amount();
    this.description = from.description();
    this.provider = from.provider();
    this.status = from.status();
    this.ref = from.ref();
    this.clientSecret = from.clientSecret();
    this.lastDecline = from.lastDecline();
    this.captured = from.captured();
    this.paidAt = from.paidAt();
    this.checks = new CheckPlan(from.createdAt(), from.checks(), from.nextCheckAt());
    this.refunds = new RefundLedger(from.refunds());
    this.attention.addAll(from.attention());
    this.createdAt = from.createdAt();
    this.version = from.version();
  }

  /** Records the wish to take an amount, before the provider is asked. */
  public static Payment open(
      PaymentId id,
      Subject subject,
      UserId payer,
      Money amount,
      String description,
      ProviderId provider,
      Instant now) {
    if (!amount.isPositive()) {
      throw new DomainException(PaymentError.NOTHING_TO_PAY);
    }
    return new Payment(
        PaymentSnapshot.opening(id, subject, payer, amount, description, provider, now));
  }

  /** Rebuilds a stored payment; for repositories only. */
  public static Payment restore(PaymentSnapshot snapshot) {
    return new Payment(snapshot);
  }

  public PaymentSnapshot snapshot() {
    return new PaymentSnapshot(
        id,
        subject,
        payer,
        amount,
        description,
        provider,
        status,
        ref,
        clientSecret,
        lastDecline,
        captured,
        paidAt,
        checks.next(),
        checks.checks(),
        refunds.all(),
        attention(),
        createdAt,
        version);
  }

  /** Returns what to ask the provider for; the same at every call. */
  public CheckoutRequest checkoutRequest() {
    return new CheckoutRequest(
        id, amount, description, new IdempotencyKey("payment-" + id.value()));
  }

  /**
   * Notes the charge that the provider prepared. Repeating it changes nothing, and neither does
   * another charge than the one that is known.
   */
  public void opened(CheckoutOutcome.Opened opened) {
    if (isAnother(opened.ref())) {
      return;
    }
    ref = opened.ref();
    if (clientSecret == null) {
      clientSecret = opened.clientSecret().orElse(null);
    }
    if (status == PaymentStatus.OPENING) {
      status = PaymentStatus.AWAITING_PAYER;
    }
  }

  /** Tells whether the payer can be shown this payment's charge without asking the provider. */
  public boolean isPrepared() {
    return ref != null && status != PaymentStatus.OPENING;
  }

  private boolean isAnother(ProviderRef charge) {
    return ref != null && !ref.equals(charge);
  }

  /**
   * Takes in what the provider says of a charge that a webhook pointed at, perhaps before our own
   * call has answered. Without an answer it is asked again soon, because nobody tells twice. Money
   * in another charge than this payment's own is for a person.
   */
  public List<Announcement> told(ProviderRef charge, ChargeOutcome outcome, Instant now) {
    if (isAnother(charge)) {
      if (outcome.mayHoldMoney()) {
        needs(Attention.SECOND_CHARGE);
      }
      return List.of();
    }
    ref = charge;
    List<Announcement> news = learn(outcome, now);
    if (outcome instanceof ChargeOutcome.Unknown) {
      checks.startOver(now);
    }
    return news;
  }

  /**
   * Takes in what the provider says now and returns what is new. Older or equal knowledge changes
   * nothing and announces nothing, so this may be called any number of times, in any order.
   */
  public List<Announcement> learn(ChargeOutcome outcome, Instant now) {
    PaymentStatus before = status;
    List<Announcement> news =
        outcome.match(
            new ChargeOutcome.Cases<>() {
              @Override
              public List<Announcement> succeeded(ChargeOutcome.Succeeded succeeded) {
                return learnPaid(succeeded, now);
              }

              @Override
              public List<Announcement> pending(ChargeOutcome.Pending pending) {
                if (pending.processing() && status.isOpen()) {
                  moveTo(PaymentStatus.PROCESSING);
                }
                return List.of();
              }

              @Override
              public List<Announcement> declined(ChargeOutcome.Declined declined) {
                return learnDeclined(declined.decline());
              }

              @Override
              public List<Announcement> cancelled(ChargeOutcome.Cancelled cancelled) {
                return cancel();
              }

              @Override
              public List<Announcement> unknown(ChargeOutcome.Unknown unknown) {
                return List.of();
              }
            });
    planNextCheck(now, outcome instanceof ChargeOutcome.Unknown);
    if (status != before && status.isOpen()) {
      // What moved may have been read before something newer: look again soon.
      checks.startOver(now);
    }
    if (outcome instanceof ChargeOutcome.Cancelled && status == PaymentStatus.CANCELLED) {
      // Nobody can pay this charge any more, so there is nothing more to find out.
      checks.stop();
    }
    return news;
  }

  private List<Announcement> learnPaid(ChargeOutcome.Succeeded succeeded, Instant now) {
    List<Announcement> news = new ArrayList<>();
    boolean first = captured == null;
    if (captured == null || isMore(succeeded.captured(), captured)) {
      captured = succeeded.captured();
      if (first) {
        paidAt = now;
        lastDecline = null;
        moveTo(PaymentStatus.SUCCEEDED);
        news.add(new PaymentSucceeded(id, subject, payer, captured));
      }
      if (!first || !captured.equals(amount)) {
        needs(Attention.CAPTURE_DIFFERS);
        news.add(new CaptureDiffered(id, subject, payer, amount, captured));
      }
    }
    news.addAll(
        changeRefunds(() -> succeeded.refunds().forEach(listed -> refunds.learn(listed, now))));
    return news;
  }

  private static boolean isMore(Money one, Money other) {
    return one.currency().equals(other.currency()) && one.compareTo(other) > 0;
  }

  private List<Announcement> learnDeclined(Decline decline) {
    boolean isNew = !decline.equals(lastDecline);
    if (status.isOpen() && (moveTo(PaymentStatus.DECLINED) || isNew)) {
      lastDecline = decline;
      return List.of(new PaymentAttemptFailed(id, subject, payer, decline.reason()));
    }
    return List.of();
  }

  /** Notes that a look at the provider gave nothing, so that the next one is planned. */
  public void notLearned(Instant now) {
    planNextCheck(now, true);
  }

  /**
   * Gives an unpaid payment up. A success that comes all the same still counts, so the provider is
   * asked for some days more, unless it has said itself that the charge can never be paid.
   */
  public List<Announcement> cancel() {
    return status.isOpen() && moveTo(PaymentStatus.CANCELLED)
        ? List.of(new PaymentCancelled(id, subject, payer))
        : List.of();
  }

  /** Tells whether nobody has paid for so long that it is to be given up. */
  public boolean hasExpired(Instant now) {
    return status.isOpen() && status != PaymentStatus.PROCESSING && checks.hasExpired(now);
  }

  /**
   * Records the wish to give money back, before the provider is asked. One that is known already is
   * not recorded again.
   *
   * @throws DomainException {@code NOT_REFUNDABLE} or {@code REFUND_EXCEEDS_PAYMENT}
   */
  public RefundRequest requestRefund(RefundId refund, Money wanted, String reason, Instant now) {
    return refunds.find(refund).isPresent()
        ? refundRequest(refund)
        : request(refund, Refund.Origin.ASKED, wanted, reason, now);
  }

  /**
   * Records that a surplus goes back: as much of it as is left here. Tries once: after a failure a
   * person decides.
   *
   * @return what goes back; zero when nothing can
   */
  public Money returnSurplus(Money surplus, Instant now) {
    Money most = refundable();
    if (refunds.hasSurplusRefundFailed()
        || ref == null
        || !most.currency().equals(surplus.currency())
        || !most.isPositive()) {
      return Money.zero(surplus.currency());
    }
    Money part = most.isAtLeast(surplus) ? surplus : most;
    request(
        RefundId.surplus(id, refunds.surplusesReturned()),
        Refund.Origin.SURPLUS,
        part,
        "more was paid than is owed",
        now);
    return part;
  }

  private RefundRequest request(
      RefundId refund, Refund.Origin origin, Money wanted, String reason, Instant now) {
    if (!status.isPaid() || ref == null) {
      throw new DomainException(PaymentError.NOT_REFUNDABLE, Map.of("status", status.name()));
    }
    refunds.add(Refund.requested(refund, origin, wanted, reason, now), refundable());
    checks.startOver(now);
    return refundRequest(refund);
  }

  /** Returns what to ask the provider for; the same at every call. */
  public RefundRequest refundRequest(RefundId refund) {
    Refund wanted = refunds.get(refund);
    if (ref == null) {
      throw new IllegalStateException(id + " has a refund but no charge");
    }
    return new RefundRequest(
        ref,
        refund,
        wanted.amount(),
        wanted.reason(),
        new IdempotencyKey("refund-" + refund.value()));
  }

  /** Takes in what the provider says of a refund; {@code Unknown} leaves it as it is. */
  public List<Announcement> learn(RefundId refund, RefundOutcome outcome, Instant now) {
    List<Announcement> news = changeRefunds(() -> refunds.learn(refund, outcome));
    planNextCheck(now, outcome instanceof RefundOutcome.Unknown);
    return news;
  }

  /** Changes refunds, and tells what that changes for others. */
  private List<Announcement> changeRefunds(Runnable change) {
    Money before = refunded();
    Set<RefundId> failedBefore =
        refunds.failed().stream().map(Refund::id).collect(Collectors.toSet());
    change.run();
    Money after = refunded();
    boolean full = captured != null && after.isAtLeast(captured);
    if (captured != null) {
      moveTo(
          full && after.isPositive()
              ? PaymentStatus.REFUNDED
              : after.isPositive() ? PaymentStatus.PARTIALLY_REFUNDED : PaymentStatus.SUCCEEDED);
    }
    List<Announcement> news = new ArrayList<>();
    if (!after.equals(before)) {
      news.add(new PaymentRefunded(id, subject, payer, after, full));
    }
    for (Refund failed : refunds.failed()) {
      if (!failedBefore.contains(failed.id())) {
        needs(Attention.REFUND_FAILED);
        news.add(new RefundFailed(id, subject, payer, failed.id(), failed.amount()));
      }
    }
    return news;
  }

  private boolean moveTo(PaymentStatus next) {
    if (!status.canBecome(next)) {
      return false;
    }
    status = next;
    return true;
  }

  private void planNextCheck(Instant now, boolean nothingLearned) {
    if (status.isOpen()
        || refunds.isAnyUnderWay()
        || (status == PaymentStatus.CANCELLED && checks.maySucceedLate(now))) {
      checks.again(now);
    } else if (nothingLearned && ref != null) {
      checks.againSometime(now);
    } else {
      checks.stop();
    }
  }

  /** Returns what was taken; nothing before that. */
  public Money captured() {
    return captured == null ? Money.zero(amount.currency()) : captured;
  }

  /** Returns what was taken, less what went back because it had been too much. */
  public Money taken() {
    return captured().minus(refunds.surplusReturned(captured().currency()));
  }

  /** Returns what went back in all, whoever gave it back. */
  public Money refunded() {
    return refunds.succeeded(captured().currency());
  }

  /** Returns what we hold: what was taken and did not go back. */
  public Money kept() {
    return captured().minus(refunded());
  }

  /** Returns what is on its way back, so that nobody sends it twice. */
  public Money goingBack() {
    return refunds.underWay(captured().currency());
  }

  /** Returns what could still be given back. */
  public Money refundable() {
    return kept().minus(goingBack()).orZero();
  }

  /** Returns why a person must look at it; nothing when none must. */
  public Set<Attention> attention() {
    return Set.copyOf(attention);
  }

  /** Asks a person to look at it. */
  public void needs(Attention reason) {
    attention.add(reason);
  }

  /**
   * Notes that a person has looked at it, as it was in version {@code seen}.
   *
   * @throws DomainException {@code STALE_VERSION} when there may be more to see by now
   */
  public void lookedAt(long seen) {
    if (version != seen) {
      throw new DomainException(CommonError.STALE_VERSION, Map.of("version", version));
    }
    attention.clear();
  }

  public PaymentId id() {
    return id;
  }

  public Subject subject() {
    return subject;
  }

  public UserId payer() {
    return payer;
  }

  public Money amount() {
    return amount;
  }

  public ProviderId provider() {
    return provider;
  }

  public PaymentStatus status() {
    return status;
  }

  public Optional<ProviderRef> ref() {
    return Optional.ofNullable(ref);
  }

  public Optional<Secret> clientSecret() {
    return Optional.ofNullable(clientSecret);
  }

  public Optional<Decline> lastDecline() {
    return Optional.ofNullable(lastDecline);
  }

  public Optional<Instant> paidAt() {
    return Optional.ofNullable(paidAt);
  }

  public List<Refund> refunds() {
    return refunds.all();
  }

  public Optional<Refund> refund(RefundId wanted) {
    return refunds.find(wanted);
  }

  public Instant createdAt() {
    return createdAt;
  }

  public long version() {
    return version;
  }
}
