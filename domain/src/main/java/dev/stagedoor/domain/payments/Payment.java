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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One amount that one payer owes for one subject, at one provider.
 *
 * <p>Invariants: the amount asked for never changes; the provider is asked with one idempotency key
 * for the payment's whole life, so there is at most one charge; the state moves only as {@link
 * PaymentStatus#canBecome} allows; its money keeps the invariants of {@link Takings}.
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
  private @Nullable Decline lastDecline;
  private final Charge charge;
  private final Takings takings;
  private final CheckPlan checks;

  private Payment(PaymentSnapshot from) {
    this.id = from.id();
    this.subject = from.subject();
    this.payer = from.payer();
    this.amount = from.amount();
    this.description = from.description();
    this.provider = from.provider();
    this.status = from.status();
    this.lastDecline = from.lastDecline();
    this.charge = new Charge(from.ref(), from.clientSecret());
    this.takings = new Takings(from);
    this.checks = new CheckPlan(from.createdAt(), from.checks(), from.nextCheckAt());
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
        charge.ref().orElse(null),
        charge.clientSecret().orElse(null),
        lastDecline,
        takings.capturedIfAny(),
        takings.paidAt(),
        checks.next(),
        checks.checks(),
        refunds(),
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
    if (charge.accept(opened.ref())) {
      charge.accept(opened.clientSecret());
      if (status == PaymentStatus.OPENING) {
        status = PaymentStatus.AWAITING_PAYER;
      }
    }
  }

  /** Tells whether the payer can be shown this payment's charge without asking the provider. */
  public boolean isPrepared() {
    return charge.isKnown() && status != PaymentStatus.OPENING;
  }

  /**
   * Takes in what the provider says of a charge that a webhook pointed at, perhaps before our own
   * call has answered. Without an answer it is asked again soon, because nobody tells twice. Money
   * in another charge than this payment's own is for a person.
   */
  public List<Announcement> told(ProviderRef pointedAt, ChargeOutcome outcome, Instant now) {
    if (!charge.accept(pointedAt)) {
      if (outcome.mayHoldMoney()) {
        needs(Attention.SECOND_CHARGE);
      }
      return List.of();
    }
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
                lastDecline = null;
                return afterMoney(takings.learn(succeeded, now));
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

  /** Lets the state follow the money. */
  private List<Announcement> afterMoney(List<Announcement> news) {
    takings.status().ifPresent(this::moveTo);
    return news;
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
    if (refund(refund).isEmpty()) {
      add(Refund.requested(refund, Refund.Origin.ASKED, wanted, reason, now), now);
    }
    return refundRequest(refund);
  }

  /**
   * Records that a surplus goes back: as much of it as is left here. Tries once: after a failure a
   * person decides.
   *
   * @return what goes back; zero when nothing can
   */
  public Money returnSurplus(Money surplus, Instant now) {
    Optional<Refund> part = ref().flatMap(known -> takings.surplusRefund(surplus, now));
    part.ifPresent(refund -> add(refund, now));
    return part.map(Refund::amount).orElse(Money.zero(surplus.currency()));
  }

  private void add(Refund refund, Instant now) {
    if (!status.isPaid() || !charge.isKnown()) {
      throw new DomainException(PaymentError.NOT_REFUNDABLE, Map.of("status", status.name()));
    }
    takings.add(refund);
    checks.startOver(now);
  }

  /** Returns what to ask the provider for; the same at every call. */
  public RefundRequest refundRequest(RefundId refund) {
    Refund wanted = takings.refunds().get(refund);
    return wanted.request(ref().orElseThrow());
  }

  /** Takes in what the provider says of a refund; {@code Unknown} leaves it as it is. */
  public List<Announcement> learn(RefundId refund, RefundOutcome outcome, Instant now) {
    List<Announcement> news = afterMoney(takings.learn(refund, outcome));
    planNextCheck(now, outcome instanceof RefundOutcome.Unknown);
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
    checks.plan(status, takings.refunds().isAnyUnderWay(), nothingLearned && charge.isKnown(), now);
  }

  /** Returns what was taken; nothing before that. */
  public Money captured() {
    return takings.captured();
  }

  /** Returns what was taken, less what went back because it had been too much. */
  public Money taken() {
    return captured().minus(takings.surplusReturned());
  }

  /** Returns what went back in all, whoever gave it back. */
  public Money refunded() {
    return takings.refunded();
  }

  /** Returns what we hold: what was taken and did not go back. */
  public Money kept() {
    return captured().minus(refunded());
  }

  /** Returns what is on its way back, so that nobody sends it twice. */
  public Money goingBack() {
    return takings.goingBack();
  }

  /** Returns what could still be given back. */
  public Money refundable() {
    return takings.refundable();
  }

  /** Returns why a person must look at it; nothing when none must. */
  public Set<Attention> attention() {
    return takings.attention();
  }

  /** Asks a person to look at it. */
  public void needs(Attention reason) {
    takings.needs(reason);
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
    takings.lookedAt();
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
    return charge.ref();
  }

  public Optional<Secret> clientSecret() {
    return charge.clientSecret();
  }

  public Optional<Decline> lastDecline() {
    return Optional.ofNullable(lastDecline);
  }

  public Optional<Instant> paidAt() {
    return Optional.ofNullable(takings.paidAt());
  }

  public List<Refund> refunds() {
    return takings.refunds().all();
  }

  public Optional<Refund> refund(RefundId wanted) {
    return takings.refunds().find(wanted);
  }

  public Instant createdAt() {
    return createdAt;
  }

  public long version() {
    return version;
  }
}
