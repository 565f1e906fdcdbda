package dev.stagedoor.domain.payments;

import dev.stagedoor.domain.announcements.Announcement;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.kernel.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One amount that one payer owes for one subject, at one provider.
 *
 * <p>Invariants: the amount never changes; the provider is asked with one idempotency key for the
 * payment's whole life, so there is at most one charge; the state moves only as {@link
 * PaymentStatus#canBecome} allows, so what is known never gets worse; refunds that have not failed
 * never add up to more than was paid.
 */
public final class Payment {
  private static final Duration FIRST_CHECK = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

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
  private @Nullable Instant paidAt;
  private @Nullable Instant nextCheckAt;
  private int checks;
  private final List<Refund> refunds;

  /** The stored form of a payment; for repositories only. */
  public record Snapshot(
      PaymentId id,
      Subject subject,
      UserId payer,
      Money amount,
      String description,
      ProviderId provider,
      PaymentStatus status,
      @Nullable ProviderRef ref,
      @Nullable Secret clientSecret,
      @Nullable Decline lastDecline,
      @Nullable Instant paidAt,
      @Nullable Instant nextCheckAt,
      int checks,
      List<Refund> refunds,
      Instant createdAt,
      long version) {}

  private Payment(Snapshot from) {
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
    this.paidAt = from.paidAt();
    this.nextCheckAt = from.nextCheckAt();
    this.checks = from.checks();
    this.refunds = new ArrayList<>(from.refunds());
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
        new Snapshot(
            id,
            subject,
            payer,
            amount,
            description,
            provider,
            PaymentStatus.OPENING,
            null,
            null,
            null,
            null,
            now.plus(FIRST_CHECK),
            0,
            List.of(),
            now,
            0));
  }

  /** Rebuilds a stored payment; for repositories only. */
  public static Payment restore(Snapshot snapshot) {
    return new Payment(snapshot);
  }

  public Snapshot snapshot() {
    return new Snapshot(
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
        paidAt,
        nextCheckAt,
        checks,
        List.copyOf(refunds),
        createdAt,
        version);
  }

  /** Returns what to ask the provider for; the same at every call. */
  public CheckoutRequest checkoutRequest() {
    return new CheckoutRequest(
        id, amount, description, new IdempotencyKey("payment-" + id.value()));
  }

  /** Notes the charge that the provider prepared. Repeating it changes nothing. */
  public void opened(CheckoutOutcome.Opened opened) {
    if (ref == null) {
      ref = opened.ref();
    }
    if (clientSecret == null) {
      clientSecret = opened.clientSecret();
    }
    if (status == PaymentStatus.OPENING) {
      status = PaymentStatus.AWAITING_PAYER;
    }
  }

  /**
   * Notes which charge is this payment's, when a webhook tells before our own call has answered.
   */
  public void chargedAs(ProviderRef charge) {
    if (ref == null) {
      ref = charge;
    }
  }

  /**
   * Takes in what the provider says now and returns what is new. Older or equal knowledge changes
   * nothing and announces nothing, so this may be called any number of times, in any order.
   */
  public List<Announcement> learn(ChargeOutcome outcome, Instant now) {
    checks++;
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
                cancel();
                return List.of();
              }

              @Override
              public List<Announcement> unknown(ChargeOutcome.Unknown unknown) {
                return List.of();
              }
            });
    planNextCheck(now);
    return news;
  }

  private List<Announcement> learnPaid(ChargeOutcome.Succeeded succeeded, Instant now) {
    if (!succeeded.captured().equals(amount)) {
      throw new IllegalStateException(
          id + " should have taken " + amount + ", the provider says " + succeeded.captured());
    }
    List<Announcement> news = new ArrayList<>();
    if (!status.isPaid() && moveTo(PaymentStatus.SUCCEEDED)) {
      paidAt = now;
      lastDecline = null;
      news.add(new PaymentSucceeded(id, subject, payer, amount));
    }
    news.addAll(learnRefunded(succeeded.refunded()));
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
    checks++;
    planNextCheck(now);
  }

  /** Gives an unpaid payment up. A success that comes all the same still counts. */
  public void cancel() {
    if (status.isOpen()) {
      status = PaymentStatus.CANCELLED;
    }
  }

  /**
   * Records the wish to give money back, before the provider is asked.
   *
   * @throws DomainException {@code NOT_REFUNDABLE} or {@code REFUND_EXCEEDS_PAYMENT}
   */
  public RefundRequest requestRefund(RefundId refund, Money wanted, String reason, Instant now) {
    if (!status.isPaid() || ref == null) {
      throw new DomainException(PaymentError.NOT_REFUNDABLE, Map.of("status", status.name()));
    }
    if (!wanted.isPositive() || !refundable().isAtLeast(wanted)) {
      throw new DomainException(
          PaymentError.REFUND_EXCEEDS_PAYMENT, Map.of("refundableMinor", refundable().minor()));
    }
    refunds.add(new Refund(refund, wanted, reason, RefundStatus.REQUESTED, Optional.empty(), now));
    nextCheckAt = now.plus(FIRST_CHECK);
    return refundRequest(refund);
  }

  /** Returns what to ask the provider for; the same at every call. */
  public RefundRequest refundRequest(RefundId refund) {
    Refund wanted = refund(refund);
    if (ref == null) {
      throw new IllegalStateException(id + " has a refund but no charge");
    }
    return new RefundRequest(
        ref, wanted.amount(), wanted.reason(), new IdempotencyKey("refund-" + refund.value()));
  }

  /** Takes in what the provider says of a refund; {@code Unknown} leaves it as it is. */
  public List<Announcement> learn(RefundId refund, RefundOutcome outcome, Instant now) {
    refunds.replaceAll(known -> known.id().equals(refund) ? known.learned(outcome) : known);
    checks++;
    planNextCheck(now);
    return learnRefunded(refundedByUs());
  }

  private List<Announcement> learnRefunded(Money refunded) {
    boolean full = refunded.isAtLeast(amount);
    PaymentStatus next = full ? PaymentStatus.REFUNDED : PaymentStatus.PARTIALLY_REFUNDED;
    return refunded.isPositive() && moveTo(next)
        ? List.of(new PaymentRefunded(id, subject, payer, refunded, full))
        : List.of();
  }

  private boolean moveTo(PaymentStatus next) {
    if (!status.canBecome(next)) {
      return false;
    }
    status = next;
    return true;
  }

  private void planNextCheck(Instant now) {
    boolean refundOpen = refunds.stream().anyMatch(refund -> !refund.status().isFinal());
    if (!status.isOpen() && !refundOpen) {
      nextCheckAt = null;
      return;
    }
    Duration pause = FIRST_CHECK.multipliedBy(1L << Math.min(checks, 8));
    nextCheckAt = now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
  }

  private Refund refund(RefundId wanted) {
    return refunds.stream()
        .filter(refund -> refund.id().equals(wanted))
        .findFirst()
        .orElseThrow(DomainException::notFound);
  }

  private Money refundedByUs() {
    return refunds.stream()
        .filter(refund -> refund.status() == RefundStatus.SUCCEEDED)
        .map(Refund::amount)
        .reduce(Money.zero(amount.currency()), Money::plus);
  }

  /** Returns what could still be given back. */
  public Money refundable() {
    if (status == PaymentStatus.REFUNDED) {
      return Money.zero(amount.currency());
    }
    return refunds.stream().filter(Refund::counts).map(Refund::amount).reduce(amount, Money::minus);
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
    return List.copyOf(refunds);
  }

  public Instant createdAt() {
    return createdAt;
  }
}
