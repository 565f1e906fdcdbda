package dev.stagedoor.domain.invoicing;

import dev.stagedoor.domain.kernel.IdempotencyKey;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an invoice gets to its provider: by one caller at a time, under one key for as long as the
 * provider may have it.
 */
final class Writing {
  private int round;
  private boolean isDoubtful;
  private @Nullable Instant until;

  Writing(int round, boolean isDoubtful, @Nullable Instant until) {
    this.round = round;
    this.isDoubtful = isDoubtful;
    this.until = until;
  }

  boolean isUnderWay(Instant now) {
    return until != null && now.isBefore(until);
  }

  /** Tells whether the provider surely does not have it, and nobody is about to change that. */
  boolean hasSurelyNotBegun() {
    return !isDoubtful && until == null;
  }

  Instant begin(Instant now) {
    // Whoever had it before went without a word.
    isDoubtful |= until != null;
    return lease(now);
  }

  /** Puts off the end of the lease, unless nobody writes any more. */
  Optional<Instant> renew(Instant now) {
    return until == null ? Optional.empty() : Optional.of(lease(now));
  }

  private Instant lease(Instant now) {
    Instant end = now.plus(Invoice.LEASE);
    until = end;
    return end;
  }

  void end() {
    until = null;
  }

  /** An answer was lost: the provider may have it. */
  void doubt() {
    isDoubtful = true;
  }

  /** The provider has it: that is no doubt, as a refusal is, which may not look for it first. */
  void know() {
    isDoubtful = false;
  }

  /** Begins anew under another key, unless the provider may have it under this one. */
  boolean anew() {
    if (isDoubtful) {
      return false;
    }
    round++;
    return true;
  }

  IdempotencyKey key(InvoiceId invoice) {
    return new IdempotencyKey("invoice-" + invoice.value() + "-" + round);
  }

  int round() {
    return round;
  }

  boolean isDoubtful() {
    return isDoubtful;
  }

  @Nullable Instant until() {
    return until;
  }
}
