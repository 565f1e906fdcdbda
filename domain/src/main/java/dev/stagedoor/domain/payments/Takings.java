package dev.stagedoor.domain.payments;

import dev.stagedoor.domain.announcements.Announcement;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The money of one payment: what was taken, what of it went back, and why a person must look at it.
 *
 * <p>Invariants: what was captured is what the provider says, and never becomes less; each refund,
 * ours or one made at the provider, is here once and only moves forward ({@link RefundStatus}), so
 * any order and repetition of news ends alike; what we ask to refund never adds up to more than was
 * captured.
 */
final class Takings {
  private final PaymentId id;
  private final Subject subject;
  private final UserId payer;
  private final Money asked;
  private final RefundLedger refunds;
  private final Set<Attention> attention = EnumSet.noneOf(Attention.class);
  private @Nullable Money captured;
  private @Nullable Instant paidAt;

  Takings(PaymentSnapshot from) {
    this.id = from.id();
    this.subject = from.subject();
    this.payer = from.payer();
    this.asked = from.amount();
    this.refunds = new RefundLedger(from.refunds());
    this.attention.addAll(from.attention());
    this.captured = from.captured();
    this.paidAt = from.paidAt();
  }

  /** Takes in what the provider says it took and gave back, and returns what is new. */
  List<Announcement> learn(ChargeOutcome.Succeeded said, Instant now) {
    List<Announcement> news = new ArrayList<>();
    boolean first = captured == null;
    if (captured == null || isMore(said.captured(), captured)) {
      captured = said.captured();
      if (first) {
        paidAt = now;
        news.add(new PaymentSucceeded(id, subject, payer, captured));
      }
      if (!first || !captured.equals(asked)) {
        needs(Attention.CAPTURE_DIFFERS);
        news.add(new CaptureDiffered(id, subject, payer, asked, captured));
      }
    }
    news.addAll(changeRefunds(() -> said.refunds().forEach(listed -> refunds.learn(listed, now))));
    return news;
  }

  private static boolean isMore(Money one, Money other) {
    return one.currency().equals(other.currency()) && one.compareTo(other) > 0;
  }

  /** Takes in what the provider says of a refund of ours, and returns what is new. */
  List<Announcement> learn(RefundId refund, RefundOutcome outcome) {
    return changeRefunds(() -> refunds.learn(refund, outcome));
  }

  /** Changes refunds, and tells what that changes for others. */
  private List<Announcement> changeRefunds(Runnable change) {
    Money before = refunded();
    Set<RefundId> failedBefore =
        refunds.failed().stream().map(Refund::id).collect(Collectors.toSet());
    change.run();
    List<Announcement> news = new ArrayList<>();
    if (!refunded().equals(before)) {
      news.add(new PaymentRefunded(id, subject, payer, refunded(), isAllBack()));
    }
    for (Refund failed : refunds.failed()) {
      if (!failedBefore.contains(failed.id())) {
        needs(Attention.REFUND_FAILED);
        news.add(new RefundFailed(id, subject, payer, failed.id(), failed.amount()));
      }
    }
    return news;
  }

  private boolean isAllBack() {
    return captured != null && refunded().isAtLeast(captured);
  }

  /** Returns the state that follows from the money; nothing before any was taken. */
  Optional<PaymentStatus> status() {
    if (captured == null) {
      return Optional.empty();
    }
    if (!refunded().isPositive()) {
      return Optional.of(PaymentStatus.SUCCEEDED);
    }
    return Optional.of(isAllBack() ? PaymentStatus.REFUNDED : PaymentStatus.PARTIALLY_REFUNDED);
  }

  /**
   * Adds a wish to give money back.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code REFUND_EXCEEDS_PAYMENT}
   */
  void add(Refund requested) {
    refunds.add(requested, refundable());
  }

  /**
   * Returns the refund that gives a surplus back, or as much of it as is left here; none when
   * nothing is, or when one has failed.
   */
  Optional<Refund> surplusRefund(Money surplus, Instant now) {
    Money most = refundable();
    if (refunds.hasSurplusRefundFailed()
        || !most.currency().equals(surplus.currency())
        || !most.isPositive()) {
      return Optional.empty();
    }
    return Optional.of(
        Refund.requested(
            RefundId.surplus(id, refunds.surplusesReturned()),
            Refund.Origin.SURPLUS,
            most.isAtLeast(surplus) ? surplus : most,
            "more was paid than is owed",
            now));
  }

  RefundLedger refunds() {
    return refunds;
  }

  /** Returns what was taken; zero before that. */
  Money captured() {
    return captured == null ? Money.zero(asked.currency()) : captured;
  }

  Money refunded() {
    return refunds.succeeded(captured().currency());
  }

  Money surplusReturned() {
    return refunds.surplusReturned(captured().currency());
  }

  Money goingBack() {
    return refunds.underWay(captured().currency());
  }

  /** Returns what could still be given back. */
  Money refundable() {
    return captured().minus(refunded()).minus(goingBack()).orZero();
  }

  void needs(Attention reason) {
    attention.add(reason);
  }

  void lookedAt() {
    attention.clear();
  }

  Set<Attention> attention() {
    return Set.copyOf(attention);
  }

  /** Returns what was taken, as it is stored. */
  @Nullable Money capturedIfAny() {
    return captured;
  }

  @Nullable Instant paidAt() {
    return paidAt;
  }
}
