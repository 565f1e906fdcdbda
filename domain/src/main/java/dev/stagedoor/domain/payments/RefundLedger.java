package dev.stagedoor.domain.payments;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** All refunds of one payment, each once: those asked for here, and those made at the provider. */
final class RefundLedger {
  private final List<Refund> refunds;

  RefundLedger(List<Refund> refunds) {
    this.refunds = new ArrayList<>(refunds);
  }

  List<Refund> all() {
    return List.copyOf(refunds);
  }

  /**
   * Adds a wish, of {@code most} at most.
   *
   * @throws DomainException {@code REFUND_EXCEEDS_PAYMENT}
   */
  void add(Refund requested, Money most) {
    if (find(requested.id()).isPresent()) {
      throw new IllegalStateException(requested.id() + " was asked for before");
    }
    if (!requested.amount().isPositive() || !most.isAtLeast(requested.amount())) {
      throw new DomainException(
          PaymentError.REFUND_EXCEEDS_PAYMENT,
          Map.of("refundableMinor", most.minor(), "currency", most.currency().getCurrencyCode()));
    }
    refunds.add(requested);
  }

  /** Takes in how the provider lists a refund: known by the id we sent, or by its reference. */
  void learn(ProviderRefund listed, Instant now) {
    listed
        .ours()
        .flatMap(this::find)
        .or(() -> find(known -> known.ref().filter(listed.ref()::equals).isPresent()))
        .ifPresentOrElse(
            known -> replace(known.learned(listed)),
            () -> refunds.add(Refund.madeAtProvider(listed, now)));
  }

  void learn(RefundId id, RefundOutcome outcome) {
    replace(get(id).learned(outcome));
  }

  private void replace(Refund learned) {
    // The provider's list may have shown it before we knew that it was ours.
    refunds.removeIf(
        known ->
            !known.id().equals(learned.id())
                && known.origin() == Refund.Origin.PROVIDER
                && known.ref().equals(learned.ref()));
    refunds.replaceAll(known -> known.id().equals(learned.id()) ? learned : known);
  }

  Refund get(RefundId wanted) {
    return find(wanted).orElseThrow(DomainException::notFound);
  }

  Optional<Refund> find(RefundId wanted) {
    return find(refund -> refund.id().equals(wanted));
  }

  /** Counts the returns of a surplus, failed ones too. */
  int surplusesReturned() {
    return (int)
        refunds.stream().filter(refund -> refund.origin() == Refund.Origin.SURPLUS).count();
  }

  private Optional<Refund> find(Predicate<Refund> wanted) {
    return refunds.stream().filter(wanted).findFirst();
  }

  List<Refund> failed() {
    return refunds.stream().filter(refund -> !refund.counts()).toList();
  }

  boolean isAnyUnderWay() {
    return refunds.stream().anyMatch(Refund::isUnderWay);
  }

  boolean hasSurplusRefundFailed() {
    return failed().stream().anyMatch(refund -> refund.origin() == Refund.Origin.SURPLUS);
  }

  /** Adds up what went back. */
  Money succeeded(Currency currency) {
    return sum(currency, refund -> refund.status() == RefundStatus.SUCCEEDED);
  }

  /** Adds up what went back because more had been paid than was owed. */
  Money surplusReturned(Currency currency) {
    return sum(
        currency,
        refund ->
            refund.status() == RefundStatus.SUCCEEDED && refund.origin() == Refund.Origin.SURPLUS);
  }

  /** Adds up what is on its way back. */
  Money underWay(Currency currency) {
    return sum(currency, Refund::isUnderWay);
  }

  private Money sum(Currency currency, Predicate<Refund> wanted) {
    return refunds.stream()
        .filter(wanted)
        .map(Refund::amount)
        .filter(part -> part.currency().equals(currency))
        .reduce(Money.zero(currency), Money::plus);
  }
}
