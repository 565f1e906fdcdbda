package dev.stagedoor.domain.payments;

import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderRef;
import java.time.Instant;
import java.util.Optional;

/**
 * One refund of a payment; part of the {@link Payment} aggregate, changed only through it.
 *
 * @param ref the provider's refund, once there is one
 * @param failure the provider's code, once it failed
 */
public record Refund(
    RefundId id,
    Origin origin,
    Money amount,
    String reason,
    RefundStatus status,
    Optional<ProviderRef> ref,
    Optional<String> failure,
    Instant requestedAt) {

  /** Who wanted a refund. */
  public enum Origin {
    /** A person, here. */
    ASKED,
    /** Nobody: more had been paid than was owed. */
    SURPLUS,
    /** Somebody at the provider, past us. */
    PROVIDER
  }

  static Refund requested(RefundId id, Origin origin, Money amount, String reason, Instant now) {
    return new Refund(
        id,
        origin,
        amount,
        reason,
        RefundStatus.REQUESTED,
        Optional.empty(),
        Optional.empty(),
        now);
  }

  static Refund madeAtProvider(ProviderRefund listed, Instant now) {
    return new Refund(
        RefundId.of(listed.ref()),
        Origin.PROVIDER,
        listed.amount(),
        "",
        listed.status(),
        Optional.of(listed.ref()),
        Optional.empty(),
        now);
  }

  /** Returns what to ask the provider for, out of one charge; the same at every call. */
  RefundRequest request(ProviderRef charge) {
    return new RefundRequest(
        charge, id, amount, reason, new IdempotencyKey("refund-" + id.value()));
  }

  /** Tells whether this refund holds back its amount from being refunded again. */
  public boolean counts() {
    return status != RefundStatus.FAILED;
  }

  /** Tells whether the provider is still to say what becomes of it. */
  public boolean isUnderWay() {
    return !status.isSettled();
  }

  /** Takes in how the provider lists it. */
  Refund learned(ProviderRefund listed) {
    return learned(listed.status(), listed.ref(), Optional.empty());
  }

  /** Takes in what the provider answers. Older or equal knowledge changes nothing. */
  Refund learned(RefundOutcome outcome) {
    return outcome.match(
        new RefundOutcome.Cases<>() {
          @Override
          public Refund succeeded(RefundOutcome.Succeeded succeeded) {
            return learned(RefundStatus.SUCCEEDED, succeeded.ref(), Optional.empty());
          }

          @Override
          public Refund pending(RefundOutcome.Pending pending) {
            return learned(RefundStatus.PENDING, pending.ref(), Optional.empty());
          }

          @Override
          public Refund failed(RefundOutcome.Failed failed) {
            Optional<String> code = Optional.of(failed.code());
            if (failed.ref().isPresent()) {
              return learned(RefundStatus.FAILED, failed.ref().get(), code);
            }
            // Refused: true only as long as we do not know of the refund itself.
            return ref.isPresent() || status == RefundStatus.FAILED
                ? Refund.this
                : as(RefundStatus.FAILED, ref, code);
          }

          @Override
          public Refund unknown(RefundOutcome.Unknown unknown) {
            return Refund.this;
          }
        });
  }

  private Refund learned(RefundStatus next, ProviderRef by, Optional<String> code) {
    // We had heard that it was refused; what the provider has under a reference was made after all.
    boolean wasRefused = status == RefundStatus.FAILED && ref.isEmpty();
    return wasRefused || status.canBecome(next) ? as(next, Optional.of(by), code) : this;
  }

  private Refund as(RefundStatus next, Optional<ProviderRef> by, Optional<String> code) {
    return new Refund(id, origin, amount, reason, next, by, code, requestedAt);
  }
}
