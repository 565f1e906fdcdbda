package dev.stagedoor.web.limits;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.AuthError;
import dev.stagedoor.domain.kernel.DomainException;
import jakarta.inject.Singleton;
import java.util.Map;

/** Keeps accounts from beginning watch parties by the thousand. */
@Singleton
public final class PartyLimits {
  private final RateLimits limits;
  private final Quota perAccount;
  private final Counters counters;

  PartyLimits(RateLimits limits, Counters counters) {
    this.limits = limits;
    this.perAccount = new Quota("parties-account", limits.partiesPerAccount());
    this.counters = counters;
  }

  /**
   * Counts a party that is begun.
   *
   * @throws DomainException {@code TOO_MANY_ATTEMPTS}
   */
  public void count(Actor host) {
    if (!limits.enabled()) {
      return;
    }
    Count count = counters.count(perAccount, host.userId().toString());
    if (!count.allowed()) {
      throw new DomainException(
          AuthError.TOO_MANY_ATTEMPTS, Map.of("retryAfter", count.resetSeconds()));
    }
  }
}
